variable "project" {
  description = "Prefix of every name, the same as in the environments."
  type        = string
  default     = "libapi"
}

variable "region" {
  description = "Where the environments are."
  type        = string
  default     = "eu-central-1"
}

variable "recovery_region" {
  description = "Where copies go."
  type        = string
  default     = "eu-west-1"

  validation {
    condition     = var.recovery_region != var.region
    error_message = "recovery_region is another region than region: a copy beside the original is lost with it."
  }
}

variable "state_bucket" {
  description = "Name of the state bucket, unique in all of AWS, as in acme-libapi-state."
  type        = string
}

variable "repository" {
  description = "Repository on GitHub, as OWNER/NAME."
  type        = string
}

variable "repository_ids" {
  description = "Numbers of owner and repository; needed for repositories created since July 2026."
  type        = object({ owner = number, repository = number })
  default     = null
}

variable "domain" {
  description = "Name of the service in production, as in calendar.example.com; the other environments' names end with it."
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

variable "budget_usd" {
  description = "What bootstrap's own resources may cost a month."
  type        = number
  default     = 20
}

variable "activate_cost_tags" {
  description = "Activate the tags in the bill. AWS knows a tag only some hours after its first resource: set it in a second apply, a day later."
  type        = bool
  default     = false
}
