"""Named parameters are found where PostgreSQL would see them, and nowhere else."""

import os
import shutil
import tempfile
import unittest

from support import SMALL

import contract
import sqltext
import sqlwrite
from sqlfiles import Folder


def rewrite(text):
    seen = []

    def put(name, is_cast):
        seen.append(name)
        return "$%d" % (list(dict.fromkeys(seen)).index(name) + 1)

    return sqltext.rewrite(text, put), list(dict.fromkeys(seen))


class Rewriting(unittest.TestCase):
    def test_a_name_becomes_a_number(self):
        self.assertEqual(rewrite("SELECT :id + :size"), ("SELECT $1 + $2", ["id", "size"]))

    def test_the_same_name_keeps_its_number(self):
        self.assertEqual(rewrite(":a :b :a")[0], "$1 $2 $1")

    def survives(self, text):
        self.assertEqual(rewrite(text), (text, []))

    def test_casts_survive(self):
        self.survives("SELECT now()::date, '1'::integer::text")

    def test_strings_survive(self):
        self.survives("SELECT 'at :noon', 'it''s :noon', '\\', 'x'")

    def test_a_backslash_does_not_escape_in_a_plain_string(self):
        self.assertEqual(rewrite("SELECT '\\' || :a || '\\'")[1], ["a"])

    def test_escape_strings_survive(self):
        self.survives("SELECT E'it\\'s :noon'")

    def test_a_word_that_ends_in_e_is_no_escape_string(self):
        self.assertEqual(rewrite("SELECT date'2026-01-01\\', :a")[1], ["a"])

    def test_quoted_names_survive(self):
        self.survives('SELECT "a:b", "a"":b"')

    def test_dollar_quotes_survive(self):
        self.survives("DO $$ x := :a; $$; DO $body$ :a $$ :b $body$")

    def test_a_dollar_inside_a_word_opens_nothing(self):
        self.assertEqual(rewrite("SELECT a$b$c, :x, d$b$e")[1], ["x"])

    def test_numbered_parameters_open_nothing(self):
        self.assertEqual(rewrite("SELECT $1, :x, $1")[1], ["x"])

    def test_comments_survive(self):
        self.survives("SELECT 1 -- see :a and 'quotes\n, 2 /* :b /* :c */ ' :d */")

    def test_slices_survive(self):
        self.survives("SELECT list[1:n], list[a:b]")

    def test_assignments_survive(self):
        self.survives("f(a := 1)")

    def test_a_quote_that_does_not_end_is_refused(self):
        with self.assertRaises(sqltext.Broken):
            list(sqltext.tokens("DO $a$ BEGIN END $$"))
        with self.assertRaises(sqltext.Broken):
            list(sqltext.tokens("SELECT 1 /* /* */"))


CREATE_THING = """-- a write
CREATE FUNCTION create_thing(request request, body jsonb,
	OUT outcome text, OUT detail jsonb, OUT answer thing_view) LANGUAGE plpgsql AS $$
BEGIN
	outcome := 'name_taken';
END $$;
"""


