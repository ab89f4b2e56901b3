#!/usr/bin/env python3
"""Row 18: a replica 2 s behind. Each of 10,000 writes is read at once with its token, and again when the replica has it:
never a version before the write's own. Both kinds of answers must have been there, the primary's and the replica's."""
import threading
import time

import checker
from scene import EVENT, PATIENCE_S, SHORT, Client, Cluster, Record, Server, figure, make_admin, stage, until

WRITES, CLIENTS, LAG_S = (240, 4, 1) if SHORT else (10000, 8, 2)


def play(server, key, record, number, calendar):
    client, waiting = Client(server.port, key), []
    for turn in range(WRITES // CLIENTS):
        name = f"{number} {turn}"
        answer = record.exchange(number, lambda: client.send("POST", f"/v1/calendars/{calendar}/events", {**EVENT, "title": name},
                                                             Idempotency_Key=f"row-18-{number}-{turn}"),
                                 kind="write", calendar=calendar, key=name, value=name)
        assert answer is not None and answer.status == 201 and answer.headers["X-Consistency-Token"], (answer, answer and answer.body)
        event, token = answer.headers["Location"], answer.headers["X-Consistency-Token"]
        read(client, record, number, event, token)
        waiting.append((time.monotonic() + 1.5 * LAG_S, event, token))
        while waiting[0][0] < time.monotonic() or (turn == WRITES // CLIENTS - 1 and len(waiting) > 1):
            due, event, token = waiting.pop(0)
            time.sleep(max(0, due - time.monotonic()))
            read(client, record, number, event, token)
            if not waiting:
                break


def read(client, record, number, event, token):
    answer = record.exchange(number, lambda: client.send("GET", event, X_Consistency_Token=token), kind="read",
                             event=event.rsplit("/", 1)[1], sent_token=token)
    assert answer is not None and answer.status in (200, 404), answer and answer.body


def outlives_the_primary(primary, server, owner, key, record):
    """Its token is covered by now, so the read goes on; without a token it would need the primary."""
    last = [line for line in record.lines if line["kind"] == "write"][-1]
    path = f"/v1/calendars/{last['calendar']}/events/{last['event']}"
    clients = [Client(server.port, key) for _ in range(8)]  # of both loops: each knows the key and where the replica is
    for client in clients:
        until(lambda: client.send("GET", path, X_Consistency_Token=last["got_token"]).status == 200, "a read")
    primary.stop("immediate")
    until(lambda: owner.send("GET", path).status == 503, "no primary")
    got = [client.send("GET", path, X_Consistency_Token=last["got_token"]).status for client in clients]
    assert got == [200] * 8, f"reads that the replica covers, without a primary: {got}"


def main():
    with stage() as (folder, cast):
        primary = Cluster(folder, "one").create()
        cast.append(primary)
        key = make_admin(primary.url)
        replica = Cluster(folder, "two").standby_of(primary, f"recovery_min_apply_delay = '{LAG_S}s'")
        cast.append(replica)
        server = Server(folder, primary.url, API_REPLICA_URL=replica.url)
        cast.append(server)
        until(lambda: server.metric('api_pool_connections{lane="replica",state="ready"}') >= 2, "the replica lane is up", PATIENCE_S)
        record, owner = Record(folder / "record.jsonl"), Client(server.port, key)
        calendars = [owner.send("POST", "/v1/calendars", {"name": "c", "time_zone": "UTC"}).headers["Location"].rsplit("/", 1)[1]
                     for _ in range(CLIENTS)]
        threads = [threading.Thread(target=play, args=(server, key, record, n, calendars[n])) for n in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        record.add_state(primary)
        record.write()
        found = checker.breaches(record.lines)
        reads = sum(line["kind"] == "read" for line in record.lines)
        writes = sum(line["kind"] == "write" for line in record.lines)
        from_replica = int(server.metric('api_pool_answer_seconds_count{lane="replica"}'))
        outlives_the_primary(primary, server, owner, key, record)
        print("\n".join(found[:10]))
        stale = sum(each.startswith("stale") for each in found)
        figure(f"{writes} writes, {reads} reads, {from_replica} of them by the replica: {stale} stale", "0 stale",
               not found and writes == WRITES and reads > writes and writes // 4 < from_replica < reads)


main()
