#!/usr/bin/env python3
"""deploy, canary and rollback tell the truth about what ECS did."""
import unittest

from desk import NEW, OLD, OTHER, OWNED, Desk


class Deploy(Desk):
    def unchanged(self):
        self.assertEqual((self.parameter("image_digest"), self.parameter("image_digest_previous")), (OLD, "none"))

    def test_success_swaps_the_image_alone_and_remembers_both_digests(self):
        self.works("deploy.sh", "staging", NEW)
        running = self.state["services"]["api"]["deployments"][0]["taskDefinition"]
        task, owned = self.state["revisions"][running], self.state["revisions"][OWNED]
        self.assertEqual(task["containerDefinitions"][0]["image"], self.env["IMAGE_REPOSITORY"] + "@" + NEW)
        self.assertEqual(task["containerDefinitions"][1], owned["containerDefinitions"][1])
        self.assertEqual(task["cpu"], "512")
        self.assertEqual((self.parameter("image_digest"), self.parameter("image_digest_previous")), (NEW, OLD))

    def test_the_breakers_rollback_is_a_failure(self):
        self.state["ecs"] = "rollback"
        self.fails("did not stay: failed: tasks failed to start; the service runs " + OWNED, "deploy.sh", "staging", NEW)
        self.unchanged()

    def test_what_never_ends_times_out(self):
        self.state["ecs"] = "hang"
        self.fails("is not complete after 1 s: last state in_progress", "deploy.sh", "staging", NEW, DEPLOY_SECONDS="1")
        self.unchanged()

    def test_an_aws_that_does_not_answer_times_out(self):
        self.state["ecs"] = "silent"
        self.fails("last state unseen", "deploy.sh", "staging", NEW, DEPLOY_SECONDS="1")
        self.unchanged()

    def test_somebody_else_deployed(self):
        self.state["ecs"] = "replaced"
        self.fails("somebody deployed meanwhile", "deploy.sh", "staging", NEW)
        self.unchanged()

    def test_a_deployment_that_is_gone(self):
        self.state["ecs"] = "vanish"
        self.fails("did not stay: gone: it is no longer listed", "deploy.sh", "staging", NEW)
        self.unchanged()

    def test_wrong_digests(self):
        for wrong in ("v0.2.0", "sha256:abc", NEW.upper(), NEW + "0"):
            self.fails("never a tag", "deploy.sh", "staging", wrong)
        self.fails("no image", "deploy.sh", "staging", "sha256:" + "d" * 64)
        self.unchanged()

    def test_wrong_environments_and_settings(self):
        self.fails("one of dev, staging, production", "deploy.sh", "../production", NEW)
        self.fails("was Terraform applied", "deploy.sh", "dev", NEW)
        self.fails("not set: IMAGE_REPOSITORY", "deploy.sh", "staging", NEW, IMAGE_REPOSITORY="")
        del self.state["parameters"]["/libapi/staging/cluster"]
        self.fails("no parameter 'cluster'", "deploy.sh", "staging", NEW)

    def test_a_task_without_the_container(self):
        self.state["revisions"][OWNED]["containerDefinitions"][0]["name"] = "web"
        self.fails("has no container named server", "deploy.sh", "staging", NEW)


class Rollback(Desk):
    def test_to_the_digest_before(self):
        self.works("deploy.sh", "staging", NEW)
        self.works("rollback.sh", "staging")
        self.assertEqual((self.parameter("image_digest"), self.parameter("image_digest_previous")), (OLD, NEW))

    def test_deployed_twice_still_goes_back(self):
        self.works("deploy.sh", "staging", NEW)
        self.works("deploy.sh", "staging", NEW)
        self.assertEqual(self.parameter("image_digest_previous"), OLD)

    def test_to_a_named_digest(self):
        self.works("rollback.sh", "staging", OTHER)
        self.assertEqual(self.parameter("image_digest"), OTHER)

    def test_nothing_to_go_back_to(self):
        self.fails("no image before", "rollback.sh", "staging")
        self.fails("already runs", "rollback.sh", "staging", OLD)
        self.fails("never a tag", "rollback.sh", "staging", "v0.1.0")

    def test_a_rollback_that_fails_says_so(self):
        self.state["ecs"] = "rollback"
        self.fails("did not stay", "rollback.sh", "staging", OTHER)
        self.assertEqual(self.parameter("image_digest"), OLD)


class Canary(Desk):
    def put_back(self):
        self.assertEqual(set(map(tuple, self.state["rules"].values())) or {(100, 0)}, {(100, 0)})
        self.assertEqual(self.state["services"]["canary"]["desired"], 0)

    def test_five_percent_then_all(self):
        self.works("canary.sh", "production", NEW)
        self.assertEqual(self.state["weights"], [[95, 5]] * 2 + [[100, 0]] * 2)
        self.assertEqual(sorted(self.state["rules"].values()), [[100, 0]] * 2)
        self.assertEqual(self.parameter("image_digest", "production"), NEW)
        self.put_back()

    def test_an_alarm_during_the_canary(self):
        self.state["alarms"]["slow"] = ["OK", "OK", "ALARM"]
        self.fails("slow: rang while 5 %", "canary.sh", "production", NEW, CANARY_SECONDS="60")
        self.assertEqual(self.parameter("image_digest", "production"), OLD)
        self.put_back()

    def test_an_alarm_before_it(self):
        self.state["alarms"]["5xx"] = ["ALARM"]
        self.fails("nothing was deployed", "canary.sh", "production", NEW)
        self.assertEqual(self.state["weights"], [])

    def test_an_alarm_that_does_not_exist(self):
        del self.state["alarms"]["5xx"]
        self.fails("not all of these alarms exist: 5xx slow", "canary.sh", "production", NEW)

    def test_a_canary_that_does_not_start_gets_no_requests(self):
        self.state["canary_ecs"] = "rollback"
        self.fails("did not stay", "canary.sh", "production", NEW)
        self.assertNotIn([95, 5], self.state["weights"])
        self.put_back()

    def test_a_deployment_that_fails_after_a_good_canary(self):
        self.state |= {"canary_ecs": "complete", "ecs": "rollback"}
        self.fails("did not stay", "canary.sh", "production", NEW)
        self.assertEqual(self.parameter("image_digest", "production"), OLD)
        self.put_back()


if __name__ == "__main__":
    unittest.main()
