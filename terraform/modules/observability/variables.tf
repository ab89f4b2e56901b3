variable "name" {
  description = "Prefix of every name in this environment, as in libapi-production."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,23}$", var.name))
    error_message = "name is 3 to 24 lower-case letters, digits and hyphens and begins with a letter, as in libapi-staging: load balancer names end at 32 characters, and suffixes follow."
  }
}

variable "tags" {
  description = "Tags of every resource, beside the default_tags of the provider."
  type        = map(string)
  default     = {}
}

variable "email" {
  description = "Who is told. The address gets a letter from AWS that must be answered once."
  type        = string

  validation {
    condition     = can(regex("^[^@ ]+@[^@ ]+[.][^@ ]+$", var.email))
    error_message = "email is one address, as in ops@example.com."
  }
}

variable "kms_key_arn" {
  description = "Key of the topic; CloudWatch and EventBridge may use it."
  type        = string
}

variable "balancer_arn_suffix" {
  description = "The balancer as CloudWatch names it."
  type        = string
}

variable "target_group_arn_suffix" {
  description = "The stable target group as CloudWatch names it."
  type        = string
}

variable "web_acl_name" {
  description = "The WAF as CloudWatch names it."
  type        = string
}

variable "cluster_name" {
  description = "The cluster."
  type        = string
}

variable "cluster_arn" {
  description = "The cluster, for events."
  type        = string
}

variable "service_name" {
  description = "The service that takes the requests."
  type        = string
}

variable "log_group" {
  description = "The server's log."
  type        = string
}

variable "database_identifiers" {
  description = "Instances by role: primary, and replica where there is one."
  type        = map(string)

  validation {
    condition     = contains(keys(var.database_identifiers), "primary")
    error_message = "database_identifiers has a primary."
  }
}

variable "limits" {
  description = "Past which values alarms go off."
  type = object({
    errors_per_minute   = optional(number, 10)
    p95_seconds         = optional(number, 0.5)
    connections         = optional(number, 80)
    free_storage_gib    = optional(number, 4)
    replica_lag_seconds = optional(number, 30)
  })
  default = {}

  validation {
    condition     = alltrue([for limit in values(var.limits) : limit > 0])
    error_message = "limits are above 0."
  }
}
