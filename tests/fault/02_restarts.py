#!/usr/bin/env python3
"""Row 2: `pg_ctl restart -m fast` under load, again and again: service is back soon after PostgreSQL takes connections, and
no request hangs meanwhile."""
import time

import checker
from load import Load, statuses
from scene import SHORT, Cluster, Record, Server, figure, make_admin, stage, until

RESTARTS, BACK_S, HANG_S = (2, 20, 30) if SHORT else (10, 2, 4)


def good_after(record, at, kind):
    return min((line["answered"] for line in list(record.lines)
                if line["kind"] == kind and line["sent"] >= at and 200 <= line["status"] < 300), default=None)


def main():
    with stage() as (folder, cast):
        cluster = Cluster(folder, "db", fast=False).create()
        cast.append(cluster)
        key = make_admin(cluster.url)
        server = Server(folder, cluster.url)
        cast.append(server)
        record = Record(folder / "record.jsonl")
        load = Load(server.port, key, record).start()
        longest = 0
        for _ in range(RESTARTS):
            time.sleep(1)
            began = time.monotonic()
            cluster.restart()
            up = time.monotonic()
            for kind in ("read", "write"):
                # Sent behind the restart's begin; an answer from before its end counts as none.
                at = until(lambda: good_after(record, up, kind), f"a {kind} after the restart")
                longest = max(longest, at - up)
            assert up > began
        load.stop()
        record.add_state(cluster)
        found = checker.breaches(record.lines)
        print("\n".join(found[:10]))
        slowest = max(line["answered"] - line["sent"] for line in record.lines if "sent" in line)
        counts = statuses(record)
        figure(f"{RESTARTS} restarts: back after {longest:.2f} s, slowest answer {slowest:.2f} s, {len(found)} breaches, {counts}",
               f"{BACK_S} s; {HANG_S} s; 0; 2xx, 503, 504",
               longest <= BACK_S and slowest <= HANG_S and not found and set(counts) <= {200, 201, 503, 504})


main()
