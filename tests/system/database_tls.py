#!/usr/bin/env python3
"""PostgreSQL over TLS with sslmode=verify-full: every connection of the server is encrypted; a certificate of another
authority, or for another name, is refused, and the server stays up and says it is not ready."""
import os
import shutil
import subprocess
import tempfile
import time

from certificates import authority, issued
from second import Second, free_port
from waiting import until
from wire import Checks, http, sql

check = Checks()
cluster = os.path.realpath(os.environ["CLUSTER_DIR"])
port = free_port()


def as_owner(*command):
    subprocess.run(["runuser", "-u", "postgres", "--", *command] if os.getuid() == 0 else command, check=True, capture_output=True, timeout=60)


def status(server, path):
    connection = server.connection()
    connection.request("GET", path)
    return connection.getresponse().status


def ready(server):
    return status(server, "/readyz")


def attempt(url):
    """A server on this URL, and whether it became ready; it is given time to fail."""
    process = Second.__new__(Second)
    process.port = free_port()
    process.process = subprocess.Popen([os.environ["SERVER_PROGRAM"], "serve"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={
        **os.environ, "DATABASE_URL": url, "API_LISTEN": f"127.0.0.1:{process.port}", "API_ADMIN_LISTEN": f"127.0.0.1:{free_port()}"})
    return process


def until_answers(server):
    for _ in range(1200):
        try:
            return ready(server)
        except OSError:
            time.sleep(0.025)
    return None


with tempfile.TemporaryDirectory() as folder:
    ours, theirs = authority(folder, "ours"), authority(folder, "theirs")
    cert, key = issued(folder, "database", ours)
    for source, name in ((cert, "server.crt"), (key, "server.key")):
        target = f"{cluster}/data/{name}"
        shutil.copy(source, target)
        if os.getuid() == 0:
            shutil.chown(target, "postgres", "postgres")
        os.chmod(target, 0o600)
    for setting in ("listen_addresses = '127.0.0.1'", f"port = {port}", "ssl = on"):
        sql(f"ALTER SYSTEM SET {setting}")
    as_owner("/usr/lib/postgresql/15/bin/pg_ctl", "-D", f"{cluster}/data", "-l", f"{cluster}/log", "-w", "-m", "fast", "restart")
    os.environ["PGPORT"] = str(port)
    base = f"user=api dbname=api port={port} sslmode=verify-full"

    good = f"{base} host=localhost hostaddr=127.0.0.1 sslrootcert={ours[0]}"
    for what, url in (("the name looked up", f"{base} host=localhost sslrootcert={ours[0]}"), ("the address given", good)):
        with Second(DATABASE_URL=url) as server:
            # Each loop has connections of its own, and the second one may take longer.
            check.that(until(lambda: [ready(server) for _ in range(8)] == [200] * 8), f"{what}: ready")
            # All but this question's own connection, which came by the socket.
            kinds = sql("SELECT count(*), count(*) FILTER (WHERE ssl), min(version) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) "
                        "WHERE client_addr IS NOT NULL").split("|")
            check.that(int(kinds[0]) >= 8 and kinds[0] == kinds[1] and kinds[2] in ("TLSv1.2", "TLSv1.3"), f"{what}: {kinds}")
    for what, url in (("another authority", f"{base} host=localhost sslrootcert={theirs[0]}"),
                      ("another name", f"{base} host=127.0.0.1 sslrootcert={ours[0]}"),
                      ("no authority", f"{base} host=localhost sslrootcert={folder}/none.pem")):
        server = attempt(url)
        check.that(until_answers(server) == 503, f"{what}: not ready")
        check.that(until(lambda: status(server, "/livez") == 200), f"{what}: alive")  # not before it knows that it must wait
        time.sleep(1)
        check.that(ready(server) == 503, f"{what}: still not ready")
        check.that(sql("SELECT count(*) FROM pg_stat_activity WHERE client_addr IS NOT NULL") == "0", f"{what}: no connection")
        server.process.terminate()
        said = server.process.communicate(timeout=60)[0]
        check.that(server.process.returncode == 0 and ("certificate" in said or "root" in said), f"{what}: the log says why: {said[-600:]}")
check.done()
