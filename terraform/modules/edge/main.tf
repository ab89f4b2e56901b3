# The way in: a balancer that ends TLS and knows which paths exist. Everything else is 404 here and costs no container.

resource "aws_lb" "main" {
  name                             = var.name
  load_balancer_type               = "application"
  internal                         = false
  subnets                          = var.subnet_ids
  security_groups                  = [var.security_group_id]
  drop_invalid_header_fields       = true
  desync_mitigation_mode           = "strictest"
  enable_http2                     = true
  enable_cross_zone_load_balancing = true
  enable_deletion_protection       = var.deletion_protection
  idle_timeout                     = 60
  preserve_host_header             = true
  tags                             = var.tags

  access_logs {
    bucket  = aws_s3_bucket.logs.id
    prefix  = "balancer"
    enabled = true
  }

  depends_on = [aws_s3_bucket_policy.logs]
}

# Two groups of containers: all requests go to stable; a deployment gives canary a few percent first.
resource "aws_lb_target_group" "track" {
  for_each                      = toset(["stable", "canary"])
  name                          = "${var.name}-${each.key}"
  vpc_id                        = var.vpc_id
  target_type                   = "ip"
  protocol                      = "HTTP"
  port                          = var.service_port
  deregistration_delay          = 30
  load_balancing_algorithm_type = "least_outstanding_requests"
  tags                          = var.tags

  # /livez and not /readyz: while the database fails over, containers must not be replaced.
  health_check {
    path                = "/livez"
    matcher             = "200"
    interval            = var.health_check.interval
    timeout             = var.health_check.timeout
    healthy_threshold   = var.health_check.healthy_threshold
    unhealthy_threshold = var.health_check.unhealthy_threshold
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.main.arn
  port              = 80
  protocol          = "HTTP"
  tags              = var.tags

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.main.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = aws_acm_certificate_validation.main.certificate_arn
  tags              = var.tags

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "application/json"
      status_code  = "404"
      message_body = jsonencode({ type = "/problems/not_found", title = "There is no such path", status = 404, code = "not_found" })
    }
  }
}

resource "aws_lb_listener_rule" "paths" {
  for_each     = var.path_rules
  listener_arn = aws_lb_listener.https.arn
  priority     = each.value.priority
  tags         = var.tags

  condition {
    path_pattern {
      values = each.value.paths
    }
  }

  action {
    type = "forward"

    forward {
      dynamic "target_group" {
        for_each = { stable = 100, canary = 0 }

        content {
          arn    = aws_lb_target_group.track[target_group.key].arn
          weight = target_group.value
        }
      }
    }
  }

  # A deployment moves the weights; Terraform must not move them back in the middle of one.
  lifecycle {
    ignore_changes = [action]
  }
}
