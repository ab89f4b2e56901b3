# Where images live. A tag never moves; what runs where is a digest in the parameter store, so images are expired by
# the prefix of their tag and never by count: a count may take the image that production runs.

data "aws_caller_identity" "current" {}

resource "aws_kms_key" "images" {
  description             = "Images of ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = var.tags
}

resource "aws_ecr_repository" "server" {
  name                 = "${var.name}/api-server"
  image_tag_mutability = "IMMUTABLE"
  tags                 = var.tags

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.images.arn
  }
}

resource "aws_ecr_lifecycle_policy" "server" {
  repository = aws_ecr_repository.server.name

  policy = jsonencode({ rules = [
    {
      rulePriority = 1
      description  = "images of pull requests"
      selection = {
        tagStatus     = "tagged"
        tagPrefixList = ["pr-"]
        countType     = "sinceImagePushed"
        countUnit     = "days"
        countNumber   = var.keep_pull_request_days
      }
      action = { type = "expire" }
    },
    {
      rulePriority = 2
      description  = "images without a tag"
      selection = {
        tagStatus   = "untagged"
        countType   = "sinceImagePushed"
        countUnit   = "days"
        countNumber = var.keep_untagged_days
      }
      action = { type = "expire" }
    },
  ] })
}

resource "aws_ecr_replication_configuration" "recovery" {
  replication_configuration {
    rule {
      destination {
        region      = var.recovery_region
        registry_id = data.aws_caller_identity.current.account_id
      }

      repository_filter {
        filter      = "${var.name}/"
        filter_type = "PREFIX_MATCH"
      }
    }
  }
}
