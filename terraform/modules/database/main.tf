# PostgreSQL. The password is write-only (neither plan nor state has it) and rotates by raising a number. RDS's own
# managed password is not used: RDS refuses to make a read replica of an instance that has one.

locals {
  port = 5432
  parameters = {
    "rds.force_ssl"                       = { value = "1", at_once = true }
    "log_min_duration_statement"          = { value = "500", at_once = true }
    "log_lock_waits"                      = { value = "1", at_once = true }
    "idle_in_transaction_session_timeout" = { value = "60000", at_once = true }
    "shared_preload_libraries"            = { value = "pg_stat_statements", at_once = false }
  }
}

resource "aws_db_subnet_group" "main" {
  name       = var.name
  subnet_ids = var.subnet_ids
  tags       = var.tags
}

resource "aws_db_parameter_group" "main" {
  name_prefix = "${var.name}-"
  family      = "postgres15"
  tags        = var.tags

  dynamic "parameter" {
    for_each = local.parameters

    content {
      name         = parameter.key
      value        = parameter.value.value
      apply_method = parameter.value.at_once ? "immediate" : "pending-reboot"
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_instance" "main" {
  identifier                            = var.name
  engine                                = "postgres"
  engine_version                        = var.engine_version
  instance_class                        = var.instance_class
  allocated_storage                     = var.storage_gib
  max_allocated_storage                 = var.storage_gib * 4
  storage_type                          = "gp3"
  storage_encrypted                     = true
  kms_key_id                            = var.kms_key_arn
  db_name                               = "calendar"
  username                              = "calendar"
  password_wo                           = var.password
  password_wo_version                   = var.password_version
  port                                  = local.port
  multi_az                              = var.multi_az
  db_subnet_group_name                  = aws_db_subnet_group.main.name
  vpc_security_group_ids                = [var.security_group_id]
  parameter_group_name                  = aws_db_parameter_group.main.name
  publicly_accessible                   = false
  ca_cert_identifier                    = "rds-ca-rsa2048-g1"
  backup_retention_period               = var.backup_days
  backup_window                         = var.backup_window
  maintenance_window                    = var.maintenance_window
  auto_minor_version_upgrade            = true
  copy_tags_to_snapshot                 = true
  deletion_protection                   = var.deletion_protection
  skip_final_snapshot                   = !var.deletion_protection
  final_snapshot_identifier             = var.deletion_protection ? "${var.name}-final" : null
  delete_automated_backups              = !var.deletion_protection
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = var.kms_key_arn
  performance_insights_retention_period = 7
  monitoring_interval                   = 60
  monitoring_role_arn                   = aws_iam_role.monitoring.arn
  enabled_cloudwatch_logs_exports       = ["postgresql", "upgrade"]
  apply_immediately                     = false
  tags                                  = var.tags

  # The secret is written first: a server whose password is refused reads it again and finds the new one.
  depends_on = [aws_secretsmanager_secret_version.login, aws_cloudwatch_log_group.postgresql]
}

# Serves reads, and is the first choice when the primary is lost in a way that Multi-AZ does not cover.
resource "aws_db_instance" "replica" {
  count                                 = var.replica ? 1 : 0
  identifier                            = "${var.name}-replica"
  replicate_source_db                   = aws_db_instance.main.identifier
  instance_class                        = var.instance_class
  max_allocated_storage                 = var.storage_gib * 4
  storage_type                          = "gp3"
  storage_encrypted                     = true
  kms_key_id                            = var.kms_key_arn
  vpc_security_group_ids                = [var.security_group_id]
  parameter_group_name                  = aws_db_parameter_group.main.name
  publicly_accessible                   = false
  ca_cert_identifier                    = "rds-ca-rsa2048-g1"
  maintenance_window                    = var.replica_maintenance_window
  auto_minor_version_upgrade            = true
  copy_tags_to_snapshot                 = true
  skip_final_snapshot                   = true
  deletion_protection                   = var.deletion_protection
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = var.kms_key_arn
  performance_insights_retention_period = 7
  monitoring_interval                   = 60
  monitoring_role_arn                   = aws_iam_role.monitoring.arn
  tags                                  = var.tags
}
