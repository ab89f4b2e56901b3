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

variable "subnet_ids" {
  description = "Private subnets, one a zone: tasks are spread over them."
  type        = list(string)
}

variable "security_group_id" {
  description = "Security group of the containers."
  type        = string
}

variable "target_group_arns" {
  description = "Target groups by track: stable, canary."
  type        = object({ stable = string, canary = string })
}

variable "request_label" {
  description = "Balancer and stable target group as scaling names them: app/NAME/ID/targetgroup/NAME/ID."
  type        = string
}

variable "repository_url" {
  description = "Where images come from, without tag or digest."
  type        = string
}

variable "repository_arn" {
  description = "ARN of the repository."
  type        = string
}

variable "image_digest" {
  description = "Image of the very first deployment; later ones copy the task with a digest of their own."
  type        = string

  validation {
    condition     = can(regex("^sha256:[0-9a-f]{64}$", var.image_digest))
    error_message = "image_digest is sha256: and 64 hexadecimal digits. A tag is not enough: it says what somebody called an image, not which one it is. `skopeo inspect --format '{{.Digest}}' docker://IMAGE` shows it."
  }
}

variable "database" {
  description = "Address and name of the database, the secret with its login, and the file in the image with the certificates of RDS."
  type = object({
    address          = string
    name             = string
    login_secret_arn = string
    ca_file          = optional(string, "/etc/ssl/certs/rds-global-bundle.pem")
  })
}

variable "key_arns" {
  description = "Secrets with the server's keys: cursor, webhook, and the webhook key before."
  type        = object({ cursor = string, webhook = string, webhook_before = string })
}

variable "key_versions" {
  description = "Versions of those secrets: a rotation makes a new revision of the task."
  type        = map(string)
  default     = {}
}

variable "kms_key_arn" {
  description = "Key that the secrets are encrypted with."
  type        = string
}

variable "logs_key_arn" {
  description = "KMS key that encrypts log groups."
  type        = string
}

variable "trusted_proxies" {
  description = "Networks of the balancer, whose X-Forwarded-For the server believes."
  type        = list(string)

  validation {
    condition     = alltrue([for cidr in var.trusted_proxies : can(cidrnetmask(cidr)) && cidr != "0.0.0.0/0"])
    error_message = "trusted_proxies are networks as in 10.20.0.0/20, never 0.0.0.0/0: then any client could say that it is another."
  }
}

variable "settings" {
  description = "More settings of the server, as in docs/operations.md. Secrets do not belong here."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.settings) : startswith(name, "API_") && !endswith(name, "_KEY")])
    error_message = "settings are API_ variables that are no secrets; keys come from Secrets Manager."
  }
}

variable "cpu" {
  description = "CPU of a task, in 1/1024."
  type        = number
  default     = 256

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096], var.cpu)
    error_message = "cpu is 256, 512, 1024, 2048 or 4096."
  }
}

variable "memory_mib" {
  description = "Memory of a task, in MiB."
  type        = number
  default     = 512

  validation {
    condition     = var.memory_mib >= 2 * var.cpu && var.memory_mib <= 8 * var.cpu
    error_message = "memory_mib is two to eight times cpu, as Fargate allows."
  }
}

variable "architecture" {
  description = "What the image is built for."
  type        = string
  default     = "X86_64"

  validation {
    condition     = contains(["X86_64", "ARM64"], var.architecture)
    error_message = "architecture is X86_64 or ARM64."
  }
}

variable "tasks" {
  description = "Fewest and most tasks."
  type        = object({ min = number, max = number })

  validation {
    condition     = var.tasks.min >= 1 && var.tasks.max >= var.tasks.min
    error_message = "tasks.min is 1 at least, and tasks.max not below it."
  }
}

variable "capacity" {
  description = "Shares of FARGATE and FARGATE_SPOT: base tasks first, then by weight."
  type = object({
    FARGATE      = object({ base = number, weight = number })
    FARGATE_SPOT = object({ base = number, weight = number })
  })

  validation {
    condition     = length([for share in values(var.capacity) : share if share.base > 0]) <= 1
    error_message = "capacity: only one of FARGATE and FARGATE_SPOT may have a base."
  }
}

variable "requests_per_task" {
  description = "Requests a minute and task that scaling aims at."
  type        = number
  default     = 30000
}

variable "night" {
  description = "Fewer tasks at night: when it begins and ends (cron, UTC) and the minimum then; null: never."
  type        = object({ begins = string, ends = string, min = number })
  default     = null

  validation {
    condition     = var.night == null ? true : var.night.min >= 1 && var.night.min <= var.tasks.min && startswith(var.night.begins, "cron(") && startswith(var.night.ends, "cron(")
    error_message = "night.min is 1 to tasks.min, and begins and ends are as in cron(0 20 * * ? *)."
  }
}

variable "alarm_names" {
  description = "Alarms that roll a deployment back."
  type        = list(string)
  default     = []
}

variable "log_days" {
  description = "Days that the server's log is kept."
  type        = number
  default     = 14
}
