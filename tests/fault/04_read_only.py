#!/usr/bin/env python3
"""Row 4: the primary turns read-only under load while its standby is promoted, as when two servers change roles: every
connection to it is dropped within a second, and the other one is found by `host=one,two`."""
import time

from load import Load, statuses
from scene import SHORT, Cluster, Record, Server, figure, make_admin, stage, until

ROUNDS, LIMIT_S = (1, 20) if SHORT else (5, 1)


def connections(cluster):
    return int(cluster.sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'api-server' AND state <> '' "
                           "AND query NOT LIKE 'LISTEN%' AND backend_type = 'client backend'"))


def once(folder, cast, turn):
    place = folder / str(turn)
    place.mkdir()
    one = Cluster(place, "one").create()
    cast.append(one)
    two = Cluster(place, "two").standby_of(one)
    cast.append(two)
    url = f"postgresql:///api?host={one.sockets},{two.sockets}&user=api"
    key = make_admin(url)
    server = Server(folder, url)
    cast.append(server)
    record = Record(place / "record.jsonl")
    load = Load(server.port, key, record).start()
    time.sleep(1)
    lanes = server.metric("api_pool_lost_total")
    two.promote()
    one.sql("ALTER SYSTEM SET default_transaction_read_only = on")
    one.sql("SELECT pg_reload_conf()")
    turned = time.monotonic()
    until(lambda: server.metric("api_pool_lost_total") >= lanes + 10, "both loops dropped all five of theirs")
    dropped = time.monotonic() - turned
    until(lambda: any(line["kind"] == "write" and line["sent"] > turned + dropped and line["status"] == 201
                      for line in record.lines[-300:]), "writes on the other")
    back = time.monotonic() - turned
    load.stop()
    names = {line["value"] for line in record.lines if line["kind"] == "write" and line["status"] == 201 and line["sent"] > turned + back}
    there = set(two.sql("SELECT title FROM events").splitlines())
    assert names <= there, f"{len(names - there)} acknowledged writes are not on the new primary"
    server.kill()
    return dropped, back, statuses(record)


def main():
    with stage() as (folder, cast):
        rows = [once(folder, cast, turn) for turn in range(ROUNDS)]
        dropped, back = max(row[0] for row in rows), max(row[1] for row in rows)
        kinds = sorted({status for row in rows for status in row[2]})
        figure(f"{ROUNDS} times: all dropped after {dropped:.2f} s, writes on the other after {back:.2f} s, answers {kinds}",
               f"{LIMIT_S} s; 2xx, 503, 504", dropped <= LIMIT_S and set(kinds) <= {200, 201, 503, 504})


main()
