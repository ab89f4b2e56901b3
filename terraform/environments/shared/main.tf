# One environment in two regions. The same file in every environment, by a link; what differs is terraform.tfvars.

provider "aws" {
  region      = var.region
  max_retries = var.max_retries

  default_tags {
    tags = local.default_tags
  }
}

provider "aws" {
  alias       = "recovery"
  region      = var.recovery_region
  max_retries = var.max_retries

  default_tags {
    tags = local.default_tags
  }
}

locals {
  default_tags = {
    Project     = var.project
    Environment = var.environment
    ManagedBy   = "terraform"
    Component   = "calendar"
  }
}

# Fresh values at every run, written only where a version was raised, and kept in neither plan nor state.
ephemeral "aws_secretsmanager_random_password" "fresh" {
  for_each            = toset(["database", "cursor-a", "cursor-b", "webhook-a", "webhook-b"])
  password_length     = 48
  exclude_punctuation = true
}

module "stack" {
  source = "../../stack"

  passwords = { for name, fresh in ephemeral.aws_secretsmanager_random_password.fresh : name => fresh.random_password }

  project                   = var.project
  environment               = var.environment
  instance                  = var.instance
  cidr                      = var.cidr
  zone_count                = var.zone_count
  nat_per_zone              = var.nat_per_zone
  interface_endpoints       = var.interface_endpoints
  domain                    = var.domain
  zone_id                   = var.zone_id
  email                     = var.email
  repository_url            = var.repository_url
  repository_arn            = var.repository_arn
  image_digest              = var.image_digest
  settings                  = var.settings
  health_check              = var.health_check
  rate_limit                = var.rate_limit
  task_cpu                  = var.task_cpu
  task_memory_mib           = var.task_memory_mib
  tasks                     = var.tasks
  capacity                  = var.capacity
  night                     = var.night
  database_class            = var.database_class
  database_storage_gib      = var.database_storage_gib
  database_password_version = var.database_password_version
  multi_az                  = var.multi_az
  replica                   = var.replica
  backup_days               = var.backup_days
  cross_region_backup       = var.cross_region_backup
  key_generation            = var.key_generation
  deletion_protection       = var.deletion_protection
  log_days                  = var.log_days
  alarm_limits              = var.alarm_limits
  budget_usd                = var.budget_usd
  anomaly_monitor           = var.anomaly_monitor

  providers = {
    aws          = aws
    aws.recovery = aws.recovery
  }
}
