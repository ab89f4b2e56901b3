output "deployment" {
  description = "What a deployment needs to know, as the parameter store has it: cluster, services, task, rules, alarms."
  value       = module.stack.deployment
}

output "url" {
  description = "Where clients find the service."
  value       = module.stack.url
}
