output "backend_hcl" {
  description = "Contents of environments/*/backend.hcl."
  value       = "bucket = \"${module.state.bucket}\"\nregion = \"${var.region}\"\n"
}

output "github" {
  description = "The repository's settings on GitHub: variables, and environments with theirs. scripts/ci/github_setup.sh writes them."
  value = {
    variables = {
      ACCOUNT          = jsonencode(local.accounts)
      AWS_REGION       = var.region
      IMAGE_REPOSITORY = module.registry.repository_url
      STATE_BUCKET     = module.state.bucket
      ROLE_PLAN        = module.github.role_arns["plan"]
      ROLE_PUSH        = module.github.role_arns["push"]
      ROLE_PROMOTE     = module.github.role_arns["promote"]
    }
    environments = merge(
      { for environment in local.environments : environment => { ROLE_DEPLOY = module.github.role_arns["deploy-${environment}"] } },
      { for environment in local.environments : "${environment}-infrastructure" => { ROLE_APPLY = module.github.role_arns["apply-${environment}"] } },
      { preview = { ROLE_PREVIEW = module.github.role_arns["preview"] } },
    )
  }
}

output "accounts" {
  description = "What environments/ENVIRONMENT/account.auto.tfvars.json holds, by environment."
  value       = local.accounts
}
