mock_provider "aws" {
  source = "../../tests/mocks"
}

mock_provider "aws" {
  alias  = "recovery"
  source = "../../tests/mocks"
}

variables {
  name = "acme-libapi-state"
}

run "applies" {
  command = apply

  assert {
    condition     = aws_s3_bucket_versioning.primary.versioning_configuration[0].status == "Enabled"
    error_message = "an overwritten state can be had back"
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.state.rule[0].status == "Enabled"
    error_message = "states are copied to the recovery region"
  }

  assert {
    condition     = strcontains(aws_s3_bucket_policy.primary.policy, "aws:SecureTransport")
    error_message = "plain HTTP is denied"
  }

  assert {
    condition     = strcontains(aws_s3_bucket_policy.recovery.policy, "s3:DeleteBucket")
    error_message = "neither bucket can be deleted by accident"
  }

  assert {
    condition     = output.recovery_bucket != ""
    error_message = "the copy has a name"
  }
}

# One plan for all of them: each has to be refused by its own name.
run "refuses" {
  command = plan

  variables {
    name               = "Has_Capitals"
    keep_versions_days = 7
  }

  expect_failures = [
    var.name,
    var.keep_versions_days,
  ]
}
