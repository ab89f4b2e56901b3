"""calendar_report.py: the figures of the calendar bench as tables, and the limit."""
import statistics

from machine import spread

GROWTH_LIMIT = 1.5


def middle(values):
    return statistics.median(values)


def share(values, part):
    """A quantile of sorted values."""
    return values[min(len(values) - 1, int(len(values) * part))]


class Rounds:
    """One shape at one size: a p50 and a p99 a round, of the server and of the bare query."""

    def __init__(self):
        self.p50, self.p99, self.bare50, self.bare99, self.bytes = [], [], [], [], []

    def add(self, server, bare, size):
        self.p50.append(share(server, 0.5))
        self.p99.append(share(server, 0.99))
        self.bare50.append(share(bare, 0.5))
        self.bare99.append(share(bare, 0.99))
        self.bytes.append(size)

    def row(self):
        ratios = [server / bare for server, bare in zip(self.p50, self.bare50)]
        ratios99 = [server / bare for server, bare in zip(self.p99, self.bare99)]
        return (f"{middle(self.p50):8.2f} {middle(self.p99):8.2f} {middle(self.bare50):8.3f} {middle(self.bare99):8.3f}"
                f" {middle(ratios):7.1f} {middle(ratios99):7.1f} {middle(self.bytes) / 1024:7.1f}")


def header():
    print(f"\n{'':42s} {'p50 ms':>8s} {'p99 ms':>8s} {'bare p50':>8s} {'bare p99':>8s} {'p50 /':>7s} {'p99 /':>7s} {'KiB':>7s}")


def growth(title, tenth, whole):
    """Tells how much dearer a question is in the whole; False where that is past the limit."""
    ratios = [big / small for big, small in zip(whole.p50, tenth.p50)]
    kept = middle(ratios) <= GROWTH_LIMIT
    bare = middle([big / small for big, small in zip(whole.bare50, tenth.bare50)])
    print(f"{title:42s} {spread(ratios)}   at most {GROWTH_LIMIT}{'' if kept else '   MISSED'}   (bare {bare:.2f})")
    return kept
