#!/usr/bin/env python3
"""Terraform's state is deleted, then written over with nonsense; each time the runbook's own commands bring it back.

On a fake S3 with versions, with the environments' backend and three resources that need no cloud. Two applies at once, and a
lock that a dead job left, are rehearsed too."""
import pathlib
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "terraform" / "tests" / "fake")]

import desk  # noqa: E402 (after the path above)

BUCKET, KEY = "acme-libapi-state", "dev/terraform.tfstate"
RESOURCES = """
variable "generation" { default = 1 }
resource "terraform_data" "thing" {
  for_each = toset(["a", "b", "c"])
  input    = var.generation
}
"""


def runbook_blocks():
    text = (ROOT / "docs" / "runbooks" / "state-file.md").read_text(encoding="utf-8")
    return [re.sub(r"^   ", "", block, flags=re.M) for block in re.findall(r"```sh\n(.*?)```", text, re.S)]


def prepare(shell):
    """the environments' backend and three resources are applied, twice"""
    shell.run("aws", "s3", "mb", f"s3://{BUCKET}")
    shell.run("aws", "s3api", "put-bucket-versioning", "--bucket", BUCKET, "--versioning-configuration", "Status=Enabled")
    shell.run("terraform", "init", "-input=false", f"-backend-config=bucket={BUCKET}", TF_CLI_ARGS_init="")
    for generation in (1, 2):
        shell.run("terraform", "apply", "-input=false", "-auto-approve", f"-var=generation={generation}")
    nothing_to_do(shell)


def nothing_to_do(shell):
    shell.run("terraform", "plan", "-input=false", "-detailed-exitcode", "-var=generation=2")


def by_the_runbook(shell):
    """The first two blocks as they are printed there; the version is the newest that is a state of Terraform's."""
    listing, restoring = runbook_blocks()[:2]
    versions = shell.run("bash", "-euc", listing, STATE_BUCKET=BUCKET, KEY=KEY)
    newest = next(line.split()[0] for line in versions.splitlines() if int(line.split()[2]) > 100)
    shell.run("bash", "-euc", restoring, STATE_BUCKET=BUCKET, KEY=KEY, VERSION=newest)
    nothing_to_do(shell)


def deleted(shell):
    """a deleted state comes back from its versions"""
    shell.run("aws", "s3", "rm", f"s3://{BUCKET}/{KEY}")
    shell.run("terraform", "plan", "-input=false", "-var=generation=2", says="3 to add")
    by_the_runbook(shell)


def written_over(shell):
    """a state that cannot be read comes back from its versions"""
    (shell.folder / "nonsense").write_text("nonsense")
    shell.run("aws", "s3api", "put-object", "--bucket", BUCKET, "--key", KEY, "--body", "nonsense")
    shell.run("terraform", "plan", "-input=false", "-var=generation=2", status=1)
    by_the_runbook(shell)


def waiting_apply(shell, generation):
    """An apply that holds the lock and waits for its answer."""
    log = shell.folder / "first.log"
    with open(log, "w", encoding="utf-8") as said:
        first = subprocess.Popen(["terraform", "apply", f"-var=generation={generation}"], cwd=shell.folder, env=shell.env, text=True,
                                 stdin=subprocess.PIPE, stdout=said, stderr=said)
    end = time.monotonic() + 300
    while "Enter a value" not in log.read_text(encoding="utf-8"):
        if first.poll() is not None or time.monotonic() > end:
            first.kill()
            raise desk.Failed("the first apply does not ask:\n" + log.read_text(encoding="utf-8"))
        time.sleep(0.1)
    return first


def two_at_once(shell):
    """while one apply waits for its answer another is refused: 412, the lock is held"""
    first = waiting_apply(shell, 3)
    try:
        shell.run("terraform", "apply", "-auto-approve", "-var=generation=4", status=1, says="StatusCode: 412")
    finally:
        first.communicate("yes\n", timeout=300)
    shell.run("terraform", "plan", "-input=false", "-detailed-exitcode", "-var=generation=3")


def lock_left_behind(shell):
    """the lock of a job that was killed is named, and force-unlock takes it away"""
    first = waiting_apply(shell, 5)
    first.kill()
    first.wait(60)
    said = shell.run("terraform", "apply", "-auto-approve", "-var=generation=2", status=1, says="Error acquiring the state lock")
    shell.run("terraform", "force-unlock", "-force", re.search(r"ID:\s+([0-9a-f-]{36})", said)[1])
    shell.run("terraform", "apply", "-input=false", "-auto-approve", "-var=generation=2")


def main():
    reason = desk.missing()
    if reason:
        print(reason)
        return 77
    folder = desk.HOME / "state-drill"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(ROOT / "terraform" / "environments" / "dev" / "backend.tf", folder)
    (folder / "main.tf").write_text(RESOURCES, encoding="utf-8")
    with desk.fake_aws() as env:
        return desk.perform([prepare, deleted, written_over, two_at_once, lock_left_behind], desk.Shell(folder, env))


sys.exit(main())
