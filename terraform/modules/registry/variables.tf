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

variable "recovery_region" {
  description = "Region that images are copied to."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.recovery_region))
    error_message = "recovery_region is a region's name, as in eu-west-1."
  }
}

variable "keep_pull_request_days" {
  description = "Days that images of pull requests (tags pr-*) are kept."
  type        = number
  default     = 14

  validation {
    condition     = var.keep_pull_request_days >= 1
    error_message = "keep_pull_request_days is 1 at least."
  }
}

variable "keep_untagged_days" {
  description = "Days that images without a tag are kept."
  type        = number
  default     = 7

  validation {
    condition     = var.keep_untagged_days >= 1
    error_message = "keep_untagged_days is 1 at least: an image is untagged between its push and its tag."
  }
}
