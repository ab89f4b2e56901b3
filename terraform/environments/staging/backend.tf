# Bucket and region come from backend.hcl, which bootstrap prints. The lock is a file beside the state.
terraform {
  backend "s3" {
    key          = "staging/terraform.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
