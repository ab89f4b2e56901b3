output "repository_url" {
  description = "What images are pushed to, without tag or digest."
  value       = aws_ecr_repository.server.repository_url
}

output "repository_arn" {
  description = "ARN of the repository, for the roles of the workflows."
  value       = aws_ecr_repository.server.arn
}
