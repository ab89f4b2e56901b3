# Bucket and region come from backend.hcl, which bootstrap prints. The lock is a file beside the state.
# Each preview has a state of its own: init with -backend-config=key=preview/pr-NUMBER/terraform.tfstate
terraform {
  backend "s3" {
    key          = "preview/terraform.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
