mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name            = "libapi"
  recovery_region = "eu-west-1"
}

run "applies" {
  command = apply

  assert {
    condition     = aws_ecr_repository.server.image_tag_mutability == "IMMUTABLE"
    error_message = "a tag never moves"
  }

  assert {
    condition     = aws_ecr_repository.server.image_scanning_configuration[0].scan_on_push
    error_message = "images are scanned"
  }

  assert {
    condition     = !anytrue([for rule in jsondecode(aws_ecr_lifecycle_policy.server.policy).rules : rule.selection.countType == "imageCountMoreThan" || contains(lookup(rule.selection, "tagPrefixList", []), "v")])
    error_message = "nothing that may run is expired"
  }

  assert {
    condition     = [for rule in aws_ecr_replication_configuration.recovery.replication_configuration[0].rule : one(rule.destination).region] == ["eu-west-1"]
    error_message = "images are copied"
  }
}

# One plan for all of them: each has to be refused by its own name.
run "refuses" {
  command = plan

  variables {
    recovery_region    = "Ireland"
    keep_untagged_days = 0
  }

  expect_failures = [
    var.recovery_region,
    var.keep_untagged_days,
  ]
}
