# One budget per environment, counted by its tag, and one watch for spending that is unlike the days before. The tag
# counts only once "Environment" is activated as a cost allocation tag in the account that pays (bootstrap does it).

resource "aws_budgets_budget" "month" {
  name         = "${var.name}-month"
  budget_type  = "COST"
  limit_amount = tostring(var.budget_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  tags         = var.tags

  cost_filter {
    name   = "TagKeyValue"
    values = [format("user:Environment$%s", var.environment)]
  }

  dynamic "notification" {
    for_each = {
      half      = { percent = 50, type = "ACTUAL" }
      most      = { percent = 80, type = "ACTUAL" }
      all       = { percent = 100, type = "ACTUAL" }
      predicted = { percent = 100, type = "FORECASTED" }
    }

    content {
      comparison_operator        = "GREATER_THAN"
      threshold                  = notification.value.percent
      threshold_type             = "PERCENTAGE"
      notification_type          = notification.value.type
      subscriber_email_addresses = [var.email]
    }
  }
}

resource "aws_ce_anomaly_monitor" "environment" {
  count        = var.anomaly_monitor ? 1 : 0
  name         = "${var.name}-anomalies"
  monitor_type = "CUSTOM"
  tags         = var.tags

  monitor_specification = jsonencode({
    And            = null
    CostCategories = null
    Dimensions     = null
    Not            = null
    Or             = null
    Tags           = { Key = "Environment", MatchOptions = null, Values = [var.environment] }
  })
}

resource "aws_ce_anomaly_subscription" "environment" {
  count            = var.anomaly_monitor ? 1 : 0
  name             = "${var.name}-anomalies"
  frequency        = "DAILY"
  monitor_arn_list = [aws_ce_anomaly_monitor.environment[0].arn]
  tags             = var.tags

  subscriber {
    type    = "EMAIL"
    address = var.email
  }

  threshold_expression {
    dimension {
      key           = "ANOMALY_TOTAL_IMPACT_ABSOLUTE"
      match_options = ["GREATER_THAN_OR_EQUAL"]
      values        = [tostring(ceil(var.budget_usd / 20))]
    }
  }
}
