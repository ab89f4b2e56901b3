#!/usr/bin/env python3
"""Row 16: 50 POSTs at once with one Idempotency-Key, 1,000 keys, two servers of which one or the other is killed (-9) at any
moment: one row a key, and every answer to it has the same bytes."""
import random
import threading
import time

import checker
from scene import EVENT, SHORT, Client, Cluster, Record, Server, figure, make_admin, stage

KEYS, AT_ONCE, KILL_S = (20, 50, (0.3, 1.0)) if SHORT else (1000, 50, (0.5, 3.0))


class Servers:
    def __init__(self, folder, url, cast):
        self.folder, self.url, self.cast, self.kills = folder, url, cast, 0
        self.two = [self.make(), self.make()]
        self.done = threading.Event()

    def make(self):
        server = Server(self.folder, self.url)
        self.cast.append(server)
        return server

    def kill_some(self):
        dice = random.Random(16)
        while not self.done.wait(dice.uniform(*KILL_S)):
            at = dice.randrange(2)
            self.two[at].kill()
            self.two[at] = self.make()
            self.kills += 1


def insist(servers, key, record, number, calendar, gate):
    """Each key until it is answered 201; the others of the key begin at the same moment."""
    clients, turn = {}, number
    for each in range(KEYS):
        gate.wait(300)
        for _ in range(2000):
            turn += 1
            port = servers.two[turn % 2].port
            client = clients.setdefault(port, Client(port, key, 30))
            answer = record.exchange(number, lambda: client.send("POST", f"/v1/calendars/{calendar}/events",
                                                                 {**EVENT, "title": f"key {each}"}, Idempotency_Key=f"row-16-{each}"),
                                     kind="write", calendar=calendar, key=f"row-16-{each}", value=f"key {each}", event=None)
            if answer is not None and answer.status == 201:
                break
            time.sleep(0.03)


def main():
    with stage() as (folder, cast):
        cluster = Cluster(folder, "db").create()
        cast.append(cluster)
        key = make_admin(cluster.url)
        servers, record = Servers(folder, cluster.url, cast), Record(folder / "record.jsonl")
        calendar = Client(servers.two[0].port, key).send("POST", "/v1/calendars", {"name": "c"}).headers["Location"].rsplit("/", 1)[1]
        gate = threading.Barrier(AT_ONCE)
        threads = [threading.Thread(target=insist, args=(servers, key, record, n, calendar, gate)) for n in range(AT_ONCE)]
        killer = threading.Thread(target=servers.kill_some)
        for thread in [killer, *threads]:
            thread.start()
        for thread in threads:
            thread.join()
        servers.done.set()
        killer.join()
        record.add_state(cluster)
        record.write()
        found = [said for said in checker.breaches(record.lines) if not said.startswith("order")]  # replays are answers too
        rows = sum(line["kind"] == "state" for line in record.lines)
        answered = sum(line["kind"] == "write" and line["status"] == 201 for line in record.lines)
        firsts = sum(line["kind"] == "write" and line["status"] == 201 and not line["replayed"] for line in record.lines)
        print("\n".join(found[:10]))
        figure(f"{KEYS} keys, {answered} answers of {len(record.lines)}, {servers.kills} kills: {rows} rows, {firsts} first answers, "
               f"{len(found)} different", f"{KEYS} rows; {KEYS * AT_ONCE} answers; 0",
               rows == KEYS and answered == KEYS * AT_ONCE and firsts <= KEYS and not found and servers.kills > 0)


main()
