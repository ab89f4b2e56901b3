output "deployment" {
  description = "What a deployment needs to know, as the parameter store has it: cluster, services, task, rules, alarms."
  value       = local.deployment
}

output "url" {
  description = "Where clients find the service."
  value       = module.edge.url
}

output "database" {
  description = "Addresses of primary and replica, and the secret with the login."
  value = {
    primary          = module.database.address
    replica          = module.database.replica_address
    login_secret_arn = module.database.login_secret_arn
  }
}

output "alerts_topic_arn" {
  description = "Topic of all alerts."
  value       = module.observability.topic_arn
}
