#!/usr/bin/env python3
"""Whose work a request is part of: in its answer, in its log line, and told to a collector, whatever that one does."""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time
import urllib.request

from receiver import Receiver
from second import Second, free_port
from waiting import until
from wire import KEY, Checks, make_calendar, raw, request

TRACE, PARENT = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
check = Checks()


def lines(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()
            if line.startswith("{") and line.endswith("}")]


def trace_of(answer):
    return re.fullmatch(r"00-([0-9a-f]{32})-([0-9a-f]{16})-(0[0-3])", answer.headers.get("traceresponse", ""))


def in_answers_and_log():
    for name, path, key, header in (
            ("begun", "/v1/users/me", KEY, None), ("continued", "/v1/users/me", KEY, f"00-{TRACE}-{PARENT}-01"),
            ("of a later version", "/v1/users/me", KEY, f"01-{TRACE}-{PARENT}-01-more"),
            ("upper case", "/v1/users/me", KEY, f"00-{TRACE.upper()}-{PARENT}-01"), ("zeroes", "/v1/users/me", KEY, f"00-{'0' * 32}-{PARENT}-01"),
            ("no key", "/v1/users/me", None, f"00-{TRACE}-{PARENT}-01"), ("no route", "/nothing", KEY, f"00-{TRACE}-{PARENT}-01")):
        answer = request("GET", path, key=key, headers={"X-Request-Id": f"traces-{name.replace(' ', '-')}", **({"traceparent": header} if header else {})})
        found = trace_of(answer)
        check.that(found, f"{name}: no traceresponse: {answer.headers}")
        if not found:
            continue
        continued = header is not None and header[3:35] == TRACE
        check.that((found[1] == TRACE) == continued, f"{name}: trace {found[1]}")
        check.that(found[2] != PARENT and found[3] in ("00", "02"), f"{name}: {found[0]}")
        line = until(lambda n=name: [each for each in lines(os.environ["SERVER_LOG"])
                                     if each.get("request_id") == f"traces-{n.replace(' ', '-')}"])
        check.that(line and (line[0]["trace_id"], line[0]["span_id"]) == (found[1], found[2]), f"{name}: logged {line}")
    twice = raw(f"GET /v1/users/me HTTP/1.1\r\nHost: x\r\nX-API-Key: {KEY}\r\nConnection: close\r\n"
                f"traceparent: 00-{TRACE}-{PARENT}-01\r\ntraceparent: 00-{TRACE}-{PARENT}-01\r\n\r\n".encode()).decode()
    check.that("200 OK" in twice and "traceresponse: 00-" in twice and TRACE not in twice, f"given twice: {twice}")


def spans_of(receiver):
    return [span for message in receiver.wait(0) for group in message["resourceSpans"] for scope in group["scopeSpans"]
            for span in scope["spans"]]


def attributes(span):
    return {each["key"]: next(iter(each["value"].values())) for each in span["attributes"]}


def metric(server, name):
    with urllib.request.urlopen(f"http://127.0.0.1:{server.admin_port}/metrics", timeout=30) as answer:
        return int(re.search(rf"^{name} (\d+)$", answer.read().decode(), re.M)[1])


def told():
    calendar = make_calendar()["id"]
    with tempfile.NamedTemporaryFile() as log, Receiver() as receiver:
        began = time.time()
        server = Second(log=log, API_OTLP_URL=receiver.url("/v1/traces"))
        connection = server.connection()
        for flags, what in (("01", "wanted"), ("00", "unwanted")):
            request("GET", f"/v1/calendars/{calendar}", connection=connection,
                    headers={"traceparent": f"00-{TRACE}-{PARENT}-{flags}", "X-Request-Id": what})
        request("GET", "/v1/calendars/none", connection=connection, headers={"X-Request-Id": 'a "quoted" one'})
        request("GET", "/livez", connection=connection)
        last = request("DELETE", "/nowhere", connection=connection)
        check.that(last.headers["traceresponse"].endswith("-03"), f"a begun trace is kept: {last.headers['traceresponse']}")
        server.stop()  # what waits goes out before the end
        # Probes are told only while they fail, as before the server was ready.
        spans = {attributes(span)["api.request_id"]: span for span in spans_of(receiver)
                 if attributes(span)["http.response.status_code"] != "503"}
        wanted = spans.get("wanted")
        check.that(wanted is not None and "unwanted" not in spans, f"a caller's wish: {list(spans)}")
        check.that(len(spans) == 3, f"three spans, no probe among them: {list(spans)}")
        if wanted is None:
            return
        check.that((wanted["traceId"], wanted["parentSpanId"], wanted["kind"]) == (TRACE, PARENT, 2), wanted)
        check.that(wanted["name"] == "GET /v1/calendars/{calendar_id}", wanted)
        start, end = int(wanted["startTimeUnixNano"]) / 1e9, int(wanted["endTimeUnixNano"]) / 1e9
        check.that(began - 1 <= start < end <= time.time() + 1, f"{began} {start} {end}")
        of = attributes(wanted)
        check.that((of["http.response.status_code"], of["api.operation"], of["http.route"]) ==
                   ("200", "getCalendar", "/v1/calendars/{calendar_id}") and int(of["api.db_us"]) > 0, of)
        line = next(each for each in lines(log.name) if each.get("request_id") == "wanted")
        check.that((line["trace_id"], line["span_id"]) == (TRACE, wanted["spanId"]), line)
        missing = next((span for span in spans.values() if attributes(span).get("http.response.status_code") == "404"
                        and "http.route" in attributes(span)), None)
        check.that(missing and attributes(missing)["error.type"] and missing["status"] == {"code": 0}, missing)
        check.that(spans[last.headers["x-request-id"]]["name"] == "HTTP", "no route, no method in the name")


