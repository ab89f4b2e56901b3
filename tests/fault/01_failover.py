#!/usr/bin/env python3
"""Row 1: the primary is killed (-9, all its processes) under load, its synchronous standby is promoted, and the name that the
server knows is moved to it: the name of a socket's folder here, a DNS name elsewhere. What was acknowledged is there, once;
in between there are only 503 and 504; writes go on."""
import collections
import os
import time

import checker
from load import Load, statuses
from scene import SHORT, Cluster, Record, Server, figure, make_admin, stage, until

ROUNDS, BEFORE_S, LIMIT_S = (1, 2, 30) if SHORT else (3, 10, 5)


def move(name, cluster):
    fresh = name.with_suffix(".new")
    fresh.symlink_to(cluster.sockets)
    os.replace(fresh, name)


def once(folder, cast, turn):
    """Seconds without a write, and the record."""
    place = folder / str(turn)
    place.mkdir()
    primary = Cluster(place, "one", fast=False).create()
    cast.append(primary)
    standby = Cluster(place, "two", fast=False).standby_of(primary)
    cast.append(standby)
    primary.sql("ALTER SYSTEM SET synchronous_standby_names = 'two'")
    primary.sql("SELECT pg_reload_conf()")
    until(lambda: primary.sql("SELECT sync_state FROM pg_stat_replication") == "sync", "the standby is synchronous")
    name = place / "db"
    move(name, primary)
    url = f"postgresql:///api?host={name}&user=api"
    key = make_admin(url)
    server = Server(folder, url)
    cast.append(server)
    record = Record(place / "record.jsonl")
    load = Load(server.port, key, record, writers=6, readers=6).start()
    time.sleep(BEFORE_S)
    killed = time.monotonic()
    primary.kill()
    standby.promote()
    move(name, standby)
    until(lambda: any(line["kind"] == "write" and line["sent"] > killed and line["status"] in (200, 201) and not line.get("replayed")
                      for line in record.lines[-500:]), "writes again")
    back = min(line["answered"] for line in list(record.lines)
               if line["kind"] == "write" and line["sent"] > killed and line["status"] in (200, 201))
    time.sleep(1)
    load.stop()
    record.add_state(standby)
    record.write()
    assert server.process.poll() is None, "the server ended"
    server.kill()
    return back - killed, record, killed


def main():
    with stage() as (folder, cast):
        longest, counts, breaches, rate = 0, collections.Counter(), [], 0
        for turn in range(ROUNDS):
            took, record, killed = once(folder, cast, turn)
            longest = max(longest, took)
            counts.update(statuses(record))
            breaches += checker.breaches(record.lines)
            rate = sum(1 for line in record.lines if killed - BEFORE_S < line.get("sent", 0) < killed) / BEFORE_S
        print("\n".join(breaches[:10]))
        acknowledged = counts[200] + counts[201]
        figure(f"{ROUNDS} times at {rate:.0f}/s, {acknowledged} answered well, {len(breaches)} lost, double or out of order; "
               f"else {sorted(set(counts) - {200, 201})}; writes again after {longest:.2f} s",
               f"0; 503, 504; {LIMIT_S} s", not breaches and set(counts) <= {200, 201, 503, 504} and longest <= LIMIT_S)


main()
