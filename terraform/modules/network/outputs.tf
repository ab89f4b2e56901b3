output "vpc_id" {
  description = "The network."
  value       = aws_vpc.main.id
}

output "cidr" {
  description = "Addresses of the network, for the server's API_TRUSTED_PROXIES."
  value       = aws_vpc.main.cidr_block
}

output "subnet_ids" {
  description = "Subnets by tier: public, private, data."
  value = { for tier in keys(local.tiers) : tier => [
    for zone in var.zones : aws_subnet.tier["${tier}-${zone}"].id
  ] }
}

output "public_cidrs" {
  description = "Addresses of the public tier: the balancer's own, and nobody else's."
  value       = [for zone in var.zones : local.subnets["public-${zone}"].cidr]
}

output "security_group_ids" {
  description = "Security groups by part: balancer, service, database, endpoints."
  value       = { for part, group in aws_security_group.part : part => group.id }
}
