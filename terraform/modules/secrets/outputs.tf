output "current" {
  description = "ARNs of the keys in use, by purpose: cursor, webhook."
  value       = { for key in keys(local.purpose) : key => aws_secretsmanager_secret.key["${key}-${local.current}"].arn }
}

output "before" {
  description = "ARNs of the keys in use before the last rotation, by purpose."
  value       = { for key in keys(local.purpose) : key => aws_secretsmanager_secret.key["${key}-${local.before}"].arn }
}

output "version_ids" {
  description = "Versions of the secrets; a change makes a new revision of the task."
  value       = { for name, version in aws_secretsmanager_secret_version.key : name => version.version_id }
}
