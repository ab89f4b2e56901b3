# What the scripts of scripts/ci must know of this environment stands in the parameter store, under
# /PROJECT/ENVIRONMENT/. The names are given here and nowhere else; tests/ci/names.py holds the scripts to them.

locals {
  place = "/${var.project}/${var.instance == null ? var.environment : "pr-${var.instance}"}"

  deployment = {
    cluster             = module.service.cluster_name
    service             = module.service.service_names["stable"]
    canary_service      = module.service.service_names["canary"]
    task_definition     = module.service.task_definition_arn
    container           = module.service.container_name
    listener_rules      = join(",", values(module.edge.listener_rule_arns))
    target_group        = module.edge.target_groups["stable"].arn
    canary_target_group = module.edge.target_groups["canary"].arn
    alarms              = join(",", module.observability.deployment_alarms)
    url                 = module.edge.url
  }
  # What runs, and what ran before: begun here, written by deployments alone.
  image = { image_digest = "none", image_digest_previous = "none" }
}

resource "aws_ssm_parameter" "deployment" {
  for_each    = local.deployment
  name        = "${local.place}/${each.key}"
  description = "for deployments, written by Terraform"
  type        = "String"
  value       = each.value
  tags        = local.tags
}

resource "aws_ssm_parameter" "image" {
  for_each    = local.image
  name        = "${local.place}/${each.key}"
  description = "written by deployments, begun by Terraform"
  type        = "String"
  value       = each.value
  tags        = local.tags

  lifecycle {
    ignore_changes = [value]
  }
}
