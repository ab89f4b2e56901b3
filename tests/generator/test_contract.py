"""The contract is refused where it contradicts itself, with the line and the reason."""

import unittest

from support import ROOT, SMALL, edit

import contract


class Refusals(unittest.TestCase):
    def refused(self, old, new, reason, line=0):
        """`line`: how far below the edit the blame lies."""
        text, edited = edit(old, new)
        with self.assertRaises(contract.Refused) as caught:
            contract.load_text(text, "openapi/calendar.yaml")
        self.assertRegex(str(caught.exception), reason)
        self.assertTrue(
            str(caught.exception).startswith(f"openapi/calendar.yaml:{edited + line}: "),
            f"line {edited + line} expected: {caught.exception}",
        )

    def test_text_that_is_not_yaml(self):
        self.refused("tags: [thing]", "tags: [thing", "not YAML", 1)

    def test_a_key_that_stands_twice(self):
        self.refused(
            '      x-since: "0.1"\n', '      x-since: "0.1"\n      x-since: "0.2"\n', "twice", 1
        )

    def test_a_comma_that_cuts_a_text(self):
        self.refused("Its name. Not more.", "Its name, not more", "unknown key 'not more'")

    def test_a_missing_sdk_name(self):
        self.refused(
            "    post:\n      operationId: createThing\n      tags: [thing]\n      summary: Create a thing.\n"
            "      description: More about it.\n      x-sdk: thing_create\n",
            "    post:\n      operationId: createThing\n      tags: [thing]\n      summary: Create a thing.\n"
            "      description: More about it.\n",
            "POST /v1/things has no x-sdk",
        )

    def test_a_missing_scope(self):
        self.refused("      x-scope: admin\n", "", "has no x-scope", -6)

    def test_a_missing_since(self):
        self.refused('      x-since: "0.1"\n', "", "has no x-since", -7)

    def test_a_since_that_is_a_number(self):
        self.refused('x-since: "0.1"', "x-since: 0.1", "x-since is a text")

    def test_an_operation_id_that_exists_twice(self):
        self.refused(
            "operationId: listThings",
            "operationId: createThing",
            "name of two operations.*line",
            -1,
        )

    def test_an_sdk_name_that_exists_twice(self):
        self.refused("x-sdk: thing_list", "x-sdk: thing_create", "name of two operations", -5)

    def test_an_sdk_name_without_verb(self):
        self.refused("x-sdk: thing_list", "x-sdk: things", "not NOUN_VERB")

    def test_an_unknown_scope(self):
        self.refused("x-scope: any", "x-scope: things:read", "unknown scope 'things:read'")

    def test_an_unknown_problem_code(self):
        self.refused("x-problems: [name_taken]", "x-problems: [name_token]", "name_token is not in")

    def test_a_body_without_a_member_that_it_never_had(self):
        self.refused(
            "      x-problems: [name_taken]",
            "      x-body-without: [nose]\n      x-problems: [name_taken]",
            "has no member nose",
        )

    def test_a_common_problem_that_the_catalogue_lacks(self):
        self.refused("  timeout: {", "  timeouts: {", "can answer timeout", 5)

    def test_a_problem_without_help(self):
        self.refused(
            "  stale: {status: 412, title: a, help: b}",
            "  stale: {status: 412, title: a}",
            "needs exactly",
        )

    def test_a_problem_with_a_status_of_success(self):
        self.refused("stale: {status: 412", "stale: {status: 200", "between 400 and 599")

    def test_a_path_parameter_that_is_not_declared(self):
        self.refused(
            '      parameters:\n        - {$ref: "#/components/parameters/ThingId"}\n',
            "",
            r"\{thing_id\} of the path is not declared",
            -8,
        )

    def test_a_path_parameter_that_is_not_in_the_path(self):
        self.refused(
            '        - {$ref: "#/components/parameters/Limit"}',
            '        - {$ref: "#/components/parameters/ThingId"}',
            "thing_id is not in /v1/things",
        )

    def test_a_path_parameter_that_is_optional(self):
        self.refused("      required: true\n", "", "is not required: true", -15)

    def test_a_parameter_that_leads_nowhere(self):
        self.refused(
            "#/components/parameters/Limit", "#/components/parameters/Limits", "leads nowhere"
        )

    def test_an_unknown_extension_on_an_operation(self):
        self.refused("x-since:", "x-sins: 1\n      x-since:", "unknown key 'x-sins'")

    def test_an_unknown_extension_on_a_member(self):
        self.refused("x-after: first", "x-afer: first", "unknown key 'x-afer'")

    def test_an_unknown_extension_on_a_schema(self):
        self.refused(
            "      x-draft-of: Thing",
            "      x-draft: Thing",
            "unknown key 'x-draft' on schema ThingDraft",
        )

    def test_an_unknown_extension_on_the_document(self):
        self.refused("servers: []", "x-server: []", "unknown key 'x-server'")

    def test_a_list_without_cursor(self):
        self.refused(
            '        - {$ref: "#/components/parameters/Cursor"}\n', "", "takes limit and cursor", -3
        )

    def test_a_list_that_answers_no_page(self):
        self.refused(
            '"#/components/responses/ThingPage"',
            '"#/components/responses/Thing"',
            "answers with a page",
            -5,
        )

    def test_a_page_of_an_operation_that_is_no_list(self):
        self.refused("      x-list: true\n", "", "has no x-list", 3)

    def test_a_draft_of_an_unknown_schema(self):
        self.refused("x-draft-of: Thing", "x-draft-of: Think", "names Think, which is no schema")

    def test_a_patch_of_an_unknown_schema(self):
        self.refused("x-patch-of: Thing", "x-patch-of: Think", "names Think, which is no schema")

    def test_a_required_member_that_does_not_exist(self):
        self.refused(
            "required: [id, name]", "required: [id, nam]", "requires nam, which is no member"
        )

    def test_a_required_member_that_only_the_server_sets(self):
        self.refused("required: [name]", "required: [id]", "requires id, which is read-only")

    def test_a_sibling_that_does_not_exist(self):
        self.refused("x-after: first", "x-after: start", "x-after names start")

    def test_a_sibling_that_cannot_be_compared(self):
        self.refused("x-after: first", "x-after: size", "x-after names size")

    def test_kinds_of_what_is_no_event_time(self):
        self.refused("x-after: first", "x-kinds: {date: first}", "x-kinds names for an event-time")

    def test_limits_that_cross(self):
        self.refused(
            "minLength: 1, maxLength: 8", "minLength: 9, maxLength: 8", "above the greatest"
        )

    def test_a_default_outside_of_the_limits(self):
        self.refused("default: 2", "default: 10", "10")

    def test_an_unknown_format(self):
        self.refused("format: date,", "format: data,", "unknown format 'data'")

    def test_a_reference_to_an_unknown_schema(self):
        self.refused(
            'schema: {$ref: "#/components/schemas/ThingDraft"}',
            'schema: {$ref: "#/components/schemas/Draft"}',
            "no schema Draft",
        )

    def test_an_example_that_breaks_a_limit(self):
        self.refused("{name: one, size: 3}", "{name: one, size: 30}", "not within 1 and 9.*30")

    def test_an_example_with_an_unknown_member(self):
        self.refused("{name: one, size: 3}", "{name: one, sise: 3}", "sise is no member")

    def test_an_example_without_a_required_member(self):
        self.refused("{name: one, size: 3}", "{size: 3}", "name is missing")

    def test_an_example_that_sets_a_read_only_member(self):
        self.refused("{note: null}", "{version: 3}", "version is read-only")

    def test_an_example_with_null_where_null_is_no_value(self):
        self.refused("{note: null}", "{name: null}", "name is null")

    def test_an_example_with_a_day_that_does_not_exist(self):
        self.refused("{note: null}", '{first: "2026-02-30"}', "no day of the calendar")

    def test_an_example_with_an_unknown_enum_value(self):
        self.refused("{name: one, size: 3}", "{name: one, kind: huge}", "none of big, small")

    def test_a_body_without_example(self):
        self.refused("            example: {name: one, size: 3}\n", "", "body has no example", -4)

    def test_a_secret_that_is_no_member(self):
        self.refused("x-location:", "x-secret: key\n      x-location:", "x-secret key is no member")

    def test_a_location_with_an_unknown_name(self):
        self.refused(
            "/v1/things/{id}", "/v1/things/{ident}", "neither a path parameter nor a member"
        )

    def test_a_deadline_that_is_no_number(self):
        self.refused("x-list: true", "x-list: true\n      x-deadline: {plus: limit}", "x-deadline is seconds", 1)

    def test_a_deadline_that_follows_no_parameter(self):
        self.refused(
            "x-list: true",
            "x-list: true\n      x-deadline: {seconds: 5, plus: cursor}",
            "adds cursor, which is no integer",
            1,
        )

    def test_a_member_without_description(self):
        self.refused(", description: About it.}", "}", "note has no description")


