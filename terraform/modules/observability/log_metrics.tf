# Figures out of the server's log: one JSON object a line, so a filter names fields.

locals {
  log_metrics = {
    internal-errors  = { pattern = "{ $.status = 500 }", value = "1" }
    refused-503      = { pattern = "{ $.status = 503 }", value = "1" }
    rate-limited     = { pattern = "{ $.status = 429 }", value = "1" }
    password-refused = { pattern = "{ $.sqlstate = \"28*\" }", value = "1" }
    duration-us      = { pattern = "{ $.duration_us = * }", value = "$.duration_us" }
    database-us      = { pattern = "{ $.db_us = * }", value = "$.db_us" }
  }
}

resource "aws_cloudwatch_log_metric_filter" "server" {
  for_each       = local.log_metrics
  name           = "${var.name}-${each.key}"
  log_group_name = var.log_group
  pattern        = each.value.pattern

  metric_transformation {
    name      = each.key
    namespace = local.own
    value     = each.value.value
  }
}
