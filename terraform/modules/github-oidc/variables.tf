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

variable "repository" {
  description = "Repository whose workflows are believed, as OWNER/NAME."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", var.repository))
    error_message = "repository is OWNER/NAME without wildcards, as in acme/calendar: a star would let strangers in."
  }
}

variable "repository_ids" {
  description = "Numbers of owner and repository, for the second form of the subject; `gh api repos/OWNER/NAME --jq '.owner.id, .id'` shows them."
  type        = object({ owner = number, repository = number })
  default     = null
}

variable "environments" {
  description = "Environments that get a role to apply and one to deploy."
  type        = list(string)
  default     = ["dev", "staging", "production"]

  validation {
    condition     = length(distinct(var.environments)) == length(var.environments) && !contains(var.environments, "preview")
    error_message = "environments are different names; preview has a role of its own."
  }
}

variable "regions" {
  description = "Regions that Terraform may write in: the main one and the recovery one."
  type        = list(string)

  validation {
    condition     = length(var.regions) == 2 && length(distinct(var.regions)) == 2
    error_message = "regions are two different ones: a copy in the same region does not survive its failure."
  }
}

variable "repository_arn" {
  description = "ARN of the image repository."
  type        = string
}

variable "state_bucket_arn" {
  description = "ARN of the state bucket."
  type        = string
}

variable "state_key_arn" {
  description = "Key that encrypts the states."
  type        = string
}
