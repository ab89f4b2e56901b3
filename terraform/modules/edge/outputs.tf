output "balancer_arn_suffix" {
  description = "The balancer as CloudWatch names it."
  value       = aws_lb.main.arn_suffix
}

output "balancer_dns_name" {
  description = "Name of the balancer itself; clients use the domain."
  value       = aws_lb.main.dns_name
}

output "target_groups" {
  description = "Target groups by track (stable, canary): arn, and arn_suffix as CloudWatch names it."
  value       = { for track, group in aws_lb_target_group.track : track => { arn = group.arn, arn_suffix = group.arn_suffix } }
}

output "listener_rule_arns" {
  description = "Rules whose weights a deployment moves, by name."
  value       = { for name, rule in aws_lb_listener_rule.paths : name => rule.arn }
}

output "url" {
  description = "Where clients find the service."
  value       = "https://${var.domain}"
}

output "web_acl_name" {
  description = "The WAF as CloudWatch names it."
  value       = aws_wafv2_web_acl.main.name
}
