"""A desk for the scripts of scripts/ci: a source tree under git, a scripted AWS and a scripted gh."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
OLD, NEW, OTHER = ("sha256:" + letter * 64 for letter in "abc")
OWNED = "arn:aws:ecs:eu-central-1:1:task-definition/api:1"
GH = """#!/bin/sh
# gh attestation verify oci://IMAGE@DIGEST …: attested is what ATTESTED names.
case "$3" in *"@$ATTESTED") exit 0 ;; esac
echo "no attestation" >&2
exit 1
"""


def first_state():
    names = {"cluster": "api", "service": "api", "canary_service": "canary", "task_definition": OWNED,
             "container": "server", "listener_rules": "arn:aws:elasticloadbalancing:rule/1,arn:aws:elasticloadbalancing:rule/2", "target_group": "arn:main",
             "canary_target_group": "arn:canary", "alarms": "5xx,slow", "url": "https://staging.example.com",
             "image_digest": OLD, "image_digest_previous": "none"}
    before = {"id": "ecs-svc/0", "status": "PRIMARY", "taskDefinition": OWNED, "rolloutState": "COMPLETED",
              "rolloutStateReason": "done"}
    return {"calls": [], "ecs": "complete", "steps": 0, "scan": "COMPLETE", "findings": {"LOW": 3}, "weights": [], "rules": {},
            "alarms": {"5xx": ["OK"], "slow": ["OK"]},
            "images": [{"imageDigest": digest, "imageTags": []} for digest in (OLD, NEW, OTHER)],
            "parameters": {f"/libapi/{env}/{name}": value for env in ("staging", "production") for name, value in names.items()},
            "revisions": {OWNED: {"taskDefinitionArn": OWNED, "revision": 1, "family": "api", "status": "ACTIVE", "cpu": "512",
                                  "containerDefinitions": [{"name": "server", "image": "terraform@" + OLD, "memory": 64},
                                                           {"name": "logs", "image": "logs@" + OTHER}]}},
            "services": {name: {"desired": count, "deployments": [dict(before)]} for name, count in (("api", 3), ("canary", 0))}}


class Desk(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="libapi-ci-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.tree = self.folder / "tree"
        shutil.copytree(ROOT / "scripts" / "ci", self.tree / "scripts" / "ci")
        shutil.copytree(ROOT / "tests" / "ci", self.folder / "bin", ignore=shutil.ignore_patterns("*test*", "__*"))
        (self.folder / "bin" / "fake_aws.py").rename(self.folder / "bin" / "aws")
        self.program("gh", GH)
        self.state_file = self.folder / "aws.json"
        self.state = first_state()
        self.git("init", "-q", "-b", "develop")
        self.write("VERSION", "0.2.0\n")
        self.commit()
        self.env = {"PATH": f"{self.folder}/bin:{os.environ['PATH']}", "HOME": str(self.folder), "FAKE_AWS": str(self.state_file),
                    "IMAGE_REPOSITORY": "1.dkr.ecr.eu-central-1.amazonaws.com/libapi", "GITHUB_REPOSITORY": "example/libapi",
                    "POLL_SECONDS": "0.01", "DEPLOY_SECONDS": "60", "CANARY_SECONDS": "1", "ATTESTED": NEW}

    def program(self, name, text):
        path = self.folder / "bin" / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def write(self, name, text):
        path = self.tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def git(self, *words):
        return subprocess.run(["git", "-C", self.tree, "-c", "user.name=t", "-c", "user.email=t@example.com", *words],
                              check=True, capture_output=True, text=True).stdout.strip()

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "state")

    def run_script(self, name, *words, **env):
        """Returns (status, everything said); the state afterwards is self.state."""
        self.state_file.write_text(json.dumps(self.state), encoding="utf-8")
        done = subprocess.run([self.tree / "scripts" / "ci" / name, *words], cwd=self.tree, env=self.env | env, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
        self.state = json.loads(self.state_file.read_text(encoding="utf-8"))
        self.keep_calls()
        return done.returncode, done.stdout

    def keep_calls(self):
        """For the test that holds every call against AWS's own description of it."""
        kept = os.environ.get("CI_CALLS")
        if kept:
            with open(kept, "a", encoding="utf-8") as file:
                file.writelines(json.dumps(call) + "\n" for call in self.state["calls"])
        self.state["calls"] = []

    def works(self, name, *words, **env):
        status, said = self.run_script(name, *words, **env)
        self.assertEqual(status, 0, said)
        return said

    def fails(self, reason, name, *words, status=1, **env):
        got, said = self.run_script(name, *words, **env)
        self.assertEqual(got, status, said)
        self.assertIn(reason, said)

    def parameter(self, name, env="staging"):
        return self.state["parameters"][f"/libapi/{env}/{name}"]

    def tag(self, digest, name):
        next(image for image in self.state["images"] if image["imageDigest"] == digest)["imageTags"].append(name)
