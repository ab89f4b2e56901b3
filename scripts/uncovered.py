"""uncovered.py GCOVR.json: by file, how many branches were taken, and the lines with branches that were not."""
import json
import pathlib
import sys


def main():
    total = taken = 0
    rows = []
    for file in json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))["files"]:
        branches = [(line["line_number"], branch["count"] > 0) for line in file["lines"] if not line.get("gcovr/noncode")
                    for branch in line.get("branches", ()) if not branch.get("gcovr/excluded")]
        missed = sorted({number for number, hit in branches if not hit})
        total += len(branches)
        taken += sum(hit for _, hit in branches)
        if branches:
            rows.append((sum(hit for _, hit in branches) / len(branches), file["file"], len(branches), missed))
    for share, name, count, missed in sorted(rows):
        print(f"{share:7.1%} {count:5d}  {name}: {','.join(map(str, missed))}")
    print(f"{taken / total:7.1%} {total:5d}  branches in {len(rows)} files")


main()
