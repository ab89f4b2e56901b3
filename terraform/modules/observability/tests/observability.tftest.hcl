mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                    = "libapi-test"
  email                   = "ops@example.com"
  kms_key_arn             = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  balancer_arn_suffix     = "app/mock/0123456789abcdef"
  target_group_arn_suffix = "targetgroup/mock/0123456789abcdef"
  web_acl_name            = "libapi-test"
  cluster_name            = "libapi-test"
  cluster_arn             = "arn:aws:ecs:eu-central-1:123456789012:cluster/libapi-test"
  service_name            = "stable"
  log_group               = "/libapi-test/server"
  database_identifiers    = { primary = "libapi-test", replica = "libapi-test-replica" }
}

run "applies" {
  command = apply

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.high) == 12 && length(aws_cloudwatch_metric_alarm.low) == 2
    error_message = "all alarms, that of the replica too"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.high["p95"].extended_statistic == "p95"
    error_message = "the slow ones count, not the mean"
  }

  assert {
    condition     = toset(output.deployment_alarms) == toset(["libapi-test-5xx", "libapi-test-p95", "libapi-test-unhealthy"])
    error_message = "three alarms roll back"
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.event["deployment-failed"].event_pattern).resources[0].prefix == "arn:aws:ecs:eu-central-1:123456789012:service/libapi-test/"
    error_message = "events of this cluster's services only"
  }

  assert {
    condition     = length(jsondecode(aws_cloudwatch_dashboard.main.dashboard_body).widgets) == 6
    error_message = "one page"
  }
}

run "without_replica" {
  command = plan

  variables {
    database_identifiers = { primary = "libapi-test" }
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.high) == 11
    error_message = "no lag without a replica"
  }
}

# One plan for all of them: each has to be refused by its own name.
run "refuses" {
  command = plan

  variables {
    email                = "ops"
    limits               = { p95_seconds = 0 }
    database_identifiers = { replica = "x" }
  }

  expect_failures = [
    var.email,
    var.limits,
    var.database_identifiers,
  ]
}
