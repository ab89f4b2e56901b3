output "deployment" {
  description = "What a deployment needs to know: cluster, services, family, parameter, rules and target groups."
  value       = module.stack.deployment
}

output "url" {
  description = "Where clients find the service."
  value       = module.stack.url
}
