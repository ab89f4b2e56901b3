#!/usr/bin/env python3
"""policy.py [TERRAFORM_FOLDER]: rules about our HCL that terraform itself does not have. All faults, one a line.

policy_test.py breaks each rule once.
"""
import pathlib
import re
import sys

from configuration import named, read, resources

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)

# What AWS gives no tags; everything else has them.
UNTAGGED = re.compile(
    r"aws_(route53_record|route|route_table_association|lb_target_group_attachment|acm_certificate_validation"
    r"|wafv2_web_acl_(association|logging_configuration)|s3_bucket_.+|iam_role_policy(_attachment)?"
    r"|ecr_(lifecycle_policy|replication_configuration)|db_instance_automated_backups_replication|backup_selection"
    r"|secretsmanager_secret_(version|policy)|ecs_cluster_capacity_providers"
    r"|appautoscaling_(policy|scheduled_action)"
    r"|cloudwatch_(log_metric_filter|event_target|dashboard)|sns_topic_(policy|subscription)|kms_alias"
    r"|ce_cost_allocation_tag)")
# The attribute that encrypts, by type of resource.
ENCRYPTED = {
    "aws_cloudwatch_log_group": "kms_key_id", "aws_secretsmanager_secret": "kms_key_id",
    "aws_sns_topic": "kms_master_key_id", "aws_backup_vault": "kms_key_arn",
    "aws_ecr_repository": "encryption_configuration", "aws_db_instance": "storage_encrypted",
    "aws_kms_key": "enable_key_rotation",
}
OPEN_INGRESS = {("aws_vpc_security_group_ingress_rule", "internet_balancer")}
FILES = ["main.tf", "variables.tf", "outputs.tf", "versions.tf", "README.md"]


def complete(folder, _):
    for name in FILES:
        if not (folder / name).exists():
            yield f"{folder}: no {name}"
    tests = "".join(path.read_text() for path in folder.glob("tests/*.tftest.hcl"))
    if not re.search(r"command\s*= apply", tests) or "expect_failures" not in tests:
        yield f"{folder}: tests/*.tftest.hcl has an apply and an expected failure"


def explained(folder, blocks):
    for path, name, body in named(blocks, "variable"):
        if not body.get("description") or "type" not in body:
            yield f"{path}: variable {name} has a description and a type"
    for path, name, body in named(blocks, "output"):
        if not body.get("description"):
            yield f"{path}: output {name} has a description"


def tagged(folder, blocks):
    for path, kind, name, body in resources(blocks):
        if kind.startswith("aws_") and "tags" not in body and not UNTAGGED.fullmatch(kind):
            yield f"{path}: {kind}.{name} has tags"


def closed(folder, blocks):
    for path, kind, name, body in resources(blocks):
        if kind in ("aws_security_group_rule", "aws_security_group") and ("ingress" in body or kind.endswith("rule")):
            yield f"{path}: {kind}.{name}: rules of groups are resources of their own"
        world = "0.0.0.0/0" in str(body.get("cidr_ipv4", "")) or "::/0" in str(body.get("cidr_ipv6", ""))
        if kind == "aws_vpc_security_group_ingress_rule" and world and (kind, name) not in OPEN_INGRESS:
            yield f"{path}: {kind}.{name}: only the balancer is open to the world"
        if str(body.get("publicly_accessible", "")).lower() == "true":
            yield f"{path}: {kind}.{name}: nothing is publicly accessible"


def encrypted(folder, blocks):
    found = list(resources(blocks))
    for path, kind, name, body in found:
        attribute = ENCRYPTED.get(kind)
        if attribute and str(body.get(attribute, False)).lower() == "false":
            yield f"{path}: {kind}.{name} has {attribute}"
        if kind == "aws_s3_bucket":
            for beside in ("server_side_encryption_configuration", "public_access_block", "policy"):
                if not any(k == f"{kind}_{beside}" and n == name for _, k, n, _ in found):
                    yield f"{path}: {kind}.{name} has a {kind}_{beside} of the same name"


def statement_around(text, place):
    """The smallest {…} with an Effect that holds the place."""
    start, depth = place, 0
    while start >= 0:
        depth += {"}": 1, "{": -1}.get(text[start], 0)
        if depth < 0:
            end, level = start, 0
            while end < len(text):
                level += {"{": 1, "}": -1}.get(text[end], 0)
                end += 1
                if level == 0:
                    break
            if "Effect" in text[start:end]:
                return text[start:end]
            depth = 0
        start -= 1
    return ""


def narrow(folder, _):
    for path in sorted(folder.glob("*.tf")):
        text = path.read_text(encoding="utf-8")
        for match in re.finditer(r'"(?:\*|[a-z0-9-]+:\*)"', text):
            line = text[text.rfind("\n", 0, match.start()) + 1:match.end()]
            if re.search(r"Resource|Principal", line) and not re.search(r"Action[^,]*$", line):
                continue
            statement = statement_around(text, match.start())
            allows = re.search(r'Effect\s*= "Allow"', statement)
            if allows and not re.search(r'Sid\s*= "Account"', statement):
                number = text.count("\n", 0, match.start()) + 1
                yield f"{path}:{number}: no role may do {match[0]}: name the actions"


def ours(folder, blocks):
    for path, kind, name, body in resources(blocks):
        if not kind.startswith("aws_") and kind != "terraform_data":
            yield f"{path}: {kind}.{name}: only the aws provider and terraform_data"
        if "provisioner" in body:
            yield f"{path}: {kind}.{name}: no provisioners: they run once and nobody sees whether they still hold"


def same_variables():
    def table(folder):
        return {name: (str(body["type"]), str(body.get("default", "required")), body["description"])
                for _, name, body in named(read(folder), "variable")}
    stack, shared = table(ROOT / "stack"), table(ROOT / "environments/shared")
    for name in stack:
        if name != "passwords" and stack[name] != shared.get(name):
            yield f"environments/shared/variables.tf: {name} is not as in stack/variables.tf"
    for folder in (ROOT / "environments").iterdir():
        for link in ("main", "variables", "outputs", "versions"):
            if folder.name != "shared" and not (folder / f"{link}.tf").is_symlink():
                yield f"{folder}/{link}.tf must be a link into environments/shared: environments differ in terraform.tfvars alone"


def main():
    faults = []
    modules = sorted((ROOT / "modules").iterdir())
    for folder in modules + [ROOT / "stack", ROOT / "bootstrap", ROOT / "environments/shared"]:
        blocks = read(folder)
        rules = [explained, tagged, closed, encrypted, narrow, ours] + ([complete] if folder in modules else [])
        for rule in rules:
            faults.extend(rule(folder, blocks))
    faults.extend(same_variables())
    print("\n".join(faults) if faults else f"{len(modules)} modules keep the rules")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
