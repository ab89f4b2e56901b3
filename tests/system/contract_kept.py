#!/usr/bin/env python3
"""schemathesis against the running server, all checks on. contract_kept.py EXAMPLES SEED… [PHASE…], as in
`contract_kept.py 200 1 stateful`; without a phase all of examples, coverage, fuzzing and stateful.

Which statuses an operation may give is read from the contract that the server itself hands out: schema-valid data
may also meet the operation's listed 4xx (a rule across fields, a missing thing), never one that is not listed."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from wire import KEY, Checks, make_calendar, make_event, make_user, request, sql

examples, seeds = sys.argv[1], [each for each in sys.argv[2:] if each.isdigit()]
phases = [each for each in sys.argv[2:] if not each.isdigit()]
root = pathlib.Path(__file__).resolve().parents[2]
check = Checks()
LINKS_LEAST = 1  # few of them: most events that a tester makes up are refused

# The tester may change every user but must not lock itself out: its own rows keep what lets it in.
admin = sql("SELECT id FROM users WHERE username = 'admin'")
sql(f"""
CREATE FUNCTION keep_tester() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'users' THEN NEW.is_admin := true; NEW.deleted_at := NULL; ELSE NEW.revoked_at := NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_tester BEFORE UPDATE ON users FOR EACH ROW WHEN (OLD.id = '{admin}') EXECUTE FUNCTION keep_tester();
CREATE TRIGGER keep_tester BEFORE UPDATE ON api_keys FOR EACH ROW WHEN (OLD.user_id = '{admin}') EXECUTE FUNCTION keep_tester();
""")
calendar = make_calendar()
event = make_event(calendar["id"])
user = make_user("ada")

contract = request("GET", "/v1/openapi.json", key=None).json()
ids = {"calendar_id": calendar["id"], "event_id": event["id"], "user_id": user["id"]}
# The contract's links alone: the tester would guess a thousand more, and of its steps hardly one would follow a true one.
config = ['[phases.stateful.inference]\nalgorithms = []\n[checks.negative_data_rejection]\nexpected-statuses = ["400", "401", "403", "404", "406", "409", "410", "412", "413", "415", "422", "428"]\n']
for path, item in contract["paths"].items():
    for method, operation in item.items():
        if method not in ("get", "put", "post", "patch", "delete"):
            continue
        # Made-up URLs may lead anywhere, and the tests talk to this machine alone: webhooks.py has these two.
        if method in ("post", "patch") and path.startswith("/v1/webhooks"):
            config.append(f'[[operations]]\ninclude-name = "{method.upper()} {path}"\nenabled = false\n')
            continue
        listed = sorted(status for status in operation["responses"] if status[0] in "234")
        config.append(f"""[[operations]]
include-name = "{method.upper()} {path}"
checks.positive_data_acceptance.expected-statuses = {json.dumps(listed)}
""")

with tempfile.TemporaryDirectory() as work:
    pathlib.Path(work, "schemathesis.toml").write_text("\n".join(config), encoding="utf-8")
    for seed in seeds:
        done = subprocess.run(
            [root / ".dev/venv/bin/st", "--config-file", "schemathesis.toml", "run",
             os.environ["LIBAPI_URL"] + "/v1/openapi.json", "--checks", "all", "--max-examples", examples,
             "--seed", seed, "--continue-on-failure", "--header", f"X-API-Key: {KEY}", "--no-color",
             "--suppress-health-check", "all", "--warnings", "off", *(["--phases", ",".join(phases)] if phases else [])],
            cwd=work, capture_output=True, text=True, env={**os.environ, "PYTHONWARNINGS": "ignore"})
        links = re.search(r"API Links:\s+(\d+) covered", done.stdout)
        check.that(links and int(links[1]) >= LINKS_LEAST, f"links that were followed: {links and links[0]}")
        print(f"seed {seed}\n" + (done.stdout if done.returncode else done.stdout[-1200:]), done.stderr[-2000:], flush=True)
        check.that(done.returncode == 0, f"schemathesis, seed {seed}: exit {done.returncode}")
check.that(request("GET", "/livez", key=None).status == 200, "the server lives")
check.done()
