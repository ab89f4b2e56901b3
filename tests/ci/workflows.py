#!/usr/bin/env python3
"""The workflows: jobs in the order that was promised, actions pinned, no right more than needed, forks kept from AWS, and
every step is one of the project's own scripts. Each rule is shown a workflow that breaks it first."""
import copy
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
WANTED = {"ci", "staging", "production", "rollback", "preview-destroy", "terraform-plan", "terraform-apply", "terraform-drift",
          "release-sdk", "_image", "_deploy"}
ORDER = {"ci": ["version", "format", "vet", "lint", "build", "unit", "system", "terraform", "image", "preview"],
         "staging": ["image", "deploy", "tests", "attest"],
         "production": ["verify", "tag", "deploy", "release"]}
# What a job must run, by a part of its text, so that a name alone does not satisfy the order.
DOES = {"ci": {"version": "version.sh", "format": "lint format", "vet": "lint tidy", "lint": "spectral", "build": "built.sh",
               "unit": "--no-suite system", "system": "--suite system", "terraform": "deliver.sh terraform",
               "image": "_image.yml", "preview": "preview.sh up"},
        "staging": {"image": "channel': 'rc'", "deploy": "environment': 'staging'", "tests": "staging_tests.sh",
                    "attest": "actions/attest@"},
        "production": {"verify": "image_verify.sh", "tag": "image_promote.sh", "deploy": "environment': 'production'",
                       "release": "release-sdk.yml"}}
SAME_REPOSITORY = "github.event.pull_request.head.repo.full_name == github.repository"


def needed(job):
    needs = job.get("needs", [])
    return [needs] if isinstance(needs, str) else needs


def steps_of(flow):
    return [step for job in flow["jobs"].values() for step in job.get("steps", [])]


def in_order(name, flow):
    jobs, order = flow["jobs"], ORDER.get(name, [])
    if order and list(jobs) != order:
        yield f"jobs are {list(jobs)}, wanted {order}"
    for before, after in zip(order, order[1:]):
        if after in jobs and before not in needed(jobs[after]):
            yield f"{after} does not wait for {before}"
    for job, text in DOES.get(name, {}).items():
        if job in jobs and text not in str(jobs[job]):
            yield f"{job} does not {text}"
    for job, body in jobs.items():
        if order and "always()" in str(body.get("if", "")) or body.get("continue-on-error"):
            yield f"{job} goes on after a failure"


def pinned(_, flow):
    uses = [step["uses"] for step in steps_of(flow) if "uses" in step]
    uses += [job["uses"] for job in flow["jobs"].values() if "uses" in job]
    for used in uses:
        if not re.fullmatch(r"\./\.github/workflows/[\w-]+\.yml|[\w-]+/[\w-]+@[0-9a-f]{40}", used):
            yield f"{used} is not pinned by a commit"
        if used.startswith("./") and not (ROOT / used).exists():
            yield f"{used} does not exist"


def no_rights(_, flow):
    if flow.get("permissions") != {}:
        yield "permissions on top are not {}"
    for name, job in flow["jobs"].items():
        if not isinstance(job.get("permissions"), dict):
            yield f"{name} says no permissions of its own"
    for step in steps_of(flow):
        if step.get("uses", "").startswith("actions/checkout@") and step.get("with", {}).get("persist-credentials") is not False:
            yield "a checkout keeps its credentials"


def forks_stop(_, flow):
    """Of what a pull request starts, each job with a token for AWS asks first whose branch it is."""
    if "pull_request_target" in flow[True]:
        yield "pull_request_target runs a stranger's code with rights"
    if "pull_request" in flow[True]:
        for name, job in flow["jobs"].items():
            if job.get("permissions", {}).get("id-token") and SAME_REPOSITORY not in str(job.get("if", "")):
                yield f"{name} could reach AWS from a fork"


