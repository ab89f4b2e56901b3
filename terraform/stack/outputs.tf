output "deployment" {
  description = "What a deployment needs to know: cluster, services, family, parameter, rules and target groups."
  value = {
    cluster            = module.service.cluster_name
    services           = module.service.service_names
    task_family        = module.service.task_family
    digest_parameter   = module.service.digest_parameter
    listener_rule_arns = module.edge.listener_rule_arns
    target_group_arns  = { for track, group in module.edge.target_groups : track => group.arn }
    alarms             = module.observability.deployment_alarms
    log_group          = module.service.log_group
    url                = module.edge.url
  }
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
