#!/usr/bin/env python3
"""Row 20: eight servers start at once on an empty database and the one that migrates is killed (-9) on its way: each
migration is there once, the others become ready."""
import random
import time

from scene import SHORT, Cluster, Server, figure, stage, until

ROUNDS = 1 if SHORT else 10


def worker(cluster):
    """Which of them holds the migrator's lock: they go by their numbers."""
    return cluster.sql("SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND granted")


def once(folder, cast, turn):
    """What is there in the end, and whether the one that was killed was still at work."""
    place = folder / str(turn)
    place.mkdir()
    cluster = Cluster(place, "db").create()
    cast.append(cluster)
    servers = [Server(place, cluster.url, wait=False, PGAPPNAME=str(number), API_LOOPS="1") for number in range(8)]
    cast.extend(servers)
    until(lambda: worker(cluster), "somebody migrates")
    time.sleep(random.Random(turn).uniform(0, 0.2))
    at_work = worker(cluster)
    victim = servers[int(at_work or 0)]
    victim.kill()
    left = [server for server in servers if server is not victim]
    for server in left:
        server.wait_ready()
    migrations = cluster.sql("SELECT count(*), count(DISTINCT number), max(number) FROM schema_migrations")
    for server in left:
        server.kill()
    cluster.stop("immediate")
    return migrations, bool(at_work)


def main():
    with stage() as (folder, cast):
        rows = [once(folder, cast, turn) for turn in range(ROUNDS)]
        wrong = [counts for counts, _ in rows if len(set(counts.split("|"))) != 1]
        killed = sum(mid for _, mid in rows)
        figure(f"{ROUNDS} times eight, {killed} killed while it migrated: {rows[0][0].split('|')[0]} migrations, each once; {len(wrong)} wrong",
               "0 wrong; at least one killed on its way", not wrong and killed > 0)


main()
