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

variable "vpc_id" {
  description = "Network of the containers."
  type        = string
}

variable "subnet_ids" {
  description = "Public subnets, one a zone."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids are of two zones at least: a balancer does not start in one."
  }
}

variable "security_group_id" {
  description = "Security group of the balancer."
  type        = string
}

variable "domain" {
  description = "Name of the service, as in calendar.example.com."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9-]+[.])+[a-z]{2,}$", var.domain))
    error_message = "domain is a host name in lower case without scheme or path, as in calendar.example.com."
  }
}

variable "other_names" {
  description = "More names of the service, in the same zone."
  type        = list(string)
  default     = []
}

variable "zone_id" {
  description = "Hosted zone of Route 53 that holds the domain."
  type        = string

  validation {
    condition     = can(regex("^Z[A-Z0-9]+$", var.zone_id))
    error_message = "zone_id is the id of a hosted zone, as in Z0123456789ABC, not its name; `aws route53 list-hosted-zones` shows it."
  }
}

variable "service_port" {
  description = "Port on which containers listen."
  type        = number
  default     = 8080
}

variable "health_check" {
  description = "When a container counts as healthy; times in seconds. The server's API_LAME_DUCK (15 s) must be longer than interval × unhealthy_threshold."
  type = object({
    interval            = number
    timeout             = number
    healthy_threshold   = number
    unhealthy_threshold = number
  })
  default = { interval = 5, timeout = 2, healthy_threshold = 2, unhealthy_threshold = 2 }

  validation {
    condition     = var.health_check.timeout < var.health_check.interval
    error_message = "health_check.timeout is shorter than health_check.interval."
  }

  validation {
    condition     = var.health_check.interval * var.health_check.unhealthy_threshold < 15
    error_message = "health_check.interval × health_check.unhealthy_threshold is below 15 s: a stopping server accepts connections for 15 s (API_LAME_DUCK), and the balancer must have noticed by then."
  }
}

variable "path_rules" {
  description = "Paths that reach containers, by name; the lower priority is looked at first, each has five patterns at most."
  type        = map(object({ priority = number, paths = list(string) }))
  default = {
    api    = { priority = 10, paths = ["/v1/*"] }
    probes = { priority = 20, paths = ["/livez", "/health", "/version"] }
  }

  validation {
    condition     = alltrue([for rule in values(var.path_rules) : length(rule.paths) >= 1 && length(rule.paths) <= 5])
    error_message = "path_rules: each rule has one to five patterns, the balancer's limit for one condition."
  }

  validation {
    condition     = !contains(flatten([for rule in values(var.path_rules) : rule.paths]), "/metrics")
    error_message = "path_rules: /metrics is not for the internet; it is on the server's admin port."
  }
}

variable "rate_limit" {
  description = "Requests a minute and client address, past which the WAF answers 429."
  type        = number
  default     = 6000

  validation {
    condition     = var.rate_limit >= 10 && var.rate_limit <= 2000000000
    error_message = "rate_limit is 10 to 2,000,000,000 requests a minute, as the WAF allows."
  }
}

variable "log_days" {
  description = "Days that access and WAF logs are kept."
  type        = number
  default     = 14
}

variable "logs_key_arn" {
  description = "KMS key that encrypts log groups."
  type        = string
}

variable "deletion_protection" {
  description = "The balancer cannot be deleted by accident, nor a log bucket that is not empty."
  type        = bool
  default     = true
}
