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

variable "environment" {
  description = "Value of the tag Environment whose costs are counted."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*$", var.environment))
    error_message = "environment is what the tag Environment says, as in production."
  }
}

variable "budget_usd" {
  description = "What the environment may cost a month, in US dollars."
  type        = number

  validation {
    condition     = var.budget_usd > 0
    error_message = "budget_usd is above 0: a budget of nothing alarms on the first day."
  }
}

variable "email" {
  description = "Who is told about the budget and about unusual costs."
  type        = string

  validation {
    condition     = can(regex("^[^@ ]+@[^@ ]+[.][^@ ]+$", var.email))
    error_message = "email is one address, as in ops@example.com."
  }
}

variable "anomaly_monitor" {
  description = "Watch for unusual spending; an account has a limited number of such monitors."
  type        = bool
  default     = true
}
