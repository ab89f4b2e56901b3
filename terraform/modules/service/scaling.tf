# More containers when they are busy, fewer when they are not, and at night a smaller minimum where that is wanted.

locals {
  targets = {
    cpu      = { metric = "ECSServiceAverageCPUUtilization", value = 60, label = null }
    memory   = { metric = "ECSServiceAverageMemoryUtilization", value = 70, label = null }
    requests = { metric = "ALBRequestCountPerTarget", value = var.requests_per_task, label = var.request_label }
  }
}

resource "aws_appautoscaling_target" "stable" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.track["stable"].name}"
  min_capacity       = var.tasks.min
  max_capacity       = var.tasks.max
  tags               = var.tags

  # Scheduled actions move the minimum.
  lifecycle {
    ignore_changes = [min_capacity]
  }
}

resource "aws_appautoscaling_policy" "target" {
  for_each           = local.targets
  name               = "${var.name}-${each.key}"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.stable.service_namespace
  scalable_dimension = aws_appautoscaling_target.stable.scalable_dimension
  resource_id        = aws_appautoscaling_target.stable.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = each.value.value
    scale_out_cooldown = 60
    scale_in_cooldown  = 300

    predefined_metric_specification {
      predefined_metric_type = each.value.metric
      resource_label         = each.value.label
    }
  }
}

resource "aws_appautoscaling_scheduled_action" "night" {
  for_each = var.night == null ? {} : {
    down = { schedule = var.night.begins, min = var.night.min }
    up   = { schedule = var.night.ends, min = var.tasks.min }
  }
  name               = "${var.name}-${each.key}"
  service_namespace  = aws_appautoscaling_target.stable.service_namespace
  scalable_dimension = aws_appautoscaling_target.stable.scalable_dimension
  resource_id        = aws_appautoscaling_target.stable.resource_id
  schedule           = each.value.schedule
  timezone           = "Etc/UTC"

  scalable_target_action {
    min_capacity = each.value.min
    max_capacity = var.tasks.max
  }
}
