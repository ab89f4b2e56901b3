# Small and cheap, all on Spot; may be thrown away.
environment         = "dev"
cidr                = "10.20.0.0/16"
zone_count          = 2
nat_per_zone        = false
multi_az            = false
replica             = false
backup_days         = 1
cross_region_backup = false
tasks               = { min = 1, max = 2 }
capacity            = { FARGATE = { base = 0, weight = 0 }, FARGATE_SPOT = { base = 0, weight = 1 } }
deletion_protection = false
log_days            = 7
budget_usd          = 30
