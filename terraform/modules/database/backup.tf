# Two ways back. RDS's own backups restore to any second of the last days; where cross_region_backup is on they are
# replicated to the recovery region, and AWS Backup keeps a daily snapshot there, which survives the instance's deletion.

locals {
  copies = var.cross_region_backup ? 1 : 0
}

resource "aws_kms_key" "recovery" {
  provider                = aws.recovery
  count                   = local.copies
  description             = "Backups of ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = var.tags
}

resource "aws_db_instance_automated_backups_replication" "recovery" {
  provider               = aws.recovery
  count                  = local.copies
  source_db_instance_arn = aws_db_instance.main.arn
  kms_key_id             = aws_kms_key.recovery[0].arn
  retention_period       = var.backup_days
}

resource "aws_backup_vault" "local" {
  count       = local.copies
  name        = var.name
  kms_key_arn = var.kms_key_arn
  tags        = var.tags
}

resource "aws_backup_vault" "recovery" {
  provider    = aws.recovery
  count       = local.copies
  name        = "${var.name}-recovery"
  kms_key_arn = aws_kms_key.recovery[0].arn
  tags        = var.tags
}

resource "aws_backup_plan" "daily" {
  count = local.copies
  name  = "${var.name}-daily"
  tags  = var.tags

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.local[0].name
    schedule          = "cron(0 5 * * ? *)"
    start_window      = 60
    completion_window = 240

    lifecycle {
      delete_after = var.backup_days
    }

    copy_action {
      destination_vault_arn = aws_backup_vault.recovery[0].arn

      lifecycle {
        delete_after = var.backup_days
      }
    }
  }
}

resource "aws_iam_role" "backup" {
  count = local.copies
  name  = "${var.name}-backup"
  tags  = var.tags

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "backup.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "backup" {
  count      = local.copies
  role       = aws_iam_role.backup[0].name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"
}

resource "aws_backup_selection" "database" {
  count        = local.copies
  name         = "${var.name}-database"
  plan_id      = aws_backup_plan.daily[0].id
  iam_role_arn = aws_iam_role.backup[0].arn
  resources    = [aws_db_instance.main.arn]
}
