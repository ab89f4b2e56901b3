mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name              = "libapi-test"
  subnet_ids        = ["subnet-a", "subnet-b"]
  security_group_id = "sg-0123456789abcdef0"
  target_group_arns = { stable = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/mock/0123456789abcdef", canary = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/mock/0123456789abcdef" }
  request_label     = "app/mock/0123456789abcdef/targetgroup/mock/0123456789abcdef"
  repository_url    = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/libapi/api-server"
  repository_arn    = "arn:aws:ecr:eu-central-1:123456789012:repository/libapi/api-server"
  image_digest      = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  database          = { address = "db.example.com", name = "calendar", login_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:login-AbCdEf" }
  key_arns          = { cursor = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:a-AbCdEf", webhook = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:b-AbCdEf", webhook_before = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:c-AbCdEf" }
  kms_key_arn       = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  logs_key_arn      = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  trusted_proxies   = ["10.20.0.0/20"]
  tasks             = { min = 2, max = 4 }
  capacity          = { FARGATE = { base = 2, weight = 0 }, FARGATE_SPOT = { base = 0, weight = 1 } }
  alarm_names       = ["libapi-test-5xx"]
  night             = { begins = "cron(0 20 * * ? *)", ends = "cron(0 5 * * ? *)", min = 1 }
}

run "applies" {
  command = apply

  assert {
    condition     = endswith(jsondecode(aws_ecs_task_definition.server.container_definitions)[0].image, "@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    error_message = "an image by digest"
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.server.container_definitions)[0].readonlyRootFilesystem && jsondecode(aws_ecs_task_definition.server.container_definitions)[0].user == "10001:10001" && jsondecode(aws_ecs_task_definition.server.container_definitions)[0].linuxParameters.capabilities.drop == ["ALL"] && jsondecode(aws_ecs_task_definition.server.container_definitions)[0].linuxParameters.initProcessEnabled
    error_message = "it can write nowhere and is nobody"
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.server.container_definitions)[0].stopTimeout == 60
    error_message = "ECS waits for a draining server, on Spot too"
  }

  assert {
    condition     = strcontains(one([for pair in jsondecode(aws_ecs_task_definition.server.container_definitions)[0].environment : pair.value if pair.name == "DATABASE_URL"]), "sslmode=verify-full")
    error_message = "the database's certificate is checked"
  }

  assert {
    condition     = !anytrue([for pair in jsondecode(aws_ecs_task_definition.server.container_definitions)[0].environment : endswith(pair.name, "_KEY") || strcontains(pair.name, "PASSWORD")])
    error_message = "no secret in the environment's plain part"
  }

  assert {
    condition     = one(aws_ecs_service.track["stable"].deployment_circuit_breaker).rollback && one(aws_ecs_service.track["stable"].alarms).rollback
    error_message = "a bad deployment goes back by itself"
  }

  assert {
    condition     = aws_ecs_service.track["canary"].desired_count == 0
    error_message = "no canary without a deployment"
  }

  assert {
    condition     = length(aws_appautoscaling_policy.target) == 3 && length(aws_appautoscaling_scheduled_action.night) == 2
    error_message = "scaling by three figures, and at night"
  }
}

run "without_night" {
  command = plan

  variables {
    night = null
  }

  assert {
    condition     = length(aws_appautoscaling_scheduled_action.night) == 0
    error_message = "no schedule unless asked for"
  }
}

# One plan for all of them: each has to be refused by its own name.
run "refuses" {
  command = plan

  variables {
    image_digest    = "latest"
    tasks           = { min = 4, max = 2 }
    capacity        = { FARGATE = { base = 1, weight = 0 }, FARGATE_SPOT = { base = 1, weight = 1 } }
    trusted_proxies = ["0.0.0.0/0"]
    settings        = { API_CURSOR_KEY = "x" }
    cpu             = 300
  }

  expect_failures = [
    var.image_digest,
    var.tasks,
    var.capacity,
    var.trusted_proxies,
    var.settings,
    var.cpu,
  ]
}

run "refuses_memory_mib" {
  command = plan

  variables {
    memory_mib = 128
  }

  expect_failures = [var.memory_mib]
}

run "refuses_night" {
  command = plan

  variables {
    night = { begins = "at night", ends = "cron(0 5 * * ? *)", min = 1 }
  }

  expect_failures = [var.night]
}
