# Who may talk to whom, one rule a resource: internet -> balancer -> containers -> database, and containers -> HTTPS.
# Groups name groups, never addresses, but for the balancer's two open ports and the containers' way out (webhooks
# go to any address; the server itself refuses those that are not public).

locals {
  parts = {
    balancer  = "takes requests from the internet"
    service   = "containers"
    database  = "PostgreSQL and its replica"
    endpoints = "private endpoints of AWS"
  }
  rules = {
    balancer-service  = { from = "balancer", to = "service", port = var.service_port }
    service-database  = { from = "service", to = "database", port = 5432 }
    service-endpoints = { from = "service", to = "endpoints", port = 443 }
  }
}

resource "aws_security_group" "part" {
  for_each    = local.parts
  name        = "${var.name}-${each.key}"
  description = each.value
  vpc_id      = aws_vpc.main.id
  tags        = merge(var.tags, { Name = "${var.name}-${each.key}" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "internet_balancer" {
  for_each          = { http = 80, https = 443 }
  security_group_id = aws_security_group.part["balancer"].id
  description       = "${each.key} from anywhere; http is only redirected"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
  tags              = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "between" {
  for_each                     = local.rules
  security_group_id            = aws_security_group.part[each.value.to].id
  referenced_security_group_id = aws_security_group.part[each.value.from].id
  description                  = "from ${each.value.from}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  tags                         = var.tags
}

resource "aws_vpc_security_group_egress_rule" "between" {
  for_each                     = local.rules
  security_group_id            = aws_security_group.part[each.value.from].id
  referenced_security_group_id = aws_security_group.part[each.value.to].id
  description                  = "to ${each.value.to}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  tags                         = var.tags
}

resource "aws_vpc_security_group_egress_rule" "service_https" {
  security_group_id = aws_security_group.part["service"].id
  description       = "webhooks, and AWS where there is no endpoint"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  tags              = var.tags
}
