output "bucket" {
  description = "Name of the state bucket, for backend.hcl."
  value       = aws_s3_bucket.primary.id
}

output "bucket_arn" {
  description = "ARN of the state bucket, for the roles of the workflows."
  value       = aws_s3_bucket.primary.arn
}

output "recovery_bucket" {
  description = "Name of the copy in the recovery region."
  value       = aws_s3_bucket.recovery.id
}

output "kms_key_arn" {
  description = "Key that encrypts the states."
  value       = aws_kms_key.primary.arn
}
