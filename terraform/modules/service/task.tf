# One container that can write nowhere, is nobody and may do nothing, with the server's settings.

locals {
  database_url = "postgresql://${var.database.address}:5432/${var.database.name}?sslmode=verify-full&sslrootcert=${var.database.ca_file}"

  environment = merge({
    DATABASE_URL        = local.database_url
    API_LISTEN          = "0.0.0.0:${local.port}"
    API_ADMIN_LISTEN    = "127.0.0.1:9090"
    API_TRUSTED_PROXIES = join(",", var.trusted_proxies)
    # Spot takes a task away while the balancer still sends it requests, so it stays open for longer.
    API_LAME_DUCK      = "${local.lame_duck_s}s"
    API_DRAIN_DEADLINE = "${local.drain_s}s"
  }, var.settings)

  lame_duck_s = var.capacity["FARGATE_SPOT"].weight > 0 ? 35 : 15
  drain_s     = local.lame_duck_s + 20
  stop_s      = local.drain_s + 5

  # libpq reads PGUSER and PGPASSWORD where the URL names neither.
  secrets = {
    PGUSER                = "${var.database.login_secret_arn}:username::"
    PGPASSWORD            = "${var.database.login_secret_arn}:password::"
    API_CURSOR_KEY        = var.key_arns.cursor
    API_SECRET_KEY        = var.key_arns.webhook
    API_SECRET_KEY_BEFORE = var.key_arns.webhook_before
  }
}

# The image of the very first deployment, for good: later ones copy this task with a digest of their own. Were it what runs
# now, each release would make the plan differ from what is written, and the nightly comparison would cry every night.
resource "terraform_data" "first_image" {
  input = var.image_digest

  lifecycle {
    ignore_changes = [input]
  }
}

resource "aws_ecs_task_definition" "server" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory_mib
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  tags                     = merge(var.tags, { KeyVersions = substr(sha256(jsonencode(var.key_versions)), 0, 12) })

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.architecture
  }

  container_definitions = jsonencode([{
    name                   = local.container
    image                  = "${var.repository_url}@${terraform_data.first_image.output}"
    essential              = true
    user                   = "10001:10001"
    readonlyRootFilesystem = true
    privileged             = false
    stopTimeout            = local.stop_s
    mountPoints            = []
    volumesFrom            = []
    systemControls         = []
    portMappings           = [{ containerPort = local.port, hostPort = local.port, protocol = "tcp" }]
    environment            = [for name in sort(keys(local.environment)) : { name = name, value = local.environment[name] }]
    secrets                = [for name in sort(keys(local.secrets)) : { name = name, valueFrom = local.secrets[name] }]
    ulimits                = [{ name = "nofile", softLimit = 65536, hardLimit = 65536 }]
    linuxParameters = {
      initProcessEnabled = true
      capabilities       = { drop = ["ALL"], add = [] }
    }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.server.name
        awslogs-region        = local.region
        awslogs-stream-prefix = "server"
        mode                  = "non-blocking"
        max-buffer-size       = "4m"
      }
    }
  }])
}
