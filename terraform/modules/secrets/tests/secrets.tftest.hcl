mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name           = "libapi-test"
  keys           = { cursor-a = "0123456789abcdef0123456789abcdef0123456789abcdef", cursor-b = "0123456789abcdef0123456789abcdef0123456789abcdef", webhook-a = "0123456789abcdef0123456789abcdef0123456789abcdef", webhook-b = "0123456789abcdef0123456789abcdef0123456789abcdef" }
  kms_key_arn    = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  replica_region = "eu-west-1"
}

run "first" {
  command = apply

  assert {
    condition     = length(aws_secretsmanager_secret.key) == 4
    error_message = "two places for each key"
  }

  assert {
    condition     = aws_secretsmanager_secret_version.key["webhook-a"].secret_string_wo_version == 1 && aws_secretsmanager_secret_version.key["webhook-b"].secret_string_wo_version == 1
    error_message = "both are written at first"
  }

  assert {
    condition     = output.current != output.before || length(output.current) == 2
    error_message = "outputs by purpose"
  }

  assert {
    condition     = one(aws_secretsmanager_secret.key["cursor-a"].replica).region == "eu-west-1"
    error_message = "a copy in the recovery region"
  }
}

run "first_rotation" {
  command = apply

  variables {
    generation = 1
  }

  assert {
    condition     = aws_secretsmanager_secret_version.key["webhook-a"].secret_string_wo_version == 1 && aws_secretsmanager_secret_version.key["webhook-b"].secret_string_wo_version == 2
    error_message = "the place that was not current is written, the other stays"
  }
}

run "second_rotation" {
  command = apply

  variables {
    generation = 2
  }

  assert {
    condition     = aws_secretsmanager_secret_version.key["webhook-a"].secret_string_wo_version == 2 && aws_secretsmanager_secret_version.key["webhook-b"].secret_string_wo_version == 2
    error_message = "then the places take turns"
  }
}

# One plan for all of them: each has to be refused by its own name.
run "refuses" {
  command = plan

  variables {
    keys                 = { cursor-a = "x", cursor-b = "x", webhook-a = "x", webhook-b = "x" }
    generation           = 0.5
    recovery_window_days = 3
  }

  expect_failures = [
    var.keys,
    var.generation,
    var.recovery_window_days,
  ]
}
