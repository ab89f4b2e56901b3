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

variable "keys" {
  description = "Fresh random values for cursor-a, cursor-b, webhook-a and webhook-b, 32 to 1024 characters; used only when a place is written."
  type        = map(string)
  ephemeral   = true

  validation {
    condition     = alltrue([for name in ["cursor-a", "cursor-b", "webhook-a", "webhook-b"] : length(lookup(var.keys, name, "")) >= 32 && length(lookup(var.keys, name, "")) <= 1024])
    error_message = "keys has cursor-a, cursor-b, webhook-a and webhook-b, each of 32 to 1024 characters: the server refuses shorter ones."
  }
}

variable "generation" {
  description = "Raise by one to rotate the keys; the one before stays valid until the next rotation."
  type        = number
  default     = 0

  validation {
    condition     = var.generation >= 0 && floor(var.generation) == var.generation
    error_message = "generation is a whole number from 0 on, and only ever raised by one: by two, no old key would be left."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts the secrets; of this region, the replica uses the other region's own."
  type        = string
}

variable "replica_region" {
  description = "Region that keeps a copy of the secrets; none if null."
  type        = string
  default     = null
}

variable "recovery_window_days" {
  description = "Days in which a deleted secret can be had back; 0: none."
  type        = number
  default     = 30

  validation {
    condition     = var.recovery_window_days == 0 || (var.recovery_window_days >= 7 && var.recovery_window_days <= 30)
    error_message = "recovery_window_days is 0, or 7 to 30."
  }
}
