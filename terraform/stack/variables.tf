variable "project" {
  description = "Prefix of every name."
  type        = string
  default     = "libapi"

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,11}$", var.project))
    error_message = "project is 2 to 12 lower-case letters and digits: it begins every name, and a balancer's name ends at 32 characters."
  }
}

variable "environment" {
  description = "dev, staging, production or preview."
  type        = string

  validation {
    condition     = contains(["dev", "staging", "production", "preview"], var.environment)
    error_message = "environment is dev, staging, production or preview."
  }
}

variable "instance" {
  description = "Number of the pull request, for a preview; null otherwise."
  type        = number
  default     = null

  validation {
    condition     = (var.instance != null) == (var.environment == "preview")
    error_message = "instance is the number of a pull request, given for environment preview and for no other."
  }
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

  validation {
    condition     = var.zone_count >= 2 && var.zone_count <= 4
    error_message = "zone_count is 2 to 4."
  }
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

  validation {
    condition     = can(regex("^sha256:[0-9a-f]{64}$", var.image_digest))
    error_message = "image_digest is sha256: and 64 hexadecimal digits, never a tag."
  }
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

  validation {
    condition     = var.environment != "production" || var.capacity.FARGATE.base >= 1
    error_message = "capacity: production has a base on FARGATE: Spot may be taken away everywhere at once."
  }
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

  validation {
    condition     = var.multi_az || var.environment != "production"
    error_message = "multi_az: production has a standby; without it the failure of a zone is an outage."
  }
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

  validation {
    condition     = var.backup_days >= 7 || !contains(["staging", "production"], var.environment)
    error_message = "backup_days is 7 at least in staging and production."
  }
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

  validation {
    condition     = var.deletion_protection || !contains(["staging", "production"], var.environment)
    error_message = "deletion_protection stays on in staging and production."
  }
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

variable "passwords" {
  description = "Fresh random values: database, cursor-a, cursor-b, webhook-a, webhook-b. Used only where a version is raised; kept nowhere."
  type        = map(string)
  ephemeral   = true

  validation {
    condition     = contains(keys(var.passwords), "database")
    error_message = "passwords has database, cursor-a, cursor-b, webhook-a and webhook-b."
  }
}
