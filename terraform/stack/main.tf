# One environment: the modules, wired. All that differs between environments is a variable; see environments/*/.

data "aws_availability_zones" "available" {
  state = "available"

  # Local zones have neither NAT gateways nor RDS.
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

data "aws_region" "recovery" {
  provider = aws.recovery
}

locals {
  name = "${var.project}-${var.instance == null ? var.environment : "pr-${var.instance}"}"
  tags = var.instance == null ? {} : { PullRequest = tostring(var.instance) }
}

module "network" {
  source              = "../modules/network"
  name                = local.name
  tags                = local.tags
  cidr                = var.cidr
  zones               = slice(data.aws_availability_zones.available.names, 0, var.zone_count)
  nat_per_zone        = var.nat_per_zone
  interface_endpoints = var.interface_endpoints
  log_days            = var.log_days
  logs_key_arn        = aws_kms_key.operations.arn
}

module "edge" {
  source              = "../modules/edge"
  name                = local.name
  tags                = local.tags
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.subnet_ids["public"]
  security_group_id   = module.network.security_group_ids["balancer"]
  domain              = var.domain
  zone_id             = var.zone_id
  health_check        = var.health_check
  rate_limit          = var.rate_limit
  log_days            = var.log_days
  logs_key_arn        = aws_kms_key.operations.arn
  deletion_protection = var.deletion_protection
}

module "database" {
  source              = "../modules/database"
  name                = local.name
  tags                = local.tags
  subnet_ids          = module.network.subnet_ids["data"]
  security_group_id   = module.network.security_group_ids["database"]
  kms_key_arn         = aws_kms_key.data.arn
  logs_key_arn        = aws_kms_key.operations.arn
  password            = var.passwords["database"]
  password_version    = var.database_password_version
  instance_class      = var.database_class
  storage_gib         = var.database_storage_gib
  multi_az            = var.multi_az
  replica             = var.replica
  backup_days         = var.backup_days
  cross_region_backup = var.cross_region_backup
  recovery_region     = data.aws_region.recovery.name
  log_days            = var.log_days
  deletion_protection = var.deletion_protection

  providers = {
    aws          = aws
    aws.recovery = aws.recovery
  }
}

module "secrets" {
  source               = "../modules/secrets"
  name                 = local.name
  tags                 = local.tags
  keys                 = var.passwords
  generation           = var.key_generation
  kms_key_arn          = aws_kms_key.data.arn
  replica_region       = var.cross_region_backup ? data.aws_region.recovery.name : null
  recovery_window_days = var.deletion_protection ? 30 : 0
}

module "service" {
  source            = "../modules/service"
  name              = local.name
  tags              = local.tags
  subnet_ids        = module.network.subnet_ids["private"]
  security_group_id = module.network.security_group_ids["service"]
  target_group_arns = { for track, group in module.edge.target_groups : track => group.arn }
  request_label     = "${module.edge.balancer_arn_suffix}/${module.edge.target_groups["stable"].arn_suffix}"
  repository_url    = var.repository_url
  repository_arn    = var.repository_arn
  image_digest      = var.image_digest
  kms_key_arn       = aws_kms_key.data.arn
  logs_key_arn      = aws_kms_key.operations.arn
  trusted_proxies   = module.network.public_cidrs
  settings          = var.settings
  cpu               = var.task_cpu
  memory_mib        = var.task_memory_mib
  tasks             = var.tasks
  capacity          = var.capacity
  night             = var.night
  alarm_names       = module.observability.deployment_alarms
  log_days          = var.log_days
  key_versions      = module.secrets.version_ids

  database = {
    address          = module.database.address
    name             = module.database.database_name
    login_secret_arn = module.database.login_secret_arn
  }
  key_arns = {
    cursor         = module.secrets.current["cursor"]
    webhook        = module.secrets.current["webhook"]
    webhook_before = module.secrets.before["webhook"]
  }
}

module "observability" {
  source                  = "../modules/observability"
  name                    = local.name
  tags                    = local.tags
  email                   = var.email
  kms_key_arn             = aws_kms_key.operations.arn
  balancer_arn_suffix     = module.edge.balancer_arn_suffix
  target_group_arn_suffix = module.edge.target_groups["stable"].arn_suffix
  web_acl_name            = module.edge.web_acl_name
  cluster_name            = module.service.cluster_name
  cluster_arn             = module.service.cluster_arn
  service_name            = "stable"
  log_group               = module.service.log_group
  database_identifiers    = module.database.identifiers
  limits                  = var.alarm_limits
}

module "cost" {
  source          = "../modules/cost"
  name            = local.name
  tags            = local.tags
  environment     = var.environment
  budget_usd      = var.budget_usd
  email           = var.email
  anomaly_monitor = var.anomaly_monitor
}
