# Who the server logs in as. The address is not in the secret: it does not change, and then the secret would depend on
# the instance, which waits for the secret.

resource "aws_secretsmanager_secret" "login" {
  name                    = "${var.name}/database"
  description             = "user and password of the calendar database"
  kms_key_id              = var.kms_key_arn
  recovery_window_in_days = var.deletion_protection ? 30 : 0
  tags                    = var.tags

  dynamic "replica" {
    for_each = var.cross_region_backup ? [var.recovery_region] : []

    content {
      region = replica.value
    }
  }
}

resource "aws_secretsmanager_secret_version" "login" {
  secret_id                = aws_secretsmanager_secret.login.id
  secret_string_wo         = jsonencode({ username = "calendar", password = var.password })
  secret_string_wo_version = var.password_version
}
