mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name        = "libapi-test"
  environment = "staging"
  budget_usd  = 100
  email       = "ops@example.com"
}

run "applies" {
  command = apply

  assert {
    condition     = one(aws_budgets_budget.month.cost_filter).values == tolist(["user:Environment$staging"])
    error_message = "only this environment's costs"
  }

  assert {
    condition     = length(aws_budgets_budget.month.notification) == 4
    error_message = "told at half, most, all and when it is foreseen"
  }

  assert {
    condition     = length(aws_ce_anomaly_monitor.environment) == 1
    error_message = "and of what is unusual"
  }
}

# One plan for all of them: each has to be refused by its own name.
run "refuses" {
  command = plan

  variables {
    budget_usd  = 0
    email       = "nobody"
    environment = "Production!"
  }

  expect_failures = [
    var.budget_usd,
    var.email,
    var.environment,
  ]
}
