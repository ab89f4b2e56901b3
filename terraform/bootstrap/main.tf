# Once per account, by a person with rights: where states and images live, who the workflows are, and what all of it
# may cost. Its own state is local at first; the README says how to move it into the bucket.

provider "aws" {
  region = var.region

  default_tags {
    tags = local.default_tags
  }
}

provider "aws" {
  alias  = "recovery"
  region = var.recovery_region

  default_tags {
    tags = local.default_tags
  }
}

locals {
  default_tags = {
    Project     = var.project
    Environment = "shared"
    ManagedBy   = "terraform"
    Component   = "calendar"
  }
  environments = ["dev", "staging", "production"]
  # What an environment is told of its account. Production has the domain itself, a preview pr-NUMBER.preview.DOMAIN.
  accounts = { for environment in concat(local.environments, ["preview"]) : environment => {
    domain         = environment == "production" ? var.domain : "${environment}.${var.domain}"
    zone_id        = var.zone_id
    email          = var.email
    repository_url = module.registry.repository_url
    repository_arn = module.registry.repository_arn
  } }
}

module "state" {
  source = "../modules/state"
  name   = var.state_bucket

  providers = {
    aws          = aws
    aws.recovery = aws.recovery
  }
}

module "registry" {
  source          = "../modules/registry"
  name            = var.project
  recovery_region = var.recovery_region
}

module "github" {
  source           = "../modules/github-oidc"
  name             = var.project
  repository       = var.repository
  repository_ids   = var.repository_ids
  regions          = [var.region, var.recovery_region]
  environments     = local.environments
  repository_arn   = module.registry.repository_arn
  state_bucket_arn = module.state.bucket_arn
  state_key_arn    = module.state.kms_key_arn
}

module "budget" {
  source      = "../modules/cost"
  name        = "${var.project}-shared"
  environment = "shared"
  budget_usd  = var.budget_usd
  email       = var.email
}

# Without this the tag is on every resource and in no bill.
resource "aws_ce_cost_allocation_tag" "tag" {
  for_each = toset(var.activate_cost_tags ? ["Project", "Environment", "Component"] : [])
  tag_key  = each.key
  status   = "Active"
}
