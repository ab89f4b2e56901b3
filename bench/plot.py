#!/usr/bin/env python3
"""plot.py [FOLDER]: the newest kept runs (kept.py) as SVG under docs/img, for docs/performance.md.

    limits.svg              ratios against the limits of bench.py, each beside what it must keep
    scale-AXIS.svg          what a request costs along one axis of scale.py
    profile.svg             a point read's instructions by step
    peers.svg               how many times as long the other takes

A run that was not kept is passed over, and said so. The same figures make the same bytes, so that a commit shows
what changed."""
import pathlib
import statistics
import sys

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot

from kept import FOLDER, last_run

root = pathlib.Path(__file__).resolve().parents[1]
out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "docs/img"
INK, FAULT, PALE = "#28536b", "#b3432b", "#9db4c0"
pyplot.rcParams.update({"svg.hashsalt": "libapi", "svg.fonttype": "none", "font.size": 9, "axes.spines.top": False,
                        "axes.spines.right": False, "axes.grid": True, "grid.color": "#e4e4e4", "axes.axisbelow": True})


def save(figure, name, line):
    """`line`: any of the run, to say which it was."""
    figure.text(0.995, 0.005, f"{line['at'][:10]}, {line['commit']}, {line['machine']}, load {line['load']}", ha="right",
                va="bottom", fontsize=6, color="#777777")
    figure.tight_layout(rect=(0, 0.04, 1, 1))
    out.mkdir(parents=True, exist_ok=True)
    figure.savefig(out / f"{name}.svg", metadata={"Date": None})
    pyplot.close(figure)
    print(f"{out / name}.svg")


def middle(line):
    return statistics.median(line["values"])


def bars(axes, names, values, colors, texts):
    axes.barh(range(len(names)), values, color=colors, height=0.6)
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.grid(False)
    for place, (value, text) in enumerate(zip(values, texts)):
        axes.text(value, place, f" {text}", va="center")


def draw_limits(lines):
    lines = [line for line in lines if line.get("limit")]
    if not lines:
        return
    figure, axes = pyplot.subplots(figsize=(9, 0.5 + 0.4 * len(lines)))
    # How far from the limit, so that 1 is the limit of each and more is better.
    kept = [middle(line) / line["limit"] if line["at_least"] else line["limit"] / middle(line) for line in lines]
    texts = [f"{middle(line):.2f} ({'at least' if line['at_least'] else 'at most'} {line['limit']:g})" for line in lines]
    bars(axes, [line["name"] for line in lines], kept, [INK if each >= 1 else FAULT for each in kept], texts)
    axes.axvline(1, color="black", linewidth=1)
    axes.set_xlabel("times better than the limit")
    save(figure, "limits", lines[0])


PANELS = (("a request, ms", ("p50_ms", "p99_ms")), ("CPU a request, µs", ("server_us", "database_us")),
          ("server's memory, MiB", ("rss_mib",)), ("requests/s", ("rate",)))


def draw_scale(lines):
    for axis in dict.fromkeys(line["axis"] for line in lines):
        here = [line for line in lines if line["axis"] == axis]
        figure, panels = pyplot.subplots(1, len(PANELS), figsize=(12, 3))
        for axes, (title, names) in zip(panels, PANELS):
            for name, color in zip(names, (INK, PALE)):
                points = sorted((line["x"], middle(line), min(line["values"]), max(line["values"]))
                                for line in here if line["name"] == name)
                x, y, low, high = zip(*points)
                axes.plot(x, y, marker="o", markersize=3, color=color, label=name.split("_")[0])
                axes.fill_between(x, low, high, color=color, alpha=0.2, linewidth=0)
            axes.set_title(title, fontsize=9)
            axes.set_xlabel(axis)
            axes.set_ylim(bottom=0)
            if axis != "loops":
                axes.set_xscale("log")
            if len(names) > 1:
                axes.legend(frameon=False, fontsize=8)
        save(figure, f"scale-{axis}", here[0])


def draw_profile(lines):
    lines = sorted((line for line in lines if line["split"].startswith("by step")), key=middle, reverse=True)
    figure, axes = pyplot.subplots(figsize=(9, 0.5 + 0.35 * len(lines)))
    bars(axes, [line["name"] for line in lines], [middle(line) for line in lines], INK,
         [f"{middle(line):,.0f} ({line['share']:.0%})" for line in lines])
    axes.set_xlabel("instructions of a point read")
    save(figure, "profile", lines[0])


def draw_peers(lines):
    figure, axes = pyplot.subplots(figsize=(9, 0.6 + 0.4 * len(lines)))
    bars(axes, [line["name"].replace("_", " ") for line in lines], [middle(line) for line in lines], INK,
         [f"{middle(line):.1f}" for line in lines])
    axes.axvline(1, color="black", linewidth=1)
    axes.set_xlabel(f"time, {lines[0]['unit']}")
    save(figure, "peers", lines[0])


def main():
    drawn = 0
    for what, draw in (("limits", draw_limits), ("scale", draw_scale), ("profile", draw_profile), ("peers", draw_peers)):
        lines = last_run(what)
        if lines:
            draw(lines)
            drawn += 1
        else:
            print(f"nothing kept of {what}: run ./dev bench{'' if what == 'limits' else ' ' + what}")
    if not drawn:
        sys.exit(f"nothing is kept in {FOLDER}")


main()
