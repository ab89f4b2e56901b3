# Keys of the server that the database must not hold. Values are write-only: neither plan nor state has them.
#
# A rotation needs the old key for a while. Each key has two places, a and b, which take turns: raising `generation` by
# one writes a new value into the place that was not current and makes it current; the other is the one before.

locals {
  places  = ["a", "b"]
  current = local.places[var.generation % 2]
  before  = local.places[(var.generation + 1) % 2]
  writes  = { a = floor(var.generation / 2) + 1, b = floor((var.generation + 1) / 2) + 1 }
  purpose = {
    cursor  = "signs cursors of lists and tokens of changes"
    webhook = "seals the signing secrets of webhooks"
  }
  secrets = merge([for key, purpose in local.purpose : {
    for place in local.places : "${key}-${place}" => { key = key, place = place, purpose = purpose }
  }]...)
}

resource "aws_secretsmanager_secret" "key" {
  for_each                = local.secrets
  name                    = "${var.name}/${each.key}"
  description             = each.value.purpose
  kms_key_id              = var.kms_key_arn
  recovery_window_in_days = var.recovery_window_days
  tags                    = var.tags

  dynamic "replica" {
    for_each = var.replica_region == null ? [] : [var.replica_region]

    content {
      region = replica.value
    }
  }
}

resource "aws_secretsmanager_secret_version" "key" {
  for_each                 = local.secrets
  secret_id                = aws_secretsmanager_secret.key[each.key].id
  secret_string_wo         = var.keys[each.key]
  secret_string_wo_version = local.writes[each.value.place]
}

# What an identity's policy allows is not enough to read over plain HTTP or to make a secret public.
resource "aws_secretsmanager_secret_policy" "key" {
  for_each            = local.secrets
  secret_arn          = aws_secretsmanager_secret.key[each.key].arn
  block_public_policy = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "DenyWithoutTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
