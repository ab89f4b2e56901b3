# What each role may do. Names of resources begin with the name of the environment, so a role of one environment
# cannot touch another; IAM changes are bound to that prefix too.

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id

  registry_push = [
    { Effect = "Allow", Action = ["ecr:GetAuthorizationToken"], Resource = "*" },
    { Effect = "Allow", Resource = var.repository_arn, Action = [
      "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages",
      "ecr:DescribeImageScanFindings", "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:ListImages",
      "ecr:PutImage", "ecr:UploadLayerPart"
    ] },
  ]
  state_read = [
    { Effect = "Allow", Action = ["s3:ListBucket"], Resource = var.state_bucket_arn },
    { Effect = "Allow", Action = ["s3:GetObject", "s3:GetObjectVersion"], Resource = "${var.state_bucket_arn}/*" },
    { Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = var.state_key_arn },
  ]
  state_write = { for environment in concat(var.environments, ["preview"]) : environment => concat(local.state_read, [
    { Effect = "Allow", Action = ["s3:PutObject", "s3:DeleteObject"], Resource = "${var.state_bucket_arn}/${environment}/*" },
  ]) }
  # A plan takes the lock like an apply does; it may write that file and nothing else.
  state_lock = [
    { Effect = "Allow", Action = ["s3:PutObject", "s3:DeleteObject"], Resource = "${var.state_bucket_arn}/*.tflock" },
  ]
  deploy = { for environment in concat(var.environments, ["preview"]) : environment => [
    { Effect = "Allow", Action = ["ecs:DescribeTaskDefinition", "ecs:ListTaskDefinitions", "ecs:RegisterTaskDefinition"], Resource = "*" },
    { Effect = "Allow", Action = ["ecs:DescribeServices", "ecs:UpdateService", "ecs:DescribeTasks", "ecs:ListTasks", "ecs:RunTask", "ecs:DescribeServiceDeployments", "ecs:ListServiceDeployments"], Resource = "*",
    Condition = { ArnLike = { "ecs:cluster" = "arn:aws:ecs:*:${local.account}:cluster/${var.name}-${local.short[environment]}*" } } },
    { Effect = "Allow", Action = ["iam:PassRole"], Resource = "arn:aws:iam::${local.account}:role/${var.name}-${local.short[environment]}*",
    Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } } },
    { Effect = "Allow", Action = ["ssm:GetParametersByPath"], Resource = local.parameters[environment] },
    { Effect = "Allow", Action = ["ssm:PutParameter"], Resource = [for name in ["image_digest", "image_digest_previous"] : "${local.parameters[environment]}/${name}"] },
    { Effect = "Allow", Action = ["ecr:BatchGetImage", "ecr:DescribeImages"], Resource = var.repository_arn },
    { Effect = "Allow", Action = ["elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeTargetHealth", "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTargetGroups", "cloudwatch:DescribeAlarms"], Resource = "*" },
    { Effect = "Allow", Action = ["elasticloadbalancing:ModifyRule"], Resource = "arn:aws:elasticloadbalancing:*:${local.account}:listener-rule/app/${var.name}-${local.short[environment]}*" },
  ] }
  parameters = { for environment in concat(var.environments, ["preview"]) :
  environment => "arn:aws:ssm:*:${local.account}:parameter/${var.name}/${environment == "preview" ? "pr-*" : environment}" }
  # The image is attested only when it is the one that staging runs.
  staging_read = [
    for environment in var.environments : { Effect = "Allow", Action = ["ssm:GetParametersByPath"], Resource = local.parameters[environment] }
    if environment == "staging"
  ]
  short = merge({ for environment in var.environments : environment => environment }, { preview = "pr-" })

  statements = merge(
    {
      plan    = concat(local.state_read, local.state_lock)
      push    = concat(local.registry_push, local.staging_read)
      promote = local.registry_push
      preview = concat(local.state_write["preview"], local.deploy["preview"])
    },
    { for environment in var.environments : "apply-${environment}" => local.state_write[environment] },
    { for environment in var.environments : "deploy-${environment}" => local.deploy[environment] },
  )
}

resource "aws_iam_role_policy" "workflow" {
  for_each = local.roles
  name     = "workflow"
  role     = aws_iam_role.workflow[each.key].id
  policy   = jsonencode({ Version = "2012-10-17", Statement = local.statements[each.key] })
}

# A plan reads everything that it compares. Values of secrets are not in that policy.
resource "aws_iam_role_policy_attachment" "read" {
  for_each   = { for role, _ in local.roles : role => role if role == "plan" || role == "preview" || startswith(role, "apply-") }
  role       = aws_iam_role.workflow[each.key].name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
