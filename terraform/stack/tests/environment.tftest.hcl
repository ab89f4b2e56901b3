# Run once for each environment, with its terraform.tfvars (tests/run.sh).

mock_provider "aws" {
  source = "../tests/mocks"
}

mock_provider "aws" {
  alias  = "recovery"
  source = "../tests/mocks"
}

variables {
  domain         = "calendar.example.com"
  zone_id        = "Z0123456789ABC"
  email          = "ops@example.com"
  repository_url = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/libapi/api-server"
  repository_arn = "arn:aws:ecr:eu-central-1:123456789012:repository/libapi/api-server"
  image_digest   = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  passwords      = { database = "0123456789abcdef0123456789abcdef0123456789abcdef", cursor-a = "0123456789abcdef0123456789abcdef0123456789abcdef", cursor-b = "0123456789abcdef0123456789abcdef0123456789abcdef", webhook-a = "0123456789abcdef0123456789abcdef0123456789abcdef", webhook-b = "0123456789abcdef0123456789abcdef0123456789abcdef" }
}

run "applies" {
  command = apply

  assert {
    condition     = alltrue([for key, parameter in aws_ssm_parameter.deployment : parameter.name == "/libapi/${var.instance == null ? var.environment : "pr-${var.instance}"}/${key}" && length(parameter.value) > 0])
    error_message = "a deployment finds its parameters"
  }

  assert {
    condition     = length(split(",", output.deployment.listener_rules)) == 2 && length(split(",", output.deployment.alarms)) == 3
    error_message = "every rule and every alarm of a deployment"
  }

  assert {
    condition     = alltrue([for parameter in aws_ssm_parameter.image : parameter.value == "none"])
    error_message = "nothing is said to run before a deployment ran"
  }

  assert {
    condition     = output.url == "https://calendar.example.com"
    error_message = "clients find the service"
  }
}

# Production keeps its standby, and a tag is no digest.
run "refuses" {
  command = plan

  variables {
    environment         = "production"
    instance            = null
    multi_az            = false
    backup_days         = 35
    deletion_protection = true
    capacity            = { FARGATE = { base = 3, weight = 0 }, FARGATE_SPOT = { base = 0, weight = 1 } }
    image_digest        = "v1.0.0"
  }

  expect_failures = [var.multi_az, var.image_digest]
}
