"""wrk.py: one run of wrk against a server, read from what it prints."""
import collections
import re
import subprocess

Run = collections.namedtuple("Run", "count rate p50_ms p99_ms")
MS = {"us": 1e-3, "ms": 1, "s": 1e3, "m": 6e4}


def quantile(text, percent):
    found = re.search(rf"^\s+{percent}%\s+([\d.]+)(us|ms|s|m)\s*$", text, re.M)
    assert found, text
    value, unit = found.groups()
    return float(value) * MS[unit]


def wrk(url, script, clients, seconds, key):
    """Every answer must be 2xx and every connection hold. `script`: the path of a Lua file."""
    done = subprocess.run(["wrk", "-t", "1", "-c", str(clients), "-d", f"{seconds}s", "--timeout", "30s", "--latency",
                           "-H", f"X-API-Key: {key}", "-s", script, url], capture_output=True, text=True, check=True)
    assert "Non-2xx" not in done.stdout and "Socket errors" not in done.stdout, done.stdout
    count = int(re.search(r"(\d+) requests in", done.stdout)[1])
    assert count > 0, done.stdout
    return Run(count, float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1]), quantile(done.stdout, 50),
               quantile(done.stdout, 99))
