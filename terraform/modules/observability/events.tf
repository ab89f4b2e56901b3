# What happened rather than what is measured: a deployment that failed, a database that moved, a task that could not
# start. All reaches one topic.

resource "aws_sns_topic" "alerts" {
  name              = "${var.name}-alerts"
  kms_master_key_id = var.kms_key_arn
  tags              = var.tags
}

resource "aws_sns_topic_policy" "alerts" {
  arn = aws_sns_topic.alerts.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AlarmsAndEventsPublish"
      Effect    = "Allow"
      Principal = { Service = ["cloudwatch.amazonaws.com", "events.amazonaws.com"] }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.alerts.arn
    }]
  })
}

resource "aws_sns_topic_subscription" "email" {
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "email"
  endpoint  = var.email
}

locals {
  events = {
    deployment-failed = {
      source        = ["aws.ecs"]
      "detail-type" = ["ECS Deployment State Change"]
      resources     = [{ prefix = "${replace(var.cluster_arn, ":cluster/", ":service/")}/" }]
      detail        = { eventName = ["SERVICE_DEPLOYMENT_FAILED"] }
    }
    task-cannot-start = {
      source        = ["aws.ecs"]
      "detail-type" = ["ECS Task State Change"]
      detail        = { clusterArn = [var.cluster_arn], stopCode = ["TaskFailedToStart"] }
    }
    database = {
      source        = ["aws.rds"]
      "detail-type" = ["RDS DB Instance Event"]
      detail = {
        SourceIdentifier = values(var.database_identifiers)
        EventCategories  = ["failover", "failure", "low storage", "recovery"]
      }
    }
  }
}

resource "aws_cloudwatch_event_rule" "event" {
  for_each      = local.events
  name          = "${var.name}-${each.key}"
  event_pattern = jsonencode(each.value)
  tags          = var.tags
}

resource "aws_cloudwatch_event_target" "event" {
  for_each = local.events
  rule     = aws_cloudwatch_event_rule.event[each.key].name
  arn      = aws_sns_topic.alerts.arn
}
