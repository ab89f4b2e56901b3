#!/usr/bin/env python3
"""Row 19: a key that four servers know and use is revoked: all refuse it within a second."""
import json
import threading
import time

from scene import SHORT, Client, Cluster, Server, figure, make_admin, stage

SERVERS, ROUNDS, LIMIT_S = (4, 2, 10) if SHORT else (4, 30, 1)


def main():
    with stage() as (folder, cast):
        cluster = Cluster(folder, "db").create()
        cast.append(cluster)
        admin = make_admin(cluster.url)
        servers = [Server(folder, cluster.url, wait=False) for _ in range(SERVERS)]
        cast += servers
        for server in servers:
            server.wait_ready()
        owner = Client(servers[0].port, admin)
        slowest = max(seconds_until_refused(owner, servers, turn) for turn in range(ROUNDS))
        figure(f"{ROUNDS} keys, {SERVERS} servers: refused everywhere after {slowest:.2f} s at most", f"{LIMIT_S} s", slowest <= LIMIT_S)


def seconds_until_refused(owner, servers, turn):
    """From the answer to the revocation to the last server's first 401; each loop of each server has used the key."""
    made = owner.send("POST", "/v1/users/me/keys", {"name": f"row 19 {turn}", "scopes": ["events:read"]})
    assert made.status == 201, made.body
    key = json.loads(made.body)
    clients = [Client(server.port, key["key"]) for server in servers for _ in range(4)]
    assert {client.send("GET", "/v1/users/me").status for client in clients} == {200}
    seen, stop = {}, time.monotonic() + 60

    def ask(number, client):
        while time.monotonic() < stop and client.send("GET", "/v1/users/me").status != 401:
            time.sleep(0.02)
        seen[number] = time.monotonic()

    threads = [threading.Thread(target=ask, args=each) for each in enumerate(clients)]
    for thread in threads:
        thread.start()
    assert owner.send("DELETE", f"/v1/users/me/keys/{key['id']}").status == 204
    revoked = time.monotonic()
    for thread in threads:
        thread.join()
    return max(0, max(seen.values()) - revoked)


main()
