mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                = "libapi-test"
  zones               = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  logs_key_arn        = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  nat_per_zone        = true
  interface_endpoints = true
}

run "applies" {
  command = apply

  assert {
    condition     = length(aws_subnet.tier) == 9
    error_message = "three tiers in three zones"
  }

  assert {
    condition     = length(distinct([for subnet in aws_subnet.tier : subnet.cidr_block])) == 9
    error_message = "no two subnets overlap"
  }

  assert {
    condition     = length(aws_nat_gateway.zone) == 3
    error_message = "a NAT in every zone"
  }

  assert {
    condition     = alltrue([for key, association in aws_route_table_association.tier : association.route_table_id == aws_route_table.data.id if startswith(key, "data-")])
    error_message = "the data tier has no way out"
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.internet_balancer : rule.from_port]) == toset([80, 443])
    error_message = "two open ports"
  }

  assert {
    condition     = length(aws_vpc_endpoint.interface) == 5
    error_message = "images, logs, secrets and parameters stay inside"
  }
}

run "one_nat" {
  command = plan

  variables {
    nat_per_zone = false
  }

  assert {
    condition     = length(aws_nat_gateway.zone) == 1
    error_message = "one NAT is enough where it may fail"
  }
}

# One plan for all of them: each has to be refused by its own name.
run "refuses" {
  command = plan

  variables {
    zones        = ["eu-central-1a"]
    cidr         = "10.0.0.0/24"
    log_days     = 8
    service_port = 80
  }

  expect_failures = [
    var.zones,
    var.cidr,
    var.log_days,
    var.service_port,
  ]
}
