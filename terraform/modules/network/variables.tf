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

variable "cidr" {
  description = "Addresses of the network."
  type        = string
  default     = "10.20.0.0/16"

  validation {
    condition     = can(regex("/16$", var.cidr)) && can(cidrnetmask(var.cidr))
    error_message = "cidr is a private IPv4 network of /16, as in 10.20.0.0/16: it is cut into three tiers by zone."
  }
}

variable "zones" {
  description = "Availability zones to spread over, by name."
  type        = list(string)

  validation {
    condition     = length(var.zones) >= 2 && length(var.zones) <= 4 && length(distinct(var.zones)) == length(var.zones)
    error_message = "zones are two to four different names: a balancer needs two, and the tiers have room for four."
  }
}

variable "nat_per_zone" {
  description = "A NAT gateway in every zone; otherwise one, and its zone's failure cuts the way out of all."
  type        = bool
  default     = false
}

variable "interface_endpoints" {
  description = "Private endpoints for images, logs, secrets and parameters."
  type        = bool
  default     = false
}

variable "service_port" {
  description = "Port on which containers listen."
  type        = number
  default     = 8080

  validation {
    condition     = var.service_port >= 1024 && var.service_port <= 65535
    error_message = "service_port is 1024 to 65535: the container's user is not root."
  }
}

variable "log_days" {
  description = "Days that flow logs are kept."
  type        = number
  default     = 14

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400], var.log_days)
    error_message = "log_days is a number that CloudWatch knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 or 400."
  }
}

variable "logs_key_arn" {
  description = "KMS key that encrypts log groups."
  type        = string
}
