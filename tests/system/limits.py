#!/usr/bin/env python3
"""Limits that bite: a key that asks too fast and an address that guesses get 429 with Retry-After, others do not, and
both recover. Run with API_RATE_LIMIT=20 API_RATE_BURST=30 API_AUTH_FAILURES=12."""
import os
import re
import secrets
import time

from wire import KEY, Checks, connect, make_user, request

check = Checks()
rate, burst, failures = (int(os.environ[name]) for name in ("API_RATE_LIMIT", "API_RATE_BURST", "API_AUTH_FAILURES"))
other = make_user("limits-other")["api_key"]
connection = connect()


def ask(key=KEY):
    return request("GET", "/v1/users/me", key=key, connection=connection)


def left(answer):
    return [int(n) for n in re.fullmatch(r'"default";r=(\d+);t=(\d+)', answer.headers["RateLimit"]).groups()]


def some_key():
    return "cal_" + secrets.token_urlsafe(6)[:8] + "_" + secrets.token_urlsafe(33)[:43]


# ---- one key ----------------------------------------------------------------------------------------------
time.sleep(burst / rate)
first = ask()
check.that(first.status == 200 and first.headers["RateLimit-Policy"] == f'"default";q={burst};w={-(-burst // rate)}', dict(first.headers))
check.that(left(first)[0] in (burst - 1, burst - 2), f"RateLimit {first.headers['RateLimit']}")
began, answers = time.monotonic(), [first]
while answers[-1].status == 200 and len(answers) < 10 * burst:
    answers.append(ask())
took, refused = time.monotonic() - began, answers[-1]
check.that(burst <= len(answers) - 1 <= burst + rate * took + 2, f"{len(answers) - 1} passed in {took:.2f} s")
remaining = [left(answer)[0] for answer in answers]
check.that(remaining[-2] <= 1 and remaining[-1] == 0, f"counts down to 0: {remaining[-5:]}")
check.that((refused.status, refused.code) == (429, "rate_limited"), refused)
check.that(refused.headers["Content-Type"] == "application/problem+json", "a problem document")
check.that(1 <= int(refused.headers["Retry-After"]) <= 2, f"Retry-After {refused.headers['Retry-After']}")
check.that(ask(other).status == 200, "another key is not concerned")
check.that(request("GET", "/livez", key=None).status == 200, "nor are probes")
time.sleep(int(refused.headers["Retry-After"]))
back = ask()
check.that(back.status == 200, f"after Retry-After it goes on: {back}")
# Spread evenly at just under the rate nothing is refused.
time.sleep(burst / rate)
steady = []
for _ in range(rate):
    steady.append(ask().status)
    time.sleep(1.05 / rate)
check.that(set(steady) == {200}, f"at the steady rate: {steady}")

# ---- one address ------------------------------------------------------------------------------------------
guesses = [ask(some_key()) for _ in range(failures)]
check.that({g.status for g in guesses} == {401}, f"{[g.status for g in guesses]}")
check.that(all(g.headers["WWW-Authenticate"] == "ApiKey" and "RateLimit" not in g.headers for g in guesses), "401 says how")
more = [ask(some_key()) for _ in range(60)]
check.that(sum(g.status == 429 for g in more) >= 55, f"{[g.status for g in more]}")
last = more[-1]
check.that((last.status, last.code) == (429, "rate_limited") and int(last.headers["Retry-After"]) >= 1, last)
check.that(ask("cal_short").status == 429, "a key that is none counts too")
check.that(ask().status == 200 and ask(other).status == 200, "from the same address known keys get in")
time.sleep(60 / failures + 1)
check.that(ask(some_key()).status == 401, "one more may be tried after a while")
check.that(ask(some_key()).status == 429, "and no two")
check.done()