def bad_collectors():
    """Sends elsewhere, refuses, hangs, is not there: requests do not notice, and what is lost is counted."""
    with Receiver(lambda path, _: (307, {"Location": "/elsewhere"}, b"")) as receiver, tempfile.NamedTemporaryFile() as log:
        with Second(log=log, API_OTLP_URL=receiver.url()) as server:
            check.that(request("GET", "/v1/users/me", connection=server.connection()).status == 200, "beside a redirect")
            check.that(until(lambda: any(attributes(span)["http.response.status_code"] == "200" for span in spans_of(receiver))),
                       "a span was sent")
            lost = len(spans_of(receiver))
            check.that(until(lambda: metric(server, "api_spans_dropped_total") == lost), "refused spans are counted")
            check.that(receiver.got and all(path != "/elsewhere" for path, *_ in receiver.got), "a redirect was followed")
            receiver.behave = lambda path, _: 200
            request("GET", "/v1/users/me", connection=server.connection())
            check.that(until(lambda: metric(server, "api_spans_sent_total") == 1), "and taken up again")
            check.that(metric(server, "api_spans_dropped_total") == lost, "no more is lost")
        said = [line["message"] for line in lines(log.name) if "spans" in line["message"]]
        check.that(said == ["spans cannot be delivered", "spans are delivered again"], said)
    with Receiver(lambda *_: None) as receiver:
        with Second(API_OTLP_URL=receiver.url()) as server:
            url = f"http://127.0.0.1:{server.port}/nowhere"
            sent = 0
            for _ in range(120):  # until the queue is full
                done = subprocess.run(["wrk", "-t1", "-c8", "-d1s", "--timeout", "30s", url], capture_output=True, text=True, check=True)
                check.that("Socket errors" not in done.stdout, done.stdout)
                sent += int(re.search(r"(\d+) requests in", done.stdout)[1])
                if sent > 12000:
                    break
            lost = metric(server, "api_spans_dropped_total")  # all but those in the queue and the batch that hangs
            check.that(sent > 12000 and lost >= sent - 8192 - 512 and receiver.got, f"a full queue is counted: {lost} of {sent}")
            check.that(metric(server, "api_spans_sent_total") == 0, "nothing was taken")
            check.that(request("GET", "/v1/users/me", connection=server.connection()).status == 200, "beside one that hangs")
            check.that(server.stop() == 0, "ends with 0 beside one that hangs")
    with Second(API_OTLP_URL=f"http://127.0.0.1:{free_port()}/v1/traces") as server:
        check.that(request("GET", "/v1/users/me", connection=server.connection()).status == 200, "beside nobody")


def refused_settings():
    for url, words in (("ftp://127.0.0.1/x", "must begin with http:// or https://"), ("http://[::1/v1/traces", "is not a URL"),
                       ("https://me:secret@example.com/v1/traces", "no user or password")):
        done = subprocess.run([os.environ["SERVER_PROGRAM"], "--check-config"], capture_output=True, text=True, check=False,
                              env={**os.environ, "API_OTLP_URL": url})
        check.that(done.returncode == 78 and "API_OTLP_URL" in done.stderr and words in done.stderr, (url, done.stderr))
        check.that("secret@" not in done.stderr, "a password is shown")


for run in (in_answers_and_log, told, bad_collectors, refused_settings):
    run()
check.done()
