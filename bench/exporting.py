"""Prints how long exports take and how long they take to come back, as ratios to a named peer.

python bench/exporting.py [S M L] [--rounds N]

The peers do less: openpyxl's write-only mode writes the same texts without styles, its read-only
mode only reads the cells, and json writes and reads the plain values of the ladder.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from typing import Any

import openpyxl

from laddereditor.model.ladder import Ladder
from laddereditor.reports.common.json_values import value_json
from laddereditor.reports.export_scope import export_source
from laddereditor.reports.exporter import ExportScope, unheard
from laddereditor.reports.exporters import exporter_named
from laddereditor.session.returned_exports import read_returned
from make_ladders import SIZES, make_ladder

_FORMATS = ("xlsx", "csv", "json", "case")


def timed(rounds: int, work: Callable[[], Any]) -> float:
    """Return the median time of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def exported(ladder: Ladder, name: str) -> bytes:
    """Return the one file of an export."""
    (only,) = exporter_named(name).write(export_source(ladder, ExportScope("hr")), unheard)
    return only.data


def cells_of(data: bytes) -> list[list[list[str]]]:
    """Return the texts of a workbook by sheet and row, as openpyxl reads them."""
    book = openpyxl.load_workbook(BytesIO(data), read_only=True)
    return [[list(map(str, row)) for row in sheet.iter_rows(values_only=True)] for sheet in book]


def plain_workbook(sheets: Sequence[Sequence[Sequence[str]]]) -> None:
    """Write a workbook in openpyxl's write-only mode."""
    book = openpyxl.Workbook(write_only=True)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append([None if text == "None" else text for text in row])
    book.save(BytesIO())


def measure(size: str, rounds: int) -> None:
    """Print the times of one size of ladder."""
    ladder = make_ladder(*SIZES[size])
    print(f"{size}: {sum(len(family.profiles) for family in ladder.families):,} profiles")
    raw = value_json(ladder)
    data = {name: exported(ladder, name) for name in _FORMATS}
    sheets = cells_of(data["xlsx"])
    json_out = timed(rounds, lambda: json.dumps(raw, ensure_ascii=False, indent=2))
    json_in = timed(rounds, lambda: json.loads(data["json"]))
    peers = {
        "xlsx": (
            timed(rounds, lambda: plain_workbook(sheets)),
            timed(rounds, lambda: cells_of(data["xlsx"])),
            "openpyxl",
        )
    }
    for name in _FORMATS:
        peer_out, peer_in, peer = peers.get(name, (json_out, json_in, "json"))
        out = timed(rounds, partial(exported, ladder, name))
        back = timed(rounds, partial(come_back, data[name], ladder))
        print(
            f"  {name:5} {len(data[name]) / 1e6:6.1f} MB"
            f"  out {out:6.2f} s ({out / peer_out:5.1f} × {peer})"
            f"  back {back:6.2f} s ({back / peer_in:5.1f} × {peer})"
        )


def come_back(data: bytes, ladder: Ladder) -> None:
    """Read an export that nobody edited back into its ladder."""
    file = read_returned(data, "export")
    assert file is not None
    assert file.into(ladder).ladder == ladder


def main() -> None:
    """Measure the sizes that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", default=["S", "M"], metavar="SIZE")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for size in options.sizes:
        measure(size, options.rounds)


if __name__ == "__main__":
    main()
