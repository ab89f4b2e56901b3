# What containers need of AWS does not leave the network: images, secrets, parameters and logs. The gateway for S3 costs
# nothing; each other endpoint costs by the hour and zone, so small environments go through the NAT instead.

data "aws_region" "current" {}

locals {
  interface_endpoints = toset(var.interface_endpoints ? ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"] : [])
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.${data.aws_region.current.name}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [for table in aws_route_table.private : table.id]
  tags              = merge(var.tags, { Name = "${var.name}-s3" })
}

resource "aws_vpc_endpoint" "interface" {
  for_each            = local.interface_endpoints
  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.${data.aws_region.current.name}.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [for zone in var.zones : aws_subnet.tier["private-${zone}"].id]
  security_group_ids  = [aws_security_group.part["endpoints"].id]
  tags                = merge(var.tags, { Name = "${var.name}-${each.key}" })
}
