# As production, but smaller: half on Spot, fewer tasks at night.
environment         = "staging"
cidr                = "10.30.0.0/16"
zone_count          = 2
nat_per_zone        = false
multi_az            = true
replica             = false
backup_days         = 7
cross_region_backup = false
tasks               = { min = 2, max = 4 }
capacity            = { FARGATE = { base = 0, weight = 1 }, FARGATE_SPOT = { base = 0, weight = 1 } }
night               = { begins = "cron(0 20 * * ? *)", ends = "cron(0 5 * * ? *)", min = 1 }
deletion_protection = true
log_days            = 14
budget_usd          = 100
