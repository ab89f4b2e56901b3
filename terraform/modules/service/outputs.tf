output "cluster_name" {
  description = "Cluster, for deployments and CloudWatch."
  value       = aws_ecs_cluster.main.name
}

output "cluster_arn" {
  description = "ARN of the cluster, for events."
  value       = aws_ecs_cluster.main.arn
}

output "service_names" {
  description = "Services by track: stable, canary."
  value       = { for track, service in aws_ecs_service.track : track => service.name }
}

output "task_definition_arn" {
  description = "Terraform's revision of the task; a deployment copies it with its own digest."
  value       = aws_ecs_task_definition.server.arn
}

output "container_name" {
  description = "The container of the task whose image a deployment changes."
  value       = local.container
}

output "log_group" {
  description = "The server's log."
  value       = aws_cloudwatch_log_group.server.name
}
