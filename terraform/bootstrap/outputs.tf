output "backend_hcl" {
  description = "Contents of environments/*/backend.hcl."
  value       = "bucket = \"${module.state.bucket}\"\nregion = \"${var.region}\"\n"
}

output "repository_url" {
  description = "For the environments' variable repository_url."
  value       = module.registry.repository_url
}

output "repository_arn" {
  description = "For the environments' variable repository_arn."
  value       = module.registry.repository_arn
}

output "role_arns" {
  description = "Roles, for the variables of the repository on GitHub."
  value       = module.github.role_arns
}
