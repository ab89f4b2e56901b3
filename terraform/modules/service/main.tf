# The containers. Two services run the same task: stable takes the requests, canary exists for the first minutes of
# a deployment and has no task otherwise.

locals {
  port      = 8080
  container = "server"
  account   = data.aws_caller_identity.current.account_id
  region    = data.aws_region.current.name
}

data "aws_caller_identity" "current" {}
data "aws_region" "current" {}

resource "aws_ecs_cluster" "main" {
  name = var.name
  tags = var.tags

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

resource "aws_cloudwatch_log_group" "server" {
  name              = "/${var.name}/server"
  retention_in_days = var.log_days
  kms_key_id        = var.logs_key_arn
  tags              = var.tags
}

resource "aws_ecs_service" "track" {
  for_each                           = toset(["stable", "canary"])
  name                               = each.key
  cluster                            = aws_ecs_cluster.main.id
  task_definition                    = aws_ecs_task_definition.server.arn
  desired_count                      = each.key == "stable" ? var.tasks.min : 0
  platform_version                   = "1.4.0"
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  availability_zone_rebalancing      = "ENABLED"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = 60
  tags                               = merge(var.tags, { Track = each.key })

  dynamic "capacity_provider_strategy" {
    for_each = { for provider, share in var.capacity : provider => share if share.base + share.weight > 0 }

    content {
      capacity_provider = capacity_provider_strategy.key
      base              = capacity_provider_strategy.value.base
      weight            = capacity_provider_strategy.value.weight
    }
  }

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = [var.security_group_id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = var.target_group_arns[each.key]
    container_name   = local.container
    container_port   = local.port
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  dynamic "alarms" {
    for_each = length(var.alarm_names) > 0 ? [var.alarm_names] : []

    content {
      enable      = true
      rollback    = true
      alarm_names = alarms.value
    }
  }

  # Deployments choose the revision, scaling the count.
  lifecycle {
    ignore_changes = [task_definition, desired_count]
  }

  depends_on = [aws_ecs_cluster_capacity_providers.main]
}
