#!/usr/bin/env python3
"""Breaks each rule of policy.py once, in a copy, and sees that it is named; the copy as it is must pass."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# File, what stands there, what is put in its place, and what the fault then says.
BREAKS = [
    ("modules/cost/main.tf", "  tags         = var.tags\n", "", "aws_budgets_budget.month has tags"),
    ("modules/network/security.tf", '"internet_balancer"', '"anybody"', "only the balancer is open"),
    ("modules/database/main.tf", "storage_encrypted                     = true",
     "storage_encrypted                     = false", "has storage_encrypted"),
    ("modules/edge/logs.tf", '"aws_s3_bucket_public_access_block" "logs"', '"aws_s3_bucket_public_access_block" "x"',
     "has a aws_s3_bucket_public_access_block"),
    ("modules/service/roles.tf", 'Action   = "ecr:GetAuthorizationToken"', 'Action   = "ecr:*"', "name the actions"),
    ("modules/service/roles.tf", 'Action   = "ecr:GetAuthorizationToken"', 'Action   = ["*"]', "name the actions"),
    ("modules/cost/outputs.tf", "description", "# description", "output budget has a description"),
    ("modules/cost/main.tf", 'resource "aws_ce_anomaly_monitor"', 'resource "random_id"', "only the aws provider"),
    ("modules/cost/tests/cost.tftest.hcl", "expect_failures", "expect_nothing", "an expected failure"),
    ("stack/variables.tf", "Prefix of every name.", "Prefix.", "is not as in stack"),
    ("modules/database/main.tf", "publicly_accessible                   = false",
     "publicly_accessible                   = true", "publicly accessible"),
    ("modules/network/security.tf", "  vpc_id      = aws_vpc.main.id\n",
     "  vpc_id      = aws_vpc.main.id\n  ingress {\n    from_port = 1\n  }\n", "resources of their own"),
]


def run(folder):
    return subprocess.run([sys.executable, HERE / "policy.py", folder], capture_output=True, text=True, check=False)


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        tree = pathlib.Path(temporary) / "terraform"
        shutil.copytree(HERE.parent, tree, symlinks=True, ignore=shutil.ignore_patterns(".terraform*"))
        if run(tree).returncode != 0:
            print("the tree as it is:\n" + run(tree).stdout)
            failed += 1
        for name, old, new, expected in BREAKS:
            path = tree / name
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(old, new), encoding="utf-8")
            answer = run(tree)
            if old not in text or answer.returncode != 1 or expected not in answer.stdout:
                print(f"{name}: {old!r} -> {new!r}: not told {expected!r}\n{answer.stdout}{answer.stderr}")
                failed += 1
            path.write_text(text, encoding="utf-8")
    print(f"{len(BREAKS) + 1 - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
