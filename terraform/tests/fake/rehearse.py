#!/usr/bin/python3
"""rehearse.py: from an empty account to a deployment and back, by the scripts that the workflows call, on a fake AWS."""
import fnmatch
import json
import pathlib
import subprocess
import sys
import time

import desk

ALLOWED = json.loads((pathlib.Path(__file__).parent / "differences.json").read_text(encoding="utf-8"))
REPOSITORY = "libapi/api-server"


def aws(shell, *words, **named):
    said = shell.run("aws", *words, "--output", "json", **named)
    return json.loads(said) if said.strip() and "status" not in named else said


def terraform(shell, root, *words, **named):
    return shell.run("terraform", f"-chdir=terraform/{root}", *words, TF_DATA_DIR=f"{desk.HOME}/{root.replace('/', '-')}", **named)


def push(shell, tag, layer):
    manifest = {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
                "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 1, "digest": "sha256:" + layer * 64},
                "layers": [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip", "size": 1, "digest": "sha256:" + layer * 64}]}
    put = aws(shell, "ecr", "put-image", "--repository-name", REPOSITORY, "--image-tag", tag, "--image-manifest", json.dumps(manifest))
    return put["image"]["imageId"]["imageDigest"]


def bootstrap(shell):
    """bootstrap applies; its outputs are what the next steps are given"""
    zone = aws(shell, "route53", "create-hosted-zone", "--name", "example.com", "--caller-reference", "1")["HostedZone"]["Id"]
    terraform(shell, "bootstrap", "init", "-input=false")
    terraform(shell, "bootstrap", "apply", "-input=false", "-auto-approve", "-var=state_bucket=acme-libapi-state",
              "-var=repository=acme/calendar", "-var=email=ops@example.com", "-var=domain=calendar.example.com",
              f"-var=zone_id={zone.split('/')[-1]}")
    github = json.loads(terraform(shell, "bootstrap", "output", "-json", "github"))
    shell.env |= {name: value for name, value in github["variables"].items() if not name.startswith("ROLE_")}
    shell.env |= {"TF_DATA_DIR": f"{desk.HOME}/dev", "FIRST": push(shell, "v0.1.0", "1"), "NEXT": push(shell, "v0.2.0", "2"),
                  "POLL_SECONDS": "1"}
    return f"bootstrap applied; {len(github['variables'])} variables and {len(github['environments'])} environments for GitHub"


def first_apply_wants_an_image(shell):
    """an environment that does not exist yet is not applied without a digest"""
    shell.run("scripts/ci/terraform.sh", "apply", "dev", status=1, says="IMAGE_DIGEST is the image that it starts with")


def apply(shell):
    """dev is applied by the workflow's script, state and lock in S3"""
    shell.run("scripts/ci/terraform.sh", "apply", "dev", IMAGE_DIGEST=shell.env["FIRST"])
    known = shell.run("terraform", "-chdir=terraform/environments/dev", "state", "list")
    return f"dev applied: {len(known.splitlines())} resources and data sources"


def parameter(shell, name):
    return aws(shell, "ssm", "get-parameter", "--name", f"/libapi/dev/{name}")["Parameter"]["Value"]


def expect(what, got, wanted):
    if got != wanted:
        raise desk.Failed(f"{what} is {got}, wanted {wanted}")


def deploy(shell):
    """deploy.sh finds what Terraform wrote and changes the image alone"""
    shell.run("scripts/ci/deploy.sh", "dev", shell.env["FIRST"])
    shell.run("scripts/ci/deploy.sh", "dev", shell.env["NEXT"])
    expect("image_digest", parameter(shell, "image_digest"), shell.env["NEXT"])
    expect("image_digest_previous", parameter(shell, "image_digest_previous"), shell.env["FIRST"])
    expect("url", shell.run("scripts/ci/url.sh", "dev").strip(), "url=https://dev.calendar.example.com")


def deployments_that_fail(shell):
    """the breaker's rollback, a hang and an unknown digest fail and leave what runs"""
    bad, slow = push(shell, "bad-1", "3"), push(shell, "slow-1", "4")
    shell.run("scripts/ci/deploy.sh", "dev", bad, status=1, says="did not stay: failed: tasks failed to start")
    shell.run("scripts/ci/deploy.sh", "dev", slow, status=1, says="is not complete after 3 s", DEPLOY_SECONDS="3")
    shell.run("scripts/ci/deploy.sh", "dev", "sha256:" + "f" * 64, status=1, says="no image")
    expect("image_digest", parameter(shell, "image_digest"), shell.env["NEXT"])


def rollback(shell):
    """rollback.sh goes back to the digest before, and again forward"""
    for wanted in (shell.env["FIRST"], shell.env["NEXT"]):
        shell.run("scripts/ci/rollback.sh", "dev")
        expect("image_digest", parameter(shell, "image_digest"), wanted)


def weights(shell):
    rules = parameter(shell, "listener_rules").split(",")
    found = aws(shell, "elbv2", "describe-rules", "--rule-arns", *rules)["Rules"]
    names = {parameter(shell, "target_group"): "stable", parameter(shell, "canary_target_group"): "canary"}
    return [{names[group["TargetGroupArn"]]: group["Weight"] for group in rule["Actions"][0]["ForwardConfig"]["TargetGroups"]}
            for rule in found]


def canary(shell):
    """canary.sh moves the weights of every rule and puts them back, also when an alarm rings"""
    shell.run("scripts/ci/canary.sh", "dev", shell.env["FIRST"], CANARY_SECONDS="3")
    expect("image_digest", parameter(shell, "image_digest"), shell.env["FIRST"])
    alarm = parameter(shell, "alarms").split(",")[0]
    aws(shell, "cloudwatch", "set-alarm-state", "--alarm-name", alarm, "--state-value", "ALARM", "--state-reason", "rehearsed")
    shell.run("scripts/ci/canary.sh", "dev", shell.env["NEXT"], status=1, says=f"{alarm}: rings already", CANARY_SECONDS="3")
    expect("the weights", weights(shell), [{"stable": 100, "canary": 0}] * 2)
    expect("image_digest", parameter(shell, "image_digest"), shell.env["FIRST"])


def places_of(change):
    """What differs: the cause of a replacement, else each attribute whose value changes."""
    if change.get("replace_paths"):
        return sorted({path[0] for path in change["replace_paths"]})
    before, after = change["before"] or {}, change["after"] or {}
    return [name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name)] or ["all of it"]


def differences(plan):
    """(what differs and is not allowed, or is allowed and differs no longer; how many that are allowed)"""
    used, strange = set(), []
    for found in plan["resource_changes"]:
        if found["change"]["actions"] in (["no-op"], ["read"]):
            continue
        for name in places_of(found["change"]):
            place = f"{found['address'].removeprefix('module.stack.')} {name}"
            allowed = {pattern for pattern in ALLOWED if fnmatch.fnmatchcase(place, pattern)}
            used |= allowed
            strange += [] if allowed else [f"{'/'.join(found['change']['actions'])} {place}"]
    strange += [f"differences.json allows what no longer differs: {pattern}" for pattern in ALLOWED if pattern not in used]
    return strange, len(used)


def second_plan(shell):
    """after all these deployments the plan shows nothing but what the fake does not echo"""
    shell.run("scripts/ci/terraform.sh", "plan", "dev")
    strange, allowed = differences(json.loads(shell.run("terraform", "-chdir=terraform/environments/dev", "show", "-json", "plan.bin")))
    if strange:
        raise desk.Failed("\n".join(strange))
    return f"the second plan has no difference but {allowed} that the fake does not echo, each with its reason"


def lock(shell):
    """while one apply waits for its answer, another is refused by the lock in S3"""
    words = ["terraform", "-chdir=terraform/environments/dev", "apply", "-refresh=false", "-var=log_days=14",
             "-var=image_digest=" + shell.env["FIRST"]]
    with open(desk.HOME / "first-apply.log", "w+", encoding="utf-8") as log:
        first = subprocess.Popen(words, cwd=shell.folder, env=shell.env, stdin=subprocess.PIPE, stdout=log, stderr=log, text=True)
        end = time.monotonic() + 600
        while "Enter a value" not in pathlib.Path(log.name).read_text(encoding="utf-8"):
            if first.poll() is not None or time.monotonic() > end:
                raise desk.Failed("the first apply does not ask: " + pathlib.Path(log.name).read_text(encoding="utf-8")[-3000:])
            time.sleep(0.5)
        try:
            shell.run(*words, "-auto-approve", status=1, says="StatusCode: 412")
        finally:
            first.communicate("no\n", timeout=600)


def immutable(shell):
    """the registry refuses another manifest under a tag that stands"""
    try:
        push(shell, "v0.1.0", "9")
    except desk.Failed as refused:
        # AWS says ImageTagAlreadyExistsException, moto names the image.
        if "AlreadyExistsException" in str(refused) and shell.env["FIRST"] in str(refused):
            return
        raise
    raise desk.Failed("the tag v0.1.0 was moved")


def destroy(shell):
    """all of dev goes"""
    shell.run("terraform", "-chdir=terraform/environments/dev", "destroy", "-input=false", "-auto-approve",
              "-var=image_digest=" + shell.env["FIRST"])
    left = shell.run("terraform", "-chdir=terraform/environments/dev", "state", "list")
    expect("what is left", left.strip(), "")


STEPS = [bootstrap, first_apply_wants_an_image, apply, deploy, deployments_that_fail, rollback, canary, second_plan, lock,
         immutable, destroy]


def main():
    reason = desk.missing()
    if reason:
        print(reason)
        return 77
    with desk.fake_aws() as env:
        return desk.perform(STEPS, desk.Shell(desk.copy_of_tree(), env))


if __name__ == "__main__":
    sys.exit(main())
