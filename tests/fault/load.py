"""load.py: clients that write and read at a steady rate until they are told to stop, all of it recorded."""
import threading
import time
import uuid

from scene import EVENT, Client


class Load:
    """`writers` each create events in a calendar of their own and, every other time, change the calendar's first event;
    `readers` read that. A write that got no 2xx is sent again with its key, unless `insists` is false."""

    def __init__(self, port, key, record, writers=4, readers=4, pause_s=0.01, insists=True):
        self.port, self.key, self.record, self.pause_s, self.insists = port, key, record, pause_s, insists
        self.stopping = threading.Event()
        owner = Client(port, key)
        self.calendars = [self._make(owner) for _ in range(writers)]
        self.threads = [threading.Thread(target=self._write, args=(number, *place)) for number, place in enumerate(self.calendars)]
        self.threads += [threading.Thread(target=self._read, args=(number, *self.calendars[number % writers])) for number in range(readers)]

    def _make(self, owner):
        calendar = owner.send("POST", "/v1/calendars", {"name": "load", "time_zone": "UTC"}).headers["Location"].rsplit("/", 1)[1]
        event = owner.send("POST", f"/v1/calendars/{calendar}/events", EVENT).headers["Location"].rsplit("/", 1)[1]
        return calendar, event

    def start(self):
        for thread in self.threads:
            thread.start()
        return self

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def _write(self, number, calendar, event):
        client, turn = Client(self.port, self.key), 0
        while not self.stopping.is_set():
            turn += 1
            value = f"{number} {turn}"
            path, method = f"/v1/calendars/{calendar}/events", "POST"
            body = {**EVENT, "title": value}
            if turn % 2:
                path, method, body = f"{path}/{event}", "PATCH", {"title": value}
            self._insist(client, number, method, path, body, calendar, value)
            time.sleep(self.pause_s)

    def _insist(self, client, number, method, path, body, calendar, value):
        key = str(uuid.uuid4())
        for _ in range(600):
            answer = self.record.exchange(f"w{number}", lambda: client.send(method, path, body, Idempotency_Key=key), kind="write",
                                          calendar=calendar, key=key, value=value, event=None)
            if not self.insists or (answer is not None and answer.status not in (409, 429, 503, 504)):
                return
            time.sleep(0.05)

    def _read(self, number, calendar, event):
        client = Client(self.port, self.key)
        while not self.stopping.is_set():
            self.record.exchange(f"r{number}", lambda: client.send("GET", f"/v1/calendars/{calendar}/events/{event}"), kind="read",
                                 event=event, sent_token=None)
            time.sleep(self.pause_s)


def failures(record):
    return [line for line in record.lines if line["kind"] in ("read", "write") and not 200 <= line["status"] < 300]


def statuses(record):
    counts = {}
    for line in record.lines:
        if line["kind"] in ("read", "write"):
            counts[line["status"]] = counts.get(line["status"], 0) + 1
    return counts
