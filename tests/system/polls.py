#!/usr/bin/env python3
"""Long polls: a thousand that wait cost no connection to PostgreSQL and little memory; a change wakes them, in this
process and in another one; who hangs up is forgotten, who loses access learns so; SIGTERM loses none. And the tokens:
what is not ours is refused, what is too old is said to be.       polls.py [HOW_MANY]"""
import json
import os
import re
import selectors
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.request

from wire import KEY, URL, Checks, make_calendar, make_event, make_user, request, sql

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
check = Checks()


def changes(calendar, token=None, key=KEY, **how):
    more = "".join(f"&{name}={value}" for name, value in {"token": token, **how}.items() if value is not None)
    return request("GET", f"/v1/calendars/{calendar}/changes?{more[1:]}", key=key, timeout=60)


def token_of(calendar, key=KEY):
    page = changes(calendar, key=key, limit=500).json()
    assert not page["has_more"]
    return page["next_token"]


def metric(name, url=os.environ["ADMIN_URL"]):
    with urllib.request.urlopen(f"{url}/metrics", timeout=20) as answer:
        return float(re.search(rf"^{name} (\S+)$", answer.read().decode(), re.M).group(1))


def until(fact, within_s=20):
    began = time.monotonic()
    while not fact() and time.monotonic() - began < within_s:
        time.sleep(0.02)
    return time.monotonic() - began


def rss_kb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))


class Polls:
    """Many polls at once, each on a connection of its own. They come by the hundred: a loop's queue to the database holds
    512 first reads, and what is past it is answered 503, as it should be; these tests are about those that wait."""

    def __init__(self, count, path, port=URL.port, admin=os.environ["ADMIN_URL"], key=KEY):
        self.head = f"GET {path} HTTP/1.1\r\nHost: x\r\nX-API-Key: {key}\r\n\r\n".encode()
        self.selector, self.answers, self.lost = selectors.DefaultSelector(), [], 0
        self.sockets = []
        for come in range(count):
            if come > 0 and come % 100 == 0:
                until(lambda due=come: metric("api_requests_parked", admin) >= due)
            one = socket.create_connection(("127.0.0.1", port))
            one.sendall(self.head)
            self.sockets.append(one)
            self.selector.register(one, selectors.EVENT_READ, bytearray())

    def collect(self, within_s):
        """Until all were answered; (status, body) of each."""
        end = time.monotonic() + within_s
        while self.sockets and time.monotonic() < end:
            for ready, _ in self.selector.select(0.5):
                self.take(ready)
        return self.answers

    def take(self, ready):
        got = ready.fileobj.recv(65536)
        ready.data.extend(got)
        head, blank, body = bytes(ready.data).partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head, re.I)
        whole = blank and length and len(body) >= int(length.group(1))
        if whole:
            self.answers.append((int(head.split()[1]), json.loads(body)))
        elif got:
            return
        else:
            self.lost += 1
        self.forget(ready.fileobj)

    def forget(self, one):
        self.selector.unregister(one)
        self.sockets.remove(one)
        one.close()

    def hang_up(self):
        for one in list(self.sockets):
            self.forget(one)


class Waiting(threading.Thread):
    """One poll, and when it was answered."""

    def __init__(self, ask):
        super().__init__()
        self.ask, self.answer, self.at, self.began = ask, None, None, time.monotonic()
        self.start()

    def run(self):
        self.answer = self.ask()
        self.at = time.monotonic()

    def end(self):
        self.join()
        return self.answer


