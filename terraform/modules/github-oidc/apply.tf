# What Terraform writes, by service. A managed policy holds 6,144 characters, so there is one for each group.

locals {
  verbs = ["Associate", "Add", "Attach", "Create", "Delete", "Deregister", "Detach", "Disassociate", "Modify", "Put",
  "Register", "Remove", "Set", "Start", "Stop", "Tag", "Untag", "Update"]
  groups = {
    network  = ["ec2", "elasticloadbalancing", "wafv2", "route53", "acm"]
    data     = ["rds", "backup", "backup-storage", "kms", "secretsmanager", "ssm", "s3"]
    compute  = ["ecs", "application-autoscaling", "ecr"]
    watching = ["cloudwatch", "logs", "sns", "events", "budgets", "ce"]
  }
  # Actions whose verb is none of these.
  others = {
    network  = ["ec2:AllocateAddress", "ec2:ReleaseAddress", "ec2:AuthorizeSecurityGroupIngress", "ec2:AuthorizeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress", "ec2:ReplaceRoute", "ec2:ReplaceRouteTableAssociation", "acm:RequestCertificate", "route53:ChangeResourceRecordSets", "route53:ChangeTagsForResource"]
    data     = ["kms:EnableKeyRotation", "kms:ScheduleKeyDeletion", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo", "secretsmanager:GetRandomPassword", "secretsmanager:ReplicateSecretToRegions", "secretsmanager:ValidateResourcePolicy", "rds:RebootDBInstance", "rds:PromoteReadReplica", "rds:RestoreDBInstanceToPointInTime"]
    compute  = []
    watching = ["sns:Subscribe", "sns:Unsubscribe", "cloudwatch:EnableAlarmActions"]
  }
}

resource "aws_iam_policy" "apply" {
  for_each = local.groups
  name     = "${var.name}-apply-${each.key}"
  tags     = var.tags

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = concat([for pair in setproduct(each.value, local.verbs) : "${pair[0]}:${pair[1]}*"], local.others[each.key])
      Resource  = "*"
      Condition = { StringEquals = { "aws:RequestedRegion" = concat(var.regions, ["us-east-1"]) } }
    }]
  })
}

locals {
  own_prefix = merge(local.short, { preview = "pr-*" })
  appliers   = [for role in keys(local.roles) : role if startswith(role, "apply-") || role == "preview"]
}

resource "aws_iam_role_policy_attachment" "apply" {
  for_each   = { for pair in setproduct(local.appliers, keys(local.groups)) : "${pair[0]}/${pair[1]}" => pair }
  role       = aws_iam_role.workflow[each.value[0]].name
  policy_arn = aws_iam_policy.apply[each.value[1]].arn
}

# Roles of its own environment only: who may write any role may become anyone.
resource "aws_iam_role_policy" "apply_roles" {
  for_each = toset(local.appliers)
  name     = "roles"
  role     = aws_iam_role.workflow[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = [
        "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy",
        "iam:PassRole", "iam:PutRolePolicy", "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy"
      ]
      Resource = [for suffix in ["execution", "task", "flow-log", "rds-monitoring", "backup"] :
      "arn:aws:iam::${local.account}:role/${var.name}-${local.own_prefix[trimprefix(each.key, "apply-")]}-${suffix}"]
    }]
  })
}
