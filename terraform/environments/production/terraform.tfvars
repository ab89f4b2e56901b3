# Three zones, nothing shared between them; a base that is never Spot.
environment          = "production"
cidr                 = "10.40.0.0/16"
zone_count           = 3
nat_per_zone         = true
interface_endpoints  = true
multi_az             = true
replica              = true
backup_days          = 35
cross_region_backup  = true
database_class       = "db.t4g.small"
database_storage_gib = 50
task_cpu             = 512
task_memory_mib      = 1024
tasks                = { min = 3, max = 12 }
capacity             = { FARGATE = { base = 3, weight = 0 }, FARGATE_SPOT = { base = 0, weight = 1 } }
deletion_protection  = true
log_days             = 90
budget_usd           = 500