class Model(unittest.TestCase):
    def setUp(self):
        self.contract = contract.load_text(SMALL)

    def test_a_draft_closes_what_only_a_patch_may_set(self):
        draft = self.contract.schemas["ThingDraft"]
        self.assertEqual(
            [each.name for each in draft.writable],
            ["name", "size", "note", "first", "last", "kind"],
        )
        self.assertTrue(draft.find("name").required)
        self.assertFalse(draft.find("id").required)

    def test_a_patch_closes_what_only_creation_may_set(self):
        patch = self.contract.schemas["ThingPatch"]
        self.assertEqual(
            [each.name for each in patch.writable],
            ["name", "size", "note", "first", "last", "home"],
        )
        self.assertFalse(any(each.required for each in patch.fields))
        self.assertIsNone(patch.find("size").default)

    def test_help_is_the_first_sentence(self):
        self.assertEqual(self.contract.schemas["Thing"].find("name").help, "Its name.")

    def test_common_problems_follow_from_the_shape(self):
        listing = self.contract.operation("listThings")
        self.assertIn("malformed_cursor", listing.problems)
        self.assertNotIn("idempotency_key_reused", listing.problems)
        self.assertIn("unknown_field", self.contract.operation("thing_create").problems)

    def test_the_real_contract_is_accepted(self):
        real = contract.load(f"{ROOT}/openapi/calendar.yaml")
        self.assertEqual(len(real.probes), 5)
        self.assertGreaterEqual(len(real.operations), 24)


if __name__ == "__main__":
    unittest.main()
