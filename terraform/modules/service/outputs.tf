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

output "task_family" {
  description = "Family whose newest revision is Terraform's; a deployment copies it with its own digest."
  value       = aws_ecs_task_definition.server.family
}

output "digest_parameter" {
  description = "Parameter that holds the digest of what runs."
  value       = aws_ssm_parameter.digest.name
}

output "log_group" {
  description = "The server's log."
  value       = aws_cloudwatch_log_group.server.name
}
