"""Writes every report of the sample ladders in every format, so that two states can be compared.

python bench/report_outputs.py before        # then change the code
python bench/report_outputs.py after && diff -r before after
"""

import argparse
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.picking import pick
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.changes.grouped_changes import ChangesReport
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.formats import formats_of
from laddereditor.reports.notes.note import change_note
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.page.reader_page import page_of
from laddereditor.storage.files.ladder_files import open_ladder

ROOT = Path(__file__).parents[1]
TERMINALS = {"": Terminal(), "-narrow": Terminal(40), "-colour": Terminal(140, colour=True)}


def main() -> None:
    """Write the reports into the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True)
    files = sorted([*ROOT.glob("ladders/*.yaml"), *ROOT.glob("resources/templates/*.yaml")])
    ladders = {path.stem: open_ladder(path).document.ladder for path in files}
    reports = [*itertools.chain(*map(_of_one, ladders, ladders.values())), *_of_two(ladders)]
    for name, report in reports:
        for one in formats_of(type(report)):
            for kind, terminal in TERMINALS.items():
                written = one.write(report, terminal).encode(one.encoding, "replace")
                (folder / f"{name}{kind}.{one.name}").write_bytes(written)
    print(f"{sum(1 for _ in folder.iterdir())} files of {len(reports)} reports")


def _of_one(name: str, ladder: Ladder) -> Iterator[tuple[str, Any]]:
    yield f"{name}-page", ReaderPages(ladder.name, (page_of(ladder, ladder),))
    for family in ladder.families:
        address, title = Address(f"families/{family.id}"), f"{name}-{family.id}"
        pages = (page_of(ladder, one, family) for one in (family, *family.profiles))
        yield f"{title}-page", ReaderPages(family.name, tuple(pages))
        yield f"{title}-matrix", matrix(ladder, address)
        if len(columns := pick(ladder, address, "", "")) > 1:
            for baseline in (0, len(columns) - 1):
                yield f"{title}-{baseline}-comparison", compare(columns, baseline)


def _of_two(ladders: dict[str, Ladder]) -> Iterator[tuple[str, Any]]:
    for (old_name, old), (new_name, new) in itertools.product(ladders.items(), repeat=2):
        report = ChangesReport(diff(old, new), old, new)
        yield f"{old_name}-{new_name}-changes", report
        yield f"{old_name}-{new_name}-note", change_note(*report.sides)


if __name__ == "__main__":
    main()
