#!/usr/bin/env python3
"""An image is found by its source, tagged once, and refused unless it was tested, scanned and attested."""
import unittest

from desk import NEW, OLD, OTHER, Desk

DOCKER = """#!/usr/bin/python3
# docker buildx build … --tag REPOSITORY:TAG…: a push of BUILT under its tags.
import json, os, sys
tags = [sys.argv[i + 1].rsplit(":", 1)[1] for i, word in enumerate(sys.argv) if word == "--tag"]
with open(os.environ["FAKE_AWS"]) as file:
    state = json.load(file)
state["images"].append({"imageDigest": os.environ["BUILT"], "imageTags": tags})
with open(os.environ["FAKE_AWS"], "w") as file:
    json.dump(state, file)
"""
BUILT = "sha256:" + "e" * 64


class Images(Desk):
    def setUp(self):
        super().setUp()
        self.hash = self.git("rev-parse", "HEAD^{tree}")

    def test_a_merge_finds_the_image_of_the_same_source(self):
        self.tag(NEW, "tree-" + self.hash)
        self.git("checkout", "-q", "--orphan", "main")
        self.commit()
        self.assertIn("digest=" + NEW, self.works("image_find.sh"))

    def test_another_source_has_no_image(self):
        self.tag(NEW, "tree-" + self.hash)
        self.write("server.c", "int main;\n")
        self.commit()
        self.fails("no image of tree", "image_find.sh", status=3)

    def test_promoted_is_the_same_digest(self):
        self.works("image_promote.sh", NEW, "v0.2.0")
        self.works("image_promote.sh", NEW, "v0.2.0")
        self.assertEqual([image["imageTags"] for image in self.state["images"]], [[], ["v0.2.0"], []])

    def test_a_moved_tag_is_refused(self):
        self.tag(OTHER, "v0.2.0")
        self.fails("tag v0.2.0 stands at " + OTHER, "image_promote.sh", NEW, "v0.2.0")

    def test_a_tag_that_lands_elsewhere_is_noticed(self):
        self.state["stray"] = OLD
        self.fails("tag v0.2.0 stands at " + OLD, "image_promote.sh", NEW, "v0.2.0")

    def test_promote_refuses_what_is_no_release(self):
        self.fails("vX.Y.Z", "image_promote.sh", NEW, "latest")
        self.fails("is not VERSION 0.2.0", "image_promote.sh", NEW, "v0.3.0")
        self.fails("no image", "image_promote.sh", BUILT, "v0.2.0")
        self.fails("never a tag", "image_promote.sh", "v0.2.0-rc.1", "v0.2.0")

    def test_verified(self):
        self.tag(NEW, "tree-" + self.hash)
        self.assertIn("of this tree, scanned, attested", self.works("image_verify.sh", NEW))

    def test_an_unattested_image_is_refused(self):
        self.tag(NEW, "tree-" + self.hash)
        self.fails("no attestation of the staging workflow", "image_verify.sh", NEW, ATTESTED=OTHER)

    def test_an_image_of_another_source_is_refused(self):
        self.tag(OTHER, "tree-" + self.hash)
        self.fails(f"is {OTHER}, not {NEW}", "image_verify.sh", NEW)

    def test_a_bad_or_missing_scan_is_refused(self):
        self.tag(NEW, "tree-" + self.hash)
        self.state["findings"] = {"CRITICAL": 1, "HIGH": 2}
        self.fails("3 critical or high findings", "image_verify.sh", NEW)
        self.state["scan"] = "IN_PROGRESS"
        self.fails("not complete: IN_PROGRESS", "image_verify.sh", NEW)

    def test_candidates_are_numbered_and_built_once(self):
        self.program("docker", DOCKER)
        self.tag(OLD, "v0.2.0-rc.9")
        self.write("packaging/container/Dockerfile", "FROM scratch\n")
        self.commit()
        for _ in range(2):
            self.assertIn("digest=" + BUILT, self.works("image_build.sh", "rc", BUILT=BUILT))
        tree = self.git("rev-parse", "HEAD^{tree}")
        self.assertEqual([image["imageTags"] for image in self.state["images"][3:]], [["tree-" + tree, "v0.2.0-rc.10"]])

    def test_an_image_of_a_pull_request_is_no_candidate(self):
        self.program("docker", DOCKER)
        self.write("packaging/container/Dockerfile", "FROM scratch\n")
        self.commit()
        self.works("image_build.sh", "pr-7", BUILT=BUILT)
        self.assertTrue(self.state["images"][3]["imageTags"][0].startswith("pr-7-"))
        self.fails("no image of tree", "image_find.sh", status=3)

    def test_a_changed_working_tree_is_not_built(self):
        self.write("VERSION", "0.2.1\n")
        self.fails("differs from HEAD", "image_build.sh", "rc")
        self.fails("usage", "image_build.sh", "latest", status=64)


if __name__ == "__main__":
    unittest.main()
