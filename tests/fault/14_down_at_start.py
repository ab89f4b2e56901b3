#!/usr/bin/env python3
"""Row 14: the database is down when the server starts, and for a while: alive, not ready, and ready soon after it is there."""
import time

from scene import SHORT, Client, Cluster, Server, figure, make_admin, stage, until

DOWN_S, LIMIT_S = (3, 60) if SHORT else (300, 3)


def main():
    with stage() as (folder, cast):
        cluster = Cluster(folder, "db", fast=False).create()
        cast.append(cluster)
        key = make_admin(cluster.url)
        cluster.stop()
        server = Server(folder, cluster.url, wait=False)
        cast.append(server)
        until(lambda: server.status("/livez") == 200, "alive")
        seen, client = {}, Client(server.port, key)
        end = time.monotonic() + DOWN_S
        while time.monotonic() < end:
            what = (server.status("/livez"), server.status("/readyz"), server.status("/readyz", server.admin_port),
                    client.send("GET", "/v1/users/me").status)
            seen[what] = seen.get(what, 0) + 1
            time.sleep(0.1)
        cluster.start()
        up = time.monotonic()
        until(lambda: server.status("/readyz") == 200 and client.send("GET", "/v1/users/me").status == 200, "ready")
        back = time.monotonic() - up
        figure(f"{DOWN_S} s: /livez, /readyz twice, a request: {' '.join(map(str, seen))}; ready after {back:.2f} s",
               f"200, 503, 503, 503; {LIMIT_S} s", set(seen) == {(200, 503, 503, 503)} and back <= LIMIT_S)


main()
