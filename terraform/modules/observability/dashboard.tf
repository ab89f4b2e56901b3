# One page that answers: do clients get answers, how fast, and what is the tightest part?

locals {
  alb_5xx = ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "LoadBalancer", var.balancer_arn_suffix]
  latency = ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", var.balancer_arn_suffix]
  ecs     = ["ClusterName", var.cluster_name, "ServiceName", var.service_name]
  rds     = ["DBInstanceIdentifier", var.database_identifiers["primary"]]
  graphs = [
    { title = "Requests and errors", stat = "Sum", metrics = [["AWS/ApplicationELB", "RequestCount", "LoadBalancer", var.balancer_arn_suffix], local.alb_5xx] },
    { title = "Time to answer (p95)", stat = "p95", metrics = [local.latency] },
    { title = "Where the time goes (p95, µs)", stat = "p95", metrics = [[local.own, "duration-us"], [local.own, "database-us"]] },
    { title = "Refused", stat = "Sum", metrics = [[local.own, "rate-limited"], [local.own, "refused-503"], ["AWS/WAFV2", "BlockedRequests", "WebACL", var.web_acl_name, "Region", data.aws_region.current.name, "Rule", "ALL"]] },
    { title = "Containers", stat = "Average", metrics = [concat(["AWS/ECS", "CPUUtilization"], local.ecs), concat(["AWS/ECS", "MemoryUtilization"], local.ecs)] },
    { title = "Database", stat = "Average", metrics = [concat(["AWS/RDS", "CPUUtilization"], local.rds), concat(["AWS/RDS", "DatabaseConnections"], local.rds)] },
  ]
}

resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = var.name

  dashboard_body = jsonencode({ widgets = [for index, graph in local.graphs : {
    type   = "metric"
    x      = 12 * (index % 2)
    y      = 6 * floor(index / 2)
    width  = 12
    height = 6
    properties = {
      title   = graph.title
      region  = data.aws_region.current.name
      stat    = graph.stat
      period  = 60
      metrics = graph.metrics
    }
  }] })
}
