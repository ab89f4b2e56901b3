"""turns.py: how long the turns of the server's loops were, from its metrics. What counts is CPU time, the loop's own
doing: on a busy machine the clock also counts what others did. What a shared core adds to it now and then (a cold cache, a
neighbour on the same core) does not come back when the same is asked again, and what the loop does itself does: so a test
asks up to PASSES times. TURN_LIMIT, in seconds, is another limit: memory that is moved costs twice its time beside other
tests on the same core. The server's log says what a long turn was about."""
import os
import re
import urllib.request

LIMIT = os.environ.get("TURN_LIMIT", "0.005")
PASSES = 3


def turns(name="api_loop_turn_cpu_seconds"):
    """How many turns there were, and how many of them took longer than the limit."""
    with urllib.request.urlopen(os.environ["ADMIN_URL"] + "/metrics", timeout=60) as page:
        text = page.read().decode()
    count = int(re.search(rf"^{name}_count (\d+)$", text, re.M).group(1))
    return count, count - int(re.search(rf'^{name}_bucket{{le="{LIMIT}"}} (\d+)$', text, re.M).group(1))


def long_turn_lines():
    """What the log, at level debug, says they were about."""
    with open(os.environ["SERVER_LOG"], encoding="utf-8") as log:
        return "".join(line for line in log if "a long turn" in line)[-4000:]
