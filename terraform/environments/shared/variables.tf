# As in stack/variables.tf, which checks them; tests/policy.py holds the two together.

variable "region" {
  description = "Where the environment is."
  type        = string
  default     = "eu-central-1"
}

variable "recovery_region" {
  description = "Where copies of backups, secrets and images go."
  type        = string
  default     = "eu-west-1"

  validation {
    condition     = var.recovery_region != var.region
    error_message = "recovery_region is another region than region: a copy beside the original is lost with it."
  }
}

variable "project" {
  description = "Prefix of every name."
  type        = string
  default     = "libapi"
}

variable "environment" {
  description = "dev, staging, production or preview."
  type        = string
}

variable "instance" {
  description = "Number of the pull request, for a preview; null otherwise."
  type        = number
  default     = null
}

variable "cidr" {
  description = "Addresses of the network; different ones where networks shall be joined later."
  type        = string
  default     = "10.20.0.0/16"
}

variable "zone_count" {
  description = "Availability zones."
  type        = number
  default     = 2
}

variable "nat_per_zone" {
  description = "A NAT gateway in every zone."
  type        = bool
  default     = false
}

variable "interface_endpoints" {
  description = "Private endpoints for images, logs, secrets and parameters."
  type        = bool
  default     = false
}

variable "domain" {
  description = "Name of the service, as in calendar.example.com."
  type        = string
}

variable "zone_id" {
  description = "Hosted zone of Route 53 that holds the domain."
  type        = string
}

variable "email" {
  description = "Who is told of alarms and costs."
  type        = string
}

variable "repository_url" {
  description = "Where images come from; bootstrap's output accounts has it."
  type        = string
}

variable "repository_arn" {
  description = "The same repository's ARN."
  type        = string
}

variable "image_digest" {
  description = "Image of the very first deployment, sha256:…; a change later has no effect."
  type        = string
}

variable "settings" {
  description = "More settings of the server (API_…), no secrets."
  type        = map(string)
  default     = {}
}

variable "health_check" {
  description = "When a container counts as healthy; times in seconds."
  type        = object({ interval = number, timeout = number, healthy_threshold = number, unhealthy_threshold = number })
  default     = { interval = 5, timeout = 2, healthy_threshold = 2, unhealthy_threshold = 2 }
}

variable "rate_limit" {
  description = "Requests a minute and client address, past which the WAF answers 429."
  type        = number
  default     = 6000
}

variable "task_cpu" {
  description = "CPU of a task, in 1/1024."
  type        = number
  default     = 256
}

variable "task_memory_mib" {
  description = "Memory of a task, in MiB."
  type        = number
  default     = 512
}

variable "tasks" {
  description = "Fewest and most tasks."
  type        = object({ min = number, max = number })
}

variable "capacity" {
  description = "Shares of FARGATE and FARGATE_SPOT."
  type        = object({ FARGATE = object({ base = number, weight = number }), FARGATE_SPOT = object({ base = number, weight = number }) })
}

variable "night" {
  description = "Fewer tasks at night (cron, UTC); null: never."
  type        = object({ begins = string, ends = string, min = number })
  default     = null
}

variable "database_class" {
  description = "Size of the database."
  type        = string
  default     = "db.t4g.micro"
}

variable "database_storage_gib" {
  description = "Storage at first, in GiB."
  type        = number
  default     = 20
}

variable "database_password_version" {
  description = "Raise by one to rotate the database's password."
  type        = number
  default     = 1
}

variable "multi_az" {
  description = "A standby of the database in another zone."
  type        = bool
  default     = false
}

variable "replica" {
  description = "A read replica."
  type        = bool
  default     = false
}

variable "backup_days" {
  description = "Days back that point-in-time recovery reaches, 1 to 35."
  type        = number
  default     = 1
}

variable "cross_region_backup" {
  description = "Backups and secrets in the recovery region too."
  type        = bool
  default     = false
}

variable "key_generation" {
  description = "Raise by one to rotate the server's keys."
  type        = number
  default     = 0
}

variable "deletion_protection" {
  description = "Database and balancer cannot be deleted by accident."
  type        = bool
  default     = true
}

variable "log_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 7
}

variable "alarm_limits" {
  description = "Past which values alarms go off; see modules/observability."
  type        = any
  default     = {}
}

variable "budget_usd" {
  description = "What the environment may cost a month, in US dollars."
  type        = number
}

variable "anomaly_monitor" {
  description = "Watch for unusual spending."
  type        = bool
  default     = true
}

variable "max_retries" {
  description = "How often a refused call of AWS is tried again."
  type        = number
  default     = 10
}
