mock_provider "aws" {
  source = "../../tests/mocks"
}

mock_provider "aws" {
  alias  = "recovery"
  source = "../../tests/mocks"
}

variables {
  name              = "libapi-test"
  subnet_ids        = ["subnet-a", "subnet-b"]
  security_group_id = "sg-0123456789abcdef0"
  kms_key_arn       = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  logs_key_arn      = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  password          = "0123456789abcdef0123456789abcdef0123456789abcdef"
  recovery_region   = "eu-west-1"
}

run "applies_large" {
  command = apply

  variables {
    multi_az            = true
    replica             = true
    cross_region_backup = true
    backup_days         = 35
  }

  assert {
    condition     = aws_db_instance.main.storage_encrypted && aws_db_instance.main.multi_az && !aws_db_instance.main.publicly_accessible
    error_message = "encrypted, with a standby, not public"
  }

  assert {
    condition     = one([for parameter in aws_db_parameter_group.main.parameter : parameter.value if parameter.name == "rds.force_ssl"]) == "1"
    error_message = "no connection without TLS"
  }

  assert {
    condition     = aws_db_instance.main.backup_retention_period == 35
    error_message = "35 days back"
  }

  assert {
    condition     = length(aws_db_instance.replica) == 1
    error_message = "a replica"
  }

  assert {
    condition     = aws_db_instance_automated_backups_replication.recovery[0].retention_period == 35
    error_message = "backups in the recovery region"
  }

  assert {
    condition     = aws_db_instance.main.performance_insights_enabled && aws_db_instance.main.monitoring_interval == 60
    error_message = "its work can be seen"
  }
}

run "small" {
  command = plan

  variables {
    deletion_protection = false
    backup_days         = 1
  }

  assert {
    condition     = length(aws_db_instance.replica) == 0 && length(aws_backup_plan.daily) == 0
    error_message = "a small one has neither replica nor copies"
  }

  assert {
    condition     = aws_db_instance.main.skip_final_snapshot
    error_message = "and can be thrown away"
  }
}

# One plan for all of them: each has to be refused by its own name.
run "refuses" {
  command = plan

  variables {
    backup_days        = 0
    password           = "short"
    engine_version     = "16"
    storage_gib        = 5
    maintenance_window = "sunday"
  }

  expect_failures = [
    var.backup_days,
    var.password,
    var.engine_version,
    var.storage_gib,
    var.maintenance_window,
  ]
}

run "refuses_replica_maintenance_window" {
  command = plan

  variables {
    replica_maintenance_window = "sun:03:30-sun:04:30"
  }

  expect_failures = [var.replica_maintenance_window]
}