class Server:
    """A second process on the same database."""

    def __init__(self):
        ports = []
        for _ in range(2):
            with socket.socket() as one:
                one.bind(("127.0.0.1", 0))
                ports.append(one.getsockname()[1])
        self.port, self.admin = ports[0], f"http://127.0.0.1:{ports[1]}"
        self.process = subprocess.Popen(
            [os.environ["SERVER_PROGRAM"], "serve"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "API_LISTEN": f"127.0.0.1:{self.port}", "API_ADMIN_LISTEN": self.admin[7:],
                 "API_LAME_DUCK": "0s"})
        until(self.is_ready)

    def is_ready(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False


# ---- waking -------------------------------------------------------------------------------------------------

def wakes_and_returns_what_changed():
    calendar, lags = make_calendar()["id"], []
    for number in range(20):
        token = token_of(calendar)
        poll = Waiting(lambda: changes(calendar, token, wait=25))
        time.sleep(0.1)
        made = make_event(calendar, title=f"e{number}")
        committed = time.monotonic()
        answer = poll.end()
        lags.append((poll.at - committed) * 1000)
        check.that([each["id"] for each in answer.json()["events"]] == [made["id"]], f"the change: {answer}")
    check.that(max(lags) < 5000, f"woken, not timed out: {lags}")
    print(f"answered after the write's answer: median {statistics.median(lags):.1f} ms, most {max(lags):.1f} ms")


def a_poll_in_another_process_wakes_too(server):
    calendar, lags = make_calendar()["id"], []
    for _ in range(10):
        token = token_of(calendar)
        polls = Polls(1, f"/v1/calendars/{calendar}/changes?wait=25&token={token}", server.port, server.admin)
        until(lambda: metric("api_requests_parked", server.admin) == 1)
        make_event(calendar)
        committed = time.monotonic()
        [(status, page)] = polls.collect(30)
        lags.append((time.monotonic() - committed) * 1000)
        check.that(status == 200 and len(page["events"]) == 1, f"the change came: {status} {page}")
    check.that(max(lags) < 10000, f"woken, not timed out: {lags}")
    print(f"in another process: median {statistics.median(lags):.1f} ms, most {max(lags):.1f} ms")


def a_quiet_calendar_answers_in_time_with_the_same_token():
    calendar = make_calendar()["id"]
    token, began = token_of(calendar), time.monotonic()
    page = changes(calendar, token, wait=2).json()
    took = time.monotonic() - began
    check.that(took >= 2 and page["next_token"] == token and not page["events"], f"{took:.1f} s, {page}")


def a_change_that_nobody_told_of_is_found_at_the_deadline():
    calendar = make_calendar()["id"]
    event = make_event(calendar)["id"]
    token = token_of(calendar)
    poll = Waiting(lambda: changes(calendar, token, wait=3))
    time.sleep(0.5)
    sql(f"UPDATE calendars SET seq = seq + 1 WHERE id = '{calendar}';"
        f"UPDATE events SET title = 'secretly', seq = (SELECT seq FROM calendars WHERE id = '{calendar}') "
        f"WHERE id = '{event}'")
    page = poll.end().json()
    check.that([each["title"] for each in page["events"]] == ["secretly"] and poll.at - poll.began >= 3, page)


def who_loses_access_learns_so():
    calendar, reader = make_calendar()["id"], make_user(f"loser-{os.getpid()}")
    rule = f"/v1/calendars/{calendar}/acl/{reader['id']}"
    request("PUT", rule, {"role": "reader"})
    token = token_of(calendar, reader["api_key"])
    poll = Waiting(lambda: changes(calendar, token, reader["api_key"], wait=25))
    time.sleep(0.3)
    request("DELETE", rule)
    check.that(poll.end().status == 404 and poll.at - poll.began < 20, f"lost access: {poll.answer}")
    request("PUT", rule, {"role": "reader"})
    check.that(changes(calendar, token, reader["api_key"]).code == "sync_token_expired", "access that came again")
    token = token_of(calendar, reader["api_key"])
    key = request("GET", "/v1/users/me/keys", key=reader["api_key"]).json()["items"][0]["id"]
    poll = Waiting(lambda: changes(calendar, token, reader["api_key"], wait=25))
    time.sleep(0.3)
    request("DELETE", f"/v1/users/{reader['id']}/keys/{key}")
    make_event(calendar)
    check.that(poll.end().status == 401, f"a revoked key: {poll.answer}")


# ---- many ---------------------------------------------------------------------------------------------------

def connections_in_use():
    return int(sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                   "AND state <> 'idle' AND pid <> pg_backend_pid()"))


def many_wait_for_little():
    calendar, pid = make_calendar()["id"], int(os.environ["SERVER_PID"])
    token = token_of(calendar)
    before = rss_kb(pid)
    polls = Polls(COUNT, f"/v1/calendars/{calendar}/changes?wait=30&token={token}")
    took = until(lambda: metric("api_requests_parked") == COUNT)
    grown = (rss_kb(pid) - before) / 1024
    check.that(metric("api_requests_parked") == COUNT, f"parked: {metric('api_requests_parked')}")
    check.that(connections_in_use() == 0, "nothing runs in PostgreSQL")
    most = 160 if "asan" in os.environ["SERVER_PROGRAM"] else 40  # a watched program pads all it allocates
    check.that(grown < most, f"{grown:.1f} MB more for {COUNT} polls")
    made = make_event(calendar)["id"]
    began = time.monotonic()
    answers = polls.collect(30)
    good = [page for status, page in answers if status == 200 and [each["id"] for each in page["events"]] == [made]]
    check.that(len(good) == COUNT, f"{len(good)} of {COUNT} were told; {[each for each in answers if each[0] != 200][:2]}")
    print(f"{COUNT} polls parked in {took:.1f} s, {grown:.1f} MB more; all woken in {time.monotonic() - began:.2f} s")