class Writes(unittest.TestCase):
    EFFECT = "BEGIN\n\toutcome := 'ok';\nEND $$;\n"

    def test_a_write_gets_the_claim_and_what_is_kept(self):
        text = sqlwrite.expand("CREATE WRITE put_it(id uuid) ANSWERS (answer thing_view, more jsonb) AS $$\n" + self.EFFECT)
        self.assertIn(
            "CREATE FUNCTION put_it(request request, id uuid, OUT outcome text, OUT detail jsonb,"
            " OUT replayed boolean, OUT answer thing_view, OUT more jsonb)",
            text,
        )
        self.assertIn("answer := jsonb_populate_record(NULL::thing_view, past.answer);", text)
        self.assertIn("more := nullif(past.answer->'more', 'null');", text)
        self.assertIn("PERFORM complete(request, outcome, detail, to_jsonb(answer));", text)

    def test_what_the_effect_shows_is_kept_instead(self):
        effect = self.EFFECT.replace("outcome", "shown", 1)
        text = sqlwrite.expand("CREATE WRITE put_it() ANSWERS (answer thing_view) AS $$\n" + effect)
        self.assertIn("PERFORM complete(request, outcome, detail, shown);", text)

    def test_a_secret_is_kept_sealed(self):
        text = sqlwrite.expand("CREATE WRITE put_it() ANSWERS (sealed text, answer v) AS $$\n" + self.EFFECT)
        self.assertIn("sealed := past.sealed;", text)
        self.assertIn("to_jsonb(answer), sealed);", text)

    def test_nothing_is_kept_of_what_answers_nothing(self):
        text = sqlwrite.expand("CREATE WRITE drop_it() AS $$\n" + self.EFFECT)
        self.assertIn("PERFORM complete(request, outcome, detail, NULL);", text)

    def test_every_line_stays_where_it_is(self):
        text = "-- why\nCREATE WRITE put_it(id uuid)\nANSWERS (answer v) AS $$\nDECLARE\n\told v;\n" + self.EFFECT
        written = sqlwrite.expand(text)
        self.assertEqual(written.count("\n"), text.count("\n"))
        for line in ("\told v;", "\toutcome := 'ok';"):
            self.assertEqual(written.split("\n").index(line), text.split("\n").index(line))

    def test_what_cannot_be_read_is_refused_at_its_place(self):
        with self.assertRaises(sqlwrite.Unreadable) as caught:
            sqlwrite.expand("-- why\nCREATE WRITE put_it(id uuid) AS $$ BEGIN END $$;\n")
        self.assertEqual(caught.exception.at, 7)


