#!/usr/bin/env python3
"""terraform.sh, preview.sh and github_setup.sh say to Terraform, aws and gh what they must, and clean up after themselves."""
import json
import unittest

from desk import NEW, Desk

# Notes its words; what a command answers or how it ends is a file named by the command.
SCRIPTED = """#!/bin/sh
echo "$(basename "$0") $*" >>"$HOME/said"
for word; do
	word=${word##*/}
	[ ! -f "$HOME/answers/$word" ] || cat "$HOME/answers/$word"
	[ ! -f "$HOME/ends/$word" ] || exit "$(cat "$HOME/ends/$word")"
done
"""
ACCOUNT = json.dumps({name: {"domain": name + ".example.com", "zone_id": "Z1"} for name in ("dev", "staging", "production", "preview")})


class Scripted(Desk):
    def setUp(self):
        super().setUp()
        for folder in ("answers", "ends"):
            (self.folder / folder).mkdir()
        for name in ("terraform", "gh"):
            self.program(name, SCRIPTED)
        for name in ("dev", "preview"):
            self.write(f"terraform/environments/{name}/main.tf", "")
        self.env |= {"STATE_BUCKET": "states", "ACCOUNT": ACCOUNT}

    def answer(self, word, text="", status=0):
        (self.folder / "answers" / word).write_text(text, encoding="utf-8")
        (self.folder / "ends" / word).write_text(str(status), encoding="utf-8")

    def said(self):
        return (self.folder / "said").read_text(encoding="utf-8").splitlines()

    def said_with(self, *words):
        return [line for line in self.said() if all(word in line for word in words)]


class Terraform(Scripted):
    def test_the_plan_that_was_shown_is_applied(self):
        self.answer("list", "aws_vpc.main\n")
        self.answer("plan", "what changes\n", status=2)
        self.assertIn("what changes", self.works("terraform.sh", "apply", "dev"))
        self.assertEqual(self.said()[-1], "terraform -chdir=terraform/environments/dev apply -input=false plan.bin")
        told = json.loads((self.tree / "terraform/environments/dev/account.auto.tfvars.json").read_text(encoding="utf-8"))
        self.assertEqual(told["domain"], "dev.example.com")

    def test_nothing_to_do_applies_nothing(self):
        self.answer("list", "aws_vpc.main\n")
        self.works("terraform.sh", "apply", "dev")
        self.assertEqual(self.said_with("apply"), [])

    def test_drift_is_a_failure(self):
        self.works("terraform.sh", "drift", "dev")
        self.answer("plan", status=2)
        self.fails("dev differs from what is written", "terraform.sh", "drift", "dev")
        self.works("terraform.sh", "plan", "dev")

    def test_a_plan_that_cannot_be_made(self):
        self.answer("plan", status=1)
        for command in ("plan", "drift"):
            self.fails("no plan for dev", "terraform.sh", command, "dev")

    def test_the_first_apply_wants_an_image(self):
        self.fails("IMAGE_DIGEST is the image that it starts with", "terraform.sh", "apply", "dev")
        self.works("terraform.sh", "apply", "dev", IMAGE_DIGEST=NEW)
        self.fails("never a tag", "terraform.sh", "apply", "dev", IMAGE_DIGEST="latest")

    def test_what_it_needs(self):
        self.fails("not set: STATE_BUCKET", "terraform.sh", "plan", "dev", STATE_BUCKET="")
        self.fails("no ACCOUNT", "terraform.sh", "plan", "dev", ACCOUNT="")
        self.fails("ACCOUNT has nothing for dev", "terraform.sh", "plan", "dev", ACCOUNT="{}")
        self.fails("one of dev, staging, production", "terraform.sh", "plan", "preview")
        self.fails("usage", "terraform.sh", "destroy", "dev", status=64)


class Preview(Scripted):
    def test_up_has_a_state_a_name_and_an_image_of_its_own(self):
        self.answer("output", "http://127.0.0.1:9")
        self.fails("is not ready", "preview.sh", "up", "7", NEW, SMOKE_SECONDS="1")
        self.assertTrue(self.said_with("init", "key=preview/pr-7/terraform.tfstate", "bucket=states"))
        self.assertTrue(self.said_with("apply", "instance=7", "domain=pr-7.preview.example.com", NEW))

    def test_down_destroys_and_forgets_the_state(self):
        self.works("preview.sh", "down", "7")
        self.assertTrue(self.said_with("destroy", "instance=7"))
        self.assertEqual(self.state["removed"], ["s3://states/preview/pr-7/terraform.tfstate"])

    def test_what_cannot_be_destroyed_keeps_its_state(self):
        self.answer("destroy", status=1)
        self.fails("", "preview.sh", "down", "7")
        self.assertNotIn("removed", self.state)

    def test_the_sweep_takes_closed_ones_alone(self):
        self.state["previews"] = ["7", "8"]
        self.answer("7", "MERGED")
        self.answer("8", "OPEN")
        self.works("preview.sh", "down", "closed")
        self.assertEqual(self.state["removed"], ["s3://states/preview/pr-7/terraform.tfstate"])

    def test_one_that_fails_does_not_stop_the_others(self):
        self.state["previews"] = ["7", "8"]
        self.answer("7", status=1)
        self.answer("8", "CLOSED")
        self.fails("1 previews are not settled", "preview.sh", "down", "closed")
        self.assertEqual(self.state["removed"], ["s3://states/preview/pr-8/terraform.tfstate"])

    def test_words_that_are_wrong(self):
        for words in (["up", "x"], ["down"], ["sideways", "7"]):
            self.fails("usage", "preview.sh", *words, status=64)
        self.fails("never a tag", "preview.sh", "up", "7", "latest")


class GitHub(Scripted):
    SETTINGS = json.dumps({"variables": {"AWS_REGION": "eu-central-1", "ACCOUNT": ACCOUNT},
                           "environments": {"dev": {"ROLE_DEPLOY": "arn:deploy"}, "preview": {"ROLE_PREVIEW": "arn:preview"}}})

    def test_every_variable_where_it_belongs(self):
        self.answer("github", self.SETTINGS)
        self.works("github_setup.sh")
        self.assertTrue(self.said_with("variable set ACCOUNT --repo example/libapi --body " + ACCOUNT))
        self.assertTrue(self.said_with("variable set ROLE_DEPLOY", "--body arn:deploy --env dev"))
        self.assertFalse(self.said_with("PUT"), "an environment that stands keeps its reviewers")

    def test_an_environment_that_is_not_there_is_made(self):
        self.answer("github", self.SETTINGS)
        self.answer("dev", status=1)
        self.fails("no environment dev", "github_setup.sh")
        self.assertTrue(self.said_with("--method PUT repos/example/libapi/environments/dev"))

    def test_bootstrap_was_not_applied(self):
        self.answer("output", status=1)
        self.fails("was it applied here?", "github_setup.sh")
        self.fails("not set: GITHUB_REPOSITORY", "github_setup.sh", GITHUB_REPOSITORY="")


if __name__ == "__main__":
    unittest.main()