def who_hangs_up_is_forgotten():
    calendar = make_calendar()["id"]
    polls = Polls(200, f"/v1/calendars/{calendar}/changes?wait=30&token={token_of(calendar)}")
    until(lambda: metric("api_requests_parked") == 200)
    polls.hang_up()
    took = until(lambda: metric("api_requests_parked") == 0 and metric("api_requests_in_flight") == 0)
    check.that(took < 15, f"still parked: {metric('api_requests_parked')}")
    print(f"200 clients hung up: forgotten after {took:.2f} s")


def sigterm_answers_all_at_once(server):
    calendar = make_calendar()["id"]
    token = token_of(calendar)
    polls = Polls(COUNT, f"/v1/calendars/{calendar}/changes?wait=30&token={token}", server.port, server.admin)
    until(lambda: metric("api_requests_parked", server.admin) == COUNT)
    began = time.monotonic()
    server.process.send_signal(signal.SIGTERM)
    answers = polls.collect(20)
    took = time.monotonic() - began
    same = [page for status, page in answers if status == 200 and page["next_token"] == token and not page["events"]]
    check.that(len(same) == COUNT and polls.lost == 0, f"{len(same)} unchanged, {polls.lost} lost")
    check.that(server.process.wait(20) == 0, "exit 0")
    print(f"SIGTERM: {len(same)} polls answered with their token in {took:.2f} s, "
          f"ended after {time.monotonic() - began:.2f} s")


# ---- tokens -------------------------------------------------------------------------------------------------

def tokens_that_are_not_ours_are_refused():
    calendar, other, user = make_calendar()["id"], make_calendar()["id"], make_user(f"other-{os.getpid()}")
    request("PUT", f"/v1/calendars/{calendar}/acl/{user['id']}", {"role": "owner"})
    request("PUT", f"/v1/calendars/{calendar}/acl/{user['id']}", {"role": "editor"})
    token, letters = token_of(calendar), "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for at in range(len(token)):
        wrong = token[:at] + letters[letters.index(token[at]) ^ 1] + token[at + 1:]
        check.that(changes(calendar, wrong).code == "malformed_token", f"changed at {at}")
    for wrong in ("x", token[:-4], token + "AAAA", "A" * 88, "%20", token.replace("A", "+", 1)):
        check.that(changes(calendar, wrong).status == 400, f"token {wrong}")
    check.that(changes(other, token).code == "malformed_token", "of another calendar")
    check.that(changes(calendar, token, user["api_key"]).code == "malformed_token", "of another user")
    for name, value in (("limit", 0), ("limit", 501), ("wait", -1), ("wait", 31), ("wait", "x"), ("cursor", "x")):
        answer = changes(calendar, token, **{name: value})
        check.that(answer.code == "malformed_query" and answer.pointers() == [name], f"{name}={value}: {answer}")


def tokens_that_are_too_old_are_said_to_be():
    calendar, reader = make_calendar()["id"], make_user(f"old-{os.getpid()}")
    rule = f"/v1/calendars/{calendar}/acl/{reader['id']}"
    request("PUT", rule, {"role": "reader"})
    make_event(calendar, visibility="private")
    masked = token_of(calendar, reader["api_key"])
    request("PUT", rule, {"role": "editor"})
    check.that(changes(calendar, masked, reader["api_key"]).code == "sync_token_expired", "sees more than before")
    token = token_of(calendar)
    make_event(calendar)
    check.that(changes(calendar, token).status == 200, "good so far")
    sql(f"UPDATE calendars SET min_seq = seq WHERE id = '{calendar}'")
    check.that(changes(calendar, token).code == "sync_token_expired", "below min_seq")
    token = token_of(calendar)
    check.that(changes(calendar, token).status == 200, "one from after the purge")
    sql(f"UPDATE calendars SET seq = seq - 1, min_seq = 0 WHERE id = '{calendar}'")
    check.that(changes(calendar, token).code == "sync_token_expired", "ahead of the calendar")
    sql(f"UPDATE calendars SET seq = seq + 1 WHERE id = '{calendar}'")
    check.that(changes(calendar, token).status == 200, "and good again")
    subprocess.run([os.environ["SERVER_PROGRAM"], "new-sync-epoch"], check=True, stdout=subprocess.DEVNULL)
    check.that(changes(calendar, token).code == "sync_token_expired", "another epoch")
    check.that(changes(calendar, token_of(calendar)).status == 200, "one of the new epoch")


def main():
    server = Server()
    wakes_and_returns_what_changed()
    a_poll_in_another_process_wakes_too(server)
    a_quiet_calendar_answers_in_time_with_the_same_token()
    a_change_that_nobody_told_of_is_found_at_the_deadline()
    who_loses_access_learns_so()
    many_wait_for_little()
    who_hangs_up_is_forgotten()
    sigterm_answers_all_at_once(server)
    tokens_that_are_not_ours_are_refused()
    tokens_that_are_too_old_are_said_to_be()
    check.done()


main()
