output "role_arns" {
  description = "Roles of the workflows by name: plan, push, promote, preview, apply-ENV, deploy-ENV."
  value       = { for role, resource in aws_iam_role.workflow : role => resource.arn }
}
