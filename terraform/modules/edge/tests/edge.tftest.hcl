mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name              = "libapi-test"
  vpc_id            = "vpc-0123456789abcdef0"
  subnet_ids        = ["subnet-a", "subnet-b"]
  security_group_id = "sg-0123456789abcdef0"
  domain            = "calendar.example.com"
  zone_id           = "Z0123456789ABC"
  logs_key_arn      = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}

run "applies" {
  command = apply

  assert {
    condition     = aws_lb_listener.https.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06"
    error_message = "TLS 1.2 at least"
  }

  assert {
    condition     = aws_lb_listener.http.default_action[0].redirect[0].status_code == "HTTP_301"
    error_message = "plain HTTP is redirected"
  }

  assert {
    condition     = aws_lb_listener.https.default_action[0].fixed_response[0].status_code == "404"
    error_message = "an unknown path ends at the balancer"
  }

  assert {
    condition     = aws_lb.main.desync_mitigation_mode == "strictest" && aws_lb.main.drop_invalid_header_fields
    error_message = "smuggled requests end at the balancer"
  }

  assert {
    condition     = aws_lb_target_group.track["stable"].health_check[0].path == "/livez"
    error_message = "a failing database replaces no container"
  }

  assert {
    condition     = contains([for rule in aws_wafv2_web_acl.main.rule : rule.name], "rate")
    error_message = "floods are limited"
  }

  assert {
    condition     = aws_route53_record.validation["calendar.example.com"].name == "_a.calendar.example.com."
    error_message = "the certificate proves itself"
  }
}

# One plan for all of them: each has to be refused by its own name.
run "refuses" {
  command = plan

  variables {
    domain       = "https://calendar.example.com"
    zone_id      = "example.com"
    health_check = { interval = 30, timeout = 5, healthy_threshold = 2, unhealthy_threshold = 2 }
    path_rules   = { all = { priority = 1, paths = ["/metrics"] } }
    rate_limit   = 1
    subnet_ids   = ["subnet-a"]
  }

  expect_failures = [
    var.domain,
    var.zone_id,
    var.health_check,
    var.path_rules,
    var.rate_limit,
    var.subnet_ids,
  ]
}
