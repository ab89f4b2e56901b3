# Two keys: one for what users store, one for what operators read. Only the second is open to services of AWS that
# write logs and alerts by themselves.

data "aws_caller_identity" "current" {}
data "aws_region" "current" {}

resource "aws_kms_key" "data" {
  description             = "Database and secrets of ${local.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = local.tags
}

resource "aws_kms_key" "operations" {
  description             = "Logs and alerts of ${local.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = local.tags

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        # Without this, policies of the account could not grant the key, and nobody could mend it.
        Sid       = "Account"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "Logs"
        Effect    = "Allow"
        Principal = { Service = "logs.${data.aws_region.current.name}.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
        Resource  = "*"
        Condition = { ArnLike = {
          "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:*:${data.aws_caller_identity.current.account_id}:log-group:*"
        } }
      },
      {
        Sid       = "Alerts"
        Effect    = "Allow"
        Principal = { Service = ["cloudwatch.amazonaws.com", "events.amazonaws.com"] }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
      },
    ]
  })
}

resource "aws_kms_alias" "key" {
  for_each      = { data = aws_kms_key.data.key_id, operations = aws_kms_key.operations.key_id }
  name          = "alias/${local.name}-${each.key}"
  target_key_id = each.value
}