class Files(unittest.TestCase):
    def setUp(self):
        self.root = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.root)
        self.put("sql/things/create_thing.sql", CREATE_THING)
        self.put(
            "sql/list_things.sql", "SELECT id FROM things WHERE id > :after LIMIT :limit + 1;\n"
        )
        self.put(
            "sql/update_thing.sql",
            "UPDATE things SET note = :body::jsonb->>'note' WHERE id = :thing_id",
        )
        self.put("sql/lib/b.sql", "CREATE TYPE b AS (a a);\n")
        self.put("sql/lib/a.sql", "CREATE TYPE a AS (id uuid);\n")
        self.put("migrations/0001_first.sql", "CREATE TABLE things (id uuid);\n")

    def put(self, name, text):
        path = os.path.join(self.root, "server/store", name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def load(self):
        folder = Folder(contract.load_text(SMALL), self.root).load()
        return folder, {each.name: each for each in folder.statements}

    def refused(self, place, reason):
        with self.assertRaises(contract.Refused) as caught:
            self.load()
        self.assertTrue(str(caught.exception).startswith(place + ": "), str(caught.exception))
        self.assertRegex(str(caught.exception), reason)

    def test_a_read_gets_typed_parameters(self):
        _, statements = self.load()
        self.assertEqual(
            statements["list_things"].sql,
            "SELECT id FROM things WHERE id > ($1::text) LIMIT ($2::integer) + 1",
        )
        self.assertFalse(statements["list_things"].is_write)

    def test_a_cast_of_its_own_is_not_doubled(self):
        _, statements = self.load()
        self.assertEqual(
            statements["update_thing"].sql,
            "UPDATE things SET note = $1::jsonb->>'note' WHERE id = ($2::uuid)",
        )
        self.assertTrue(statements["update_thing"].is_write)

    def test_a_write_that_cannot_be_read_is_refused(self):
        self.put("sql/things/create_thing.sql", "-- a write\nCREATE WRITE create_thing() AS $$ BEGIN END $$;\n")
        self.refused("server/store/sql/things/create_thing.sql:2", "is not CREATE WRITE")

    def test_a_write_is_called_with_its_arguments(self):
        _, statements = self.load()
        statement = statements["create_thing"]
        self.assertTrue(
            statement.sql.startswith(
                'SELECT "outcome", "detail", (answer).*, changed_calendars() AS changed FROM create_thing(ROW($1::uuid'
            )
        )
        sources = [each.source for each in statement.params]
        self.assertEqual(sources, ["CONTEXT"] * (len(sources) - 1) + ["BODY"])
        self.assertTrue(statement.sql.endswith(f")::request, ${len(sources)}::jsonb)"), statement.sql)

    def test_functions_come_in_the_order_of_names_with_lib_first(self):
        folder, _ = self.load()
        self.assertEqual(
            [os.path.basename(path) for path, _ in folder.functions],
            ["a.sql", "b.sql", "create_thing.sql"],
        )
        self.assertRegex(folder.functions_schema(), "^api_[0-9a-f]{12}$")

    def test_internal_statements_are_positional(self):
        self.put(
            "sql/authenticate.sql",
            "SELECT * FROM api_keys WHERE hash = decode(:key_hash, 'hex') AND :limit",
        )
        _, statements = self.load()
        self.assertEqual(
            [(each.source, each.index) for each in statements["authenticate"].params],
            [("PATH", 0), ("PATH", 1)],
        )
        self.assertIn("decode($1, 'hex') AND $2", statements["authenticate"].sql)

    def test_the_folders_are_listed_so_that_new_files_are_seen(self):
        folder, _ = self.load()
        self.assertIn(os.path.join(self.root, "server/store/sql/lib"), folder.read)

    def test_a_missing_file_is_refused(self):
        os.remove(os.path.join(self.root, "server/store/sql/list_things.sql"))
        self.refused("openapi/calendar.yaml:53", "list_things.sql is missing")

    def test_an_unknown_parameter_is_refused(self):
        self.put("sql/list_things.sql", "-- :note is fine here\nSELECT 1\nWHERE :note")
        self.refused("server/store/sql/list_things.sql:3", "unknown parameter :note")

    def test_an_unknown_argument_is_refused(self):
        self.put("sql/things/create_thing.sql", CREATE_THING.replace("body jsonb", "boddy jsonb"))
        self.refused("server/store/sql/things/create_thing.sql:2", "unknown parameter boddy")

    def test_a_function_of_another_name_is_refused(self):
        self.put(
            "sql/things/create_thing.sql", CREATE_THING.replace("create_thing", "create_think")
        )
        self.refused(
            "server/store/sql/things/create_thing.sql:1", "creates no function create_thing"
        )

    def test_an_outcome_that_the_contract_does_not_list_is_refused(self):
        self.put("sql/things/create_thing.sql", CREATE_THING.replace("'name_taken'", "'stale'"))
        self.refused("server/store/sql/things/create_thing.sql:5", "outcome stale")

    def test_an_unknown_field_code_is_refused(self):
        self.put("sql/lib/a.sql", "\nSELECT field_error('/name', 'ugly', 'No.');\n")
        self.refused("server/store/sql/lib/a.sql:2", "field code ugly")

    def test_two_statements_in_one_file_are_refused(self):
        self.put("sql/list_things.sql", "SELECT ';'; SELECT 2")
        self.refused("server/store/sql/list_things.sql:1", "one statement")

    def test_two_files_of_one_name_are_refused(self):
        self.put("sql/create_thing.sql", CREATE_THING)
        self.refused("server/store/sql/things/create_thing.sql:1", "another create_thing.sql")

    def test_a_quote_that_does_not_end_is_refused(self):
        self.put("sql/list_things.sql", "SELECT 1\n/* never")
        self.refused("server/store/sql/list_things.sql:2", "does not end")

    def test_a_gap_in_the_migrations_is_refused(self):
        self.put("migrations/0003_third.sql", "SELECT 1")
        self.refused("server/store/migrations/0003_third.sql:1", "0002_name")


if __name__ == "__main__":
    unittest.main()
