"""calendar_candidate.py: the latencies of a pgbench script, one client, prepared, on the generic plan the server has."""
import os
import pathlib
import subprocess
import tempfile

WARM = 10  # the first executions parse and plan


def latencies(url, script, count):
    """Milliseconds of `count` transactions, sorted."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "bare.sql")
        file.write_text(script, encoding="utf-8")
        done = subprocess.run(
            ["pgbench", "-n", "-M", "prepared", "-c", "1", "-t", str(count + WARM), "-l", "--log-prefix", f"{folder}/log",
             "-f", file, url], capture_output=True, text=True, check=False,
            env={**os.environ, "PGOPTIONS": "-c plan_cache_mode=force_generic_plan -c jit=off"})
        assert done.returncode == 0, done.stderr[-2000:]
        lines = next(pathlib.Path(folder).glob("log.*")).read_text(encoding="ascii").splitlines()
    # client, transaction, microseconds, script, …
    return sorted(int(line.split()[2]) / 1e3 for line in lines[WARM:])
