variable "name" {
  description = "Name of the state bucket, unique in all of AWS; the copy gets the suffix -recovery."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{2,53}$", var.name))
    error_message = "name is a bucket name of 3 to 54 lower-case letters, digits and hyphens (63 less the suffix -recovery); take one with your organisation in it, as in acme-libapi-state."
  }
}

variable "tags" {
  description = "Tags of every resource, beside the default_tags of the provider."
  type        = map(string)
  default     = {}
}

variable "keep_versions_days" {
  description = "Days that an overwritten state is kept; the 20 newest are kept longer."
  type        = number
  default     = 365

  validation {
    condition     = var.keep_versions_days >= 30
    error_message = "keep_versions_days is 30 at least: a lost state is often noticed weeks later."
  }
}
