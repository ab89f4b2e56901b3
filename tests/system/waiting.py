"""waiting.py: for what comes true within a bound."""
import time


def until(fact, within_s=60):
    """What `fact` gave last: something true as soon as there is, else what it gave when the time was over. It is not
    asked once more, for the next answer may come from a loop that is not as far."""
    end = time.monotonic() + within_s
    while not (given := fact()) and time.monotonic() < end:
        time.sleep(0.02)
    return given
