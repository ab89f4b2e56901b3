# What wakes somebody. Every alarm is a row of a table: what is measured, on what, and past which value.

data "aws_region" "current" {}

locals {
  balancer = { LoadBalancer = var.balancer_arn_suffix }
  targets  = merge(local.balancer, { TargetGroup = var.target_group_arn_suffix })
  service  = { ClusterName = var.cluster_name, ServiceName = var.service_name }
  primary  = { DBInstanceIdentifier = var.database_identifiers["primary"] }
  own      = "Calendar/${var.name}"
  gib      = 1073741824

  alarms = {
    "5xx"              = { namespace = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", dimensions = local.balancer, statistic = "Sum", above = var.limits.errors_per_minute, deployment = true }
    "5xx-balancer"     = { namespace = "AWS/ApplicationELB", metric = "HTTPCode_ELB_5XX_Count", dimensions = local.balancer, statistic = "Sum", above = var.limits.errors_per_minute }
    "p95"              = { namespace = "AWS/ApplicationELB", metric = "TargetResponseTime", dimensions = local.balancer, statistic = "p95", above = var.limits.p95_seconds, deployment = true }
    "unhealthy"        = { namespace = "AWS/ApplicationELB", metric = "UnHealthyHostCount", dimensions = local.targets, statistic = "Maximum", above = 0, deployment = true }
    "cpu"              = { namespace = "AWS/ECS", metric = "CPUUtilization", dimensions = local.service, statistic = "Average", above = 85 }
    "memory"           = { namespace = "AWS/ECS", metric = "MemoryUtilization", dimensions = local.service, statistic = "Average", above = 85 }
    "database-cpu"     = { namespace = "AWS/RDS", metric = "CPUUtilization", dimensions = local.primary, statistic = "Average", above = 85 }
    "connections"      = { namespace = "AWS/RDS", metric = "DatabaseConnections", dimensions = local.primary, statistic = "Maximum", above = var.limits.connections }
    "bugs"             = { namespace = local.own, metric = "internal-errors", dimensions = {}, statistic = "Sum", above = 0 }
    "overload"         = { namespace = local.own, metric = "refused-503", dimensions = {}, statistic = "Sum", above = var.limits.errors_per_minute }
    "password-refused" = { namespace = local.own, metric = "password-refused", dimensions = {}, statistic = "Sum", above = 10 }
  }
  # Too little rather than too much.
  low_alarms = {
    "storage"         = { namespace = "AWS/RDS", metric = "FreeStorageSpace", dimensions = local.primary, below = var.limits.free_storage_gib * local.gib }
    "database-memory" = { namespace = "AWS/RDS", metric = "FreeableMemory", dimensions = local.primary, below = 0.1 * local.gib }
  }
  replica_alarms = { for role, identifier in var.database_identifiers : "replica-lag" => {
    namespace = "AWS/RDS", metric = "ReplicaLag", dimensions = { DBInstanceIdentifier = identifier }, statistic = "Maximum", above = var.limits.replica_lag_seconds
  } if role == "replica" }
}

resource "aws_cloudwatch_metric_alarm" "high" {
  for_each            = merge(local.alarms, local.replica_alarms)
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.metric} (${each.value.statistic} of a minute) above ${each.value.above}; docs/operations.md says what to look at"
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic  = startswith(each.value.statistic, "p") ? each.value.statistic : null
  period              = 60
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.above
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]
  ok_actions          = [aws_sns_topic.alerts.arn]
  tags                = var.tags
}

resource "aws_cloudwatch_metric_alarm" "low" {
  for_each            = local.low_alarms
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.metric} below ${each.value.below} bytes; docs/operations.md says what to look at"
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "LessThanThreshold"
  threshold           = each.value.below
  treat_missing_data  = "missing"
  alarm_actions       = [aws_sns_topic.alerts.arn]
  ok_actions          = [aws_sns_topic.alerts.arn]
  tags                = var.tags
}