def own_scripts(_, flow):
    for step in steps_of(flow):
        words = step.get("run", "scripts/ci/").split()
        if not words[0].startswith("scripts/ci/"):
            yield f"'{step['run']}' is no script of scripts/ci"
        if "${{" in step.get("run", ""):
            yield f"'{step['run']}' pastes an expression into a shell"
        yield from (f"{word} does not exist" for word in words if re.fullmatch(r"scripts/.*\.sh", word) and not (ROOT / word).exists())


def one_at_a_time(name, flow):
    for job, body in flow["jobs"].items():
        if "environment" in body and name == "_deploy" and body.get("concurrency", {}).get("group") != "deploy-${{ inputs.environment }}":
            yield f"{job}: two deployments of one environment could meet"
        if isinstance(body.get("concurrency"), dict) and body["concurrency"].get("cancel-in-progress") is not False:
            yield f"{job}: a deployment could be cut off"


def same_image(name, flow):
    """Production builds nothing, and what it deploys and tags is what was verified."""
    if name == "production":
        if "_image.yml" in str(flow) or "image_build" in str(flow) or "docker" in str(flow):
            yield "production builds an image"
        for job in ("tag", "deploy"):
            if "needs.verify.outputs.digest" not in str(flow["jobs"][job]):
                yield f"{job} does not take the verified digest"


RULES = [in_order, pinned, no_rights, forks_stop, own_scripts, one_at_a_time, same_image]


def faults_of(name, flow):
    return [f"{name}: {fault}" for rule in RULES for fault in rule(name, flow)]


def set_at(flow, path, value):
    for part in path[:-1]:
        flow = flow[part]
    if value is None:
        del flow[path[-1]]
    else:
        flow[path[-1]] = value


BROKEN = [
    ("ci", ["jobs", "image", "needs"], "build", "image does not wait for terraform"),
    ("ci", ["jobs", "system"], None, "jobs are"),
    ("ci", ["jobs", "unit", "steps", 1, "run"], "scripts/ci/built.sh true", "unit does not"),
    ("ci", ["jobs", "unit", "steps", 1, "run"], "make test", "is no script"),
    ("ci", ["jobs", "unit", "steps", 1, "run"], "scripts/ci/gone.sh", "scripts/ci/gone.sh does not exist"),
    ("ci", ["jobs", "unit", "steps", 1, "run"], "scripts/ci/built.sh ${{ github.ref }}", "pastes an expression"),
    ("ci", ["jobs", "unit", "steps", 0, "uses"], "actions/checkout@v7", "not pinned"),
    ("ci", ["jobs", "unit", "steps", 0, "with"], {}, "keeps its credentials"),
    ("ci", ["jobs", "unit", "continue-on-error"], True, "goes on after a failure"),
    ("ci", ["jobs", "preview", "if"], None, "from a fork"),
    ("ci", ["permissions"], {"contents": "read"}, "not {}"),
    ("ci", ["jobs", "unit", "permissions"], None, "no permissions of its own"),
    ("_deploy", ["jobs", "deploy", "concurrency", "group"], "all", "could meet"),
    ("_deploy", ["jobs", "deploy", "concurrency", "cancel-in-progress"], True, "cut off"),
    ("production", ["jobs", "deploy", "with", "digest"], "latest", "does not take the verified digest"),
    ("production", ["jobs", "verify", "steps", 3, "run"], "scripts/ci/image_build.sh rc", "builds an image"),
]


def main():
    flows = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yml"))}
    faults = [f"missing or unknown workflow: {name}" for name in sorted(WANTED ^ set(flows))]
    for name, path, value, words in BROKEN:
        broken = copy.deepcopy(flows[name])
        set_at(broken, path, value)
        if not any(words in fault for fault in faults_of(name, broken)):
            faults.append(f"the test does not see that {name} {path} is {value!r}")
    faults += [fault for name, flow in flows.items() for fault in faults_of(name, flow)]
    print("\n".join(faults) or f"{len(flows)} workflows keep {len(RULES)} rules; {len(BROKEN)} broken ones were seen")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
