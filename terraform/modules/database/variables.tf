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
  description = "Subnets of the data tier."
  type        = list(string)
}

variable "security_group_id" {
  description = "Security group of the database."
  type        = string
}

variable "kms_key_arn" {
  description = "Key that encrypts storage, login and Performance Insights."
  type        = string
}

variable "logs_key_arn" {
  description = "KMS key that encrypts log groups."
  type        = string
}

variable "password" {
  description = "Password of the database's owner; written only when password_version changes."
  type        = string
  ephemeral   = true

  validation {
    condition     = length(var.password) >= 30 && length(var.password) <= 128 && !can(regex("[/\"@ ]", var.password))
    error_message = "password is 30 to 128 characters without /, \", @ and space, as RDS asks."
  }
}

variable "password_version" {
  description = "Raise by one to rotate the password."
  type        = number
  default     = 1

  validation {
    condition     = var.password_version >= 1 && floor(var.password_version) == var.password_version
    error_message = "password_version is a whole number from 1 on."
  }
}

variable "engine_version" {
  description = "PostgreSQL 15, or 15 and a minor version."
  type        = string
  default     = "15"

  validation {
    condition     = can(regex("^15([.][0-9]+)?$", var.engine_version))
    error_message = "engine_version is 15 or 15.N: the server is tested against PostgreSQL 15, and the parameter group is of that family."
  }
}

variable "instance_class" {
  description = "Size of the database."
  type        = string
  default     = "db.t4g.micro"

  validation {
    condition     = can(regex("^db[.][a-z0-9]+[.][a-z0-9]+$", var.instance_class))
    error_message = "instance_class is as in db.t4g.micro."
  }
}

variable "storage_gib" {
  description = "Storage at first, in GiB; it grows by itself to four times as much."
  type        = number
  default     = 20

  validation {
    condition     = var.storage_gib >= 20 && var.storage_gib <= 16384
    error_message = "storage_gib is 20 to 16384, as gp3 storage allows."
  }
}

variable "multi_az" {
  description = "A standby in another zone, taken over by itself."
  type        = bool
  default     = false
}

variable "replica" {
  description = "A read replica."
  type        = bool
  default     = false

  validation {
    condition     = !var.replica || var.backup_days >= 1
    error_message = "replica needs backup_days of 1 at least: RDS makes a replica out of a backup."
  }
}

variable "backup_days" {
  description = "Days back that point-in-time recovery reaches."
  type        = number
  default     = 7

  validation {
    condition     = var.backup_days >= 1 && var.backup_days <= 35
    error_message = "backup_days is 1 to 35: 0 would turn point-in-time recovery off, and RDS keeps 35 at most."
  }
}

variable "backup_window" {
  description = "When backups begin, UTC."
  type        = string
  default     = "02:00-03:00"
}

variable "maintenance_window" {
  description = "When AWS may patch, UTC; not within the backup window."
  type        = string
  default     = "sun:03:30-sun:04:30"

  validation {
    condition     = can(regex("^(mon|tue|wed|thu|fri|sat|sun):[0-9]{2}:[0-9]{2}-(mon|tue|wed|thu|fri|sat|sun):[0-9]{2}:[0-9]{2}$", var.maintenance_window))
    error_message = "maintenance_window is as in sun:03:30-sun:04:30, UTC."
  }
}

variable "replica_maintenance_window" {
  description = "The same for the replica, at another time."
  type        = string
  default     = "sat:03:30-sat:04:30"

  validation {
    condition     = var.replica_maintenance_window != var.maintenance_window
    error_message = "replica_maintenance_window differs from maintenance_window: both must not be away at once."
  }
}

variable "cross_region_backup" {
  description = "Backups and login in the recovery region too."
  type        = bool
  default     = false
}

variable "recovery_region" {
  description = "Where the copies go; the region of the provider aws.recovery."
  type        = string
}

variable "log_days" {
  description = "Days that PostgreSQL's log is kept."
  type        = number
  default     = 14
}

variable "deletion_protection" {
  description = "The database cannot be deleted by accident, and leaves a final snapshot."
  type        = bool
  default     = true
}
