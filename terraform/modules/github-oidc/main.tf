# Workflows come without a stored key: GitHub signs who they are, and a role says which of them it believes.
#
# GitHub writes the subject in two forms: by name, and, for repositories created since July 2026, by name with id,
# which a later owner of the same name cannot have. Both are matched exactly, by name only where no ids are given.

locals {
  by_name = "repo:${var.repository}"
  by_id = var.repository_ids == null ? [] : [format("repo:%s@%d/%s@%d",
    split("/", var.repository)[0], var.repository_ids.owner,
  split("/", var.repository)[1], var.repository_ids.repository)]
  subjects = concat([local.by_name], local.by_id)

  # Role, and the ends of the subjects that may take it.
  roles = merge(
    {
      plan    = { ends = ["pull_request", "ref:refs/heads/develop", "ref:refs/heads/main"] }
      push    = { ends = ["pull_request", "ref:refs/heads/develop"] }
      promote = { ends = ["ref:refs/heads/main"] }
      preview = { ends = ["environment:preview"] }
    },
    { for environment in var.environments : "apply-${environment}" => { ends = ["environment:${environment}-infrastructure"] } },
    { for environment in var.environments : "deploy-${environment}" => { ends = ["environment:${environment}"] } },
  )
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
  tags           = var.tags
}

resource "aws_iam_role" "workflow" {
  for_each             = local.roles
  name                 = "${var.name}-${each.key}"
  max_session_duration = 3600
  tags                 = merge(var.tags, { Workflow = each.key })

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringEquals = {
        "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:sub" = [
          for pair in setproduct(local.subjects, each.value.ends) : "${pair[0]}:${pair[1]}"
        ]
      } }
    }]
  })
}
