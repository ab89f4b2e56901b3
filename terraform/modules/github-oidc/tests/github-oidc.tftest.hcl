mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name             = "libapi"
  repository       = "acme/calendar"
  repository_ids   = { owner = 12, repository = 34 }
  regions          = ["eu-central-1", "eu-west-1"]
  repository_arn   = "arn:aws:ecr:eu-central-1:123456789012:repository/libapi/api-server"
  state_bucket_arn = "arn:aws:s3:::acme-libapi-state"
  state_key_arn    = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}

run "applies" {
  command = apply

  assert {
    condition     = length(aws_iam_role.workflow) == 10
    error_message = "four common roles, and two for each environment"
  }

  assert {
    condition     = toset(jsondecode(aws_iam_role.workflow["deploy-production"].assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"]) == toset(["repo:acme/calendar:environment:production", "repo:acme@12/calendar@34:environment:production"])
    error_message = "both forms of the subject, and no other"
  }

  assert {
    condition     = !anytrue([for role in aws_iam_role.workflow : strcontains(role.assume_role_policy, "*")])
    error_message = "no star in who is trusted"
  }

  assert {
    condition     = !strcontains(aws_iam_role_policy.workflow["plan"].policy, "ecs:UpdateService")
    error_message = "a plan deploys nothing"
  }

  assert {
    condition     = !strcontains(aws_iam_role_policy.workflow["deploy-staging"].policy, "libapi-production")
    error_message = "staging cannot touch production"
  }

  assert {
    condition     = strcontains(aws_iam_role_policy.workflow["deploy-staging"].policy, ":parameter/libapi/staging/image_digest\"") && strcontains(aws_iam_role_policy.workflow["push"].policy, ":parameter/libapi/staging\"")
    error_message = "a deployment writes what runs, and who attests may read it"
  }

  assert {
    condition     = alltrue([for policy in aws_iam_policy.apply : length(policy.policy) <= 6144])
    error_message = "AWS takes no longer policy"
  }
}

# One plan for all of them: each has to be refused by its own name.
run "refuses" {
  command = plan

  variables {
    repository   = "acme/*"
    regions      = ["eu-west-1", "eu-west-1"]
    environments = ["preview"]
  }

  expect_failures = [
    var.repository,
    var.regions,
    var.environments,
  ]
}
