# The certificate proves itself by a name in the zone, so it renews without anyone. The keys of for_each are the names
# asked for, known before the certificate exists; a list taken from the certificate would not be.

locals {
  names = toset(concat([var.domain], var.other_names))
}

resource "aws_acm_certificate" "main" {
  domain_name               = var.domain
  subject_alternative_names = var.other_names
  validation_method         = "DNS"
  key_algorithm             = "EC_prime256v1"
  tags                      = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "validation" {
  for_each = local.names
  zone_id  = var.zone_id
  name = one([for option in aws_acm_certificate.main.domain_validation_options :
  option.resource_record_name if option.domain_name == each.key])
  type = one([for option in aws_acm_certificate.main.domain_validation_options :
  option.resource_record_type if option.domain_name == each.key])
  records = [one([for option in aws_acm_certificate.main.domain_validation_options :
  option.resource_record_value if option.domain_name == each.key])]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "main" {
  certificate_arn         = aws_acm_certificate.main.arn
  validation_record_fqdns = [for record in aws_route53_record.validation : record.fqdn]
}

resource "aws_route53_record" "service" {
  for_each = local.names
  zone_id  = var.zone_id
  name     = each.key
  type     = "A"

  alias {
    name                   = aws_lb.main.dns_name
    zone_id                = aws_lb.main.zone_id
    evaluate_target_health = true
  }
}
