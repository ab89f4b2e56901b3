#!/usr/bin/env python3
"""Row 7: rolling deployments behind HAProxy under load: of two servers first one, then the other is replaced, as often as 20
times; the third deployment is another release, with a migration of its own and functions of its own. Not one answer is
other than 2xx."""
import pathlib
import subprocess
import time

import checker
from load import Load, failures, statuses
from scene import ROOT, SHORT, Balancer, Cluster, Record, Server, figure, free_port, make_admin, stage, until

DEPLOYMENTS, LAME_DUCK_S = (2, 3) if SHORT else (20, 4)
MIGRATION = '\t{ 9999, "row_seven", "ALTER TABLE events ADD COLUMN row_seven integer;" },\n};\nconst size_t migration_count = 1 +'


def next_release(folder):
    """The server of build/ with one migration more and another name for its functions' schema."""
    build = ROOT / "build"
    text = (build / "generator/sql_embedded.c").read_text(encoding="utf-8")
    text = text.replace("};\nconst size_t migration_count =", MIGRATION, 1)
    at = text.index('"api_') + 5
    text = text[:at] + "000000000007" + text[at + 12:]
    (folder / "embedded.c").write_text(text, encoding="utf-8")
    commands = subprocess.run(["ninja", "-C", build, "-t", "commands", "server/api-server"], check=True, capture_output=True,
                              text=True).stdout.splitlines()
    subprocess.run(["cc", "-std=gnu11", "-I", ROOT, "-c", folder / "embedded.c", "-o", folder / "embedded.o"], check=True)
    words = commands[-1].split()
    words[words.index("-o") + 1] = str(folder / "api-server")
    words.insert(words.index("-Wl,--start-group"), str(folder / "embedded.o"))
    subprocess.run(words, cwd=build, check=True)
    return folder / "api-server"


class Fleet:
    def __init__(self, folder, url, cast):
        self.folder, self.url, self.cast, self.program = folder, url, cast, None
        self.ports, self.up = [free_port() for _ in range(3)], []

    def start(self):
        port = next(each for each in self.ports if each not in [server.port for server in self.up])
        more = {"program": str(self.program)} if self.program else {}
        server = Server(self.folder, self.url, port=port, API_LAME_DUCK=f"{LAME_DUCK_S}s", **more)
        self.cast.append(server)
        self.up.append(server)
        return server

    def replace_oldest(self, balancer):
        fresh = self.start()
        until(lambda: balancer.has(fresh), "the balancer knows the new one")
        old = self.up.pop(0)
        old.told_to_end()
        status, took = old.end(60)
        assert status == 0, f"a server ended with {status} after {took:.1f} s"


def main():
    with stage() as (folder, cast):
        cluster = Cluster(folder, "db").create()
        cast.append(cluster)
        key = make_admin(cluster.url)
        release = next_release(pathlib.Path(folder))
        fleet = Fleet(folder, cluster.url, cast)
        fleet.start()
        fleet.start()
        balancer = Balancer(folder, fleet.ports)
        cast.append(balancer)
        until(lambda: all(balancer.has(server) for server in fleet.up), "the balancer knows both")
        record = Record(folder / "record.jsonl")
        load = Load(balancer.port, key, record).start()
        for turn in range(DEPLOYMENTS):
            fleet.program = release if turn >= (2 if DEPLOYMENTS > 2 else 1) else None
            fleet.replace_oldest(balancer)
            fleet.replace_oldest(balancer)
        time.sleep(0.5)
        load.stop()
        migrated = cluster.sql("SELECT count(*) FROM schema_migrations WHERE number = 9999")
        record.add_state(cluster)
        found = checker.breaches(record.lines)
        print("\n".join(found[:10]), *failures(record)[:3], sep="\n")
        figure(f"{DEPLOYMENTS} deployments, {migrated} with a migration, {len(record.lines)} requests: {len(failures(record))} failed, "
               f"{statuses(record)}, {len(found)} breaches", "0", not failures(record) and not found and migrated == "1")


main()
