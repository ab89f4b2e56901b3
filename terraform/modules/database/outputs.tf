output "address" {
  description = "Name of the primary; a failover moves it."
  value       = aws_db_instance.main.address
}

output "replica_address" {
  description = "Name of the read replica; null without one."
  value       = one(aws_db_instance.replica[*].address)
}

output "identifiers" {
  description = "Instances as CloudWatch names them: primary, and replica where there is one."
  value       = merge({ primary = aws_db_instance.main.identifier }, { for instance in aws_db_instance.replica : "replica" => instance.identifier })
}

output "login_secret_arn" {
  description = "Secret with username and password as JSON."
  value       = aws_secretsmanager_secret.login.arn
}

output "database_name" {
  description = "Name of the database."
  value       = aws_db_instance.main.db_name
}
