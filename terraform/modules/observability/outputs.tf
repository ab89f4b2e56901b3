output "topic_arn" {
  description = "Topic of all alerts."
  value       = aws_sns_topic.alerts.arn
}

output "deployment_alarms" {
  description = "Alarms that roll a deployment back."
  value       = [for name, alarm in local.alarms : aws_cloudwatch_metric_alarm.high[name].alarm_name if try(alarm.deployment, false)]
}
