"""What the writers make: the same text every time, C that compiles, a document that stands alone."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest

from support import ROOT, SMALL

import contract
import openapi
import wire


class Wire(unittest.TestCase):
    def setUp(self):
        self.contract = contract.load(f"{ROOT}/openapi/calendar.yaml")

    def test_twice_gives_the_same(self):
        again = contract.load(f"{ROOT}/openapi/calendar.yaml")
        self.assertEqual(wire.sources(self.contract), wire.sources(again))
        self.assertEqual(openapi.text(self.contract), openapi.text(again))

    def test_names_that_meet_in_c_are_refused(self):
        text = SMALL.replace(
            "    ThingDraft:\n",
            "    ThingNote:\n      type: object\n      description: A note.\n"
            "      properties:\n        field_count: {type: integer, description: How many.}\n"
            "    ThingDraft:\n",
        )
        with self.assertRaisesRegex(contract.Refused, "THING_NOTE_FIELD_COUNT"):
            wire.sources(contract.load_text(text))

    def test_the_tables_compile(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        for name, text in wire.sources(self.contract).items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        for name in ("schemas.c", "operations.c"):
            subprocess.run(
                [
                    "cc",
                    "-std=gnu11",
                    "-Wall",
                    "-Wextra",
                    "-Werror",
                    "-Wno-missing-field-initializers",
                    "-fsyntax-only",
                    f"-I{ROOT}",
                    f"-I{folder}",
                    os.path.join(folder, name),
                ],
                check=True,
            )


class Document(unittest.TestCase):
    def setUp(self):
        self.contract = contract.load(f"{ROOT}/openapi/calendar.yaml")
        self.document = json.loads(openapi.text(self.contract))

    def test_every_reference_leads_somewhere(self):
        for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', openapi.text(self.contract))):
            at = self.document
            for step in reference.split("/"):
                self.assertIn(step, at, reference)
                at = at[step]

    def test_drafts_and_patches_are_written_out(self):
        schemas = self.document["components"]["schemas"]
        self.assertEqual(schemas["EventDraft"]["required"], ["title"])
        self.assertFalse(schemas["EventDraft"]["additionalProperties"])
        self.assertTrue(schemas["EventPatch"]["properties"]["attendees"]["readOnly"])
        self.assertNotIn("x-draft-of", json.dumps(schemas))

    def test_formats_of_our_own_have_patterns(self):
        self.assertIn(
            "pattern", self.document["components"]["schemas"]["Event"]["properties"]["color"]
        )

    def test_every_operation_lists_its_problems(self):
        for operation in self.contract.operations:
            answers = self.document["paths"][operation.path][operation.method.lower()]["responses"]
            for code in operation.problems:
                self.assertIn(str(self.contract.problems[code].status), answers)

    def test_writes_take_an_idempotency_key(self):
        parameters = self.document["paths"]["/v1/calendars"]["post"]["parameters"]
        self.assertIn({"$ref": "#/components/parameters/Idempotency-Key"}, parameters)

    def test_nothing_but_openapi_is_in_a_schema(self):
        """No keyword of the generator's own leaks into what generic tools read."""
        self.assertNotRegex(json.dumps(self.document["components"]["schemas"]), r'"x-')


class Command(unittest.TestCase):
    def run_it(self, *arguments):
        return subprocess.run(
            ["/usr/bin/python3", f"{ROOT}/generator/generate.py", *arguments],
            capture_output=True,
            text=True,
            check=False,
        )

    def test_a_refusal_goes_to_stderr_and_fails(self):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
            file.write("openapi: 3.1.0\n")
            file.flush()
            done = self.run_it("--contract", file.name, "--out", "/nonexistent", "wire")
        self.assertEqual(done.returncode, 1)
        self.assertIn(":1: info is missing", done.stderr)
        self.assertNotIn("Traceback", done.stderr)

    def test_the_names_of_the_files_can_be_asked_for(self):
        self.assertEqual(self.run_it("--names", "openapi").stdout, "openapi.json\n")


if __name__ == "__main__":
    unittest.main()
