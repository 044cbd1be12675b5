"""`laddereditor merge`: joins two ladders with the one that both come from; git's merge driver.

    git config merge.ladder.driver "laddereditor merge %O %A %B -o %A"

git hands over the base, ours and theirs as files of its own, wants the result in the second, and
takes 0 for a clean merge and 1 for conflicts.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from laddereditor.cli.output import Output, tell_unreadable
from laddereditor.cli.verb import Verb
from laddereditor.compare.change import Conflict
from laddereditor.compare.diff_json import value_json
from laddereditor.compare.merging import Merged, merge
from laddereditor.compare.value_words import value_text
from laddereditor.model.naming import place_words
from laddereditor.storage.atomic import SYSTEM, replace_file
from laddereditor.storage.document import Document, to_bytes
from laddereditor.storage.faults import UnreadableLadder
from laddereditor.storage.files import open_ladder
from laddereditor.storage.merge_text import MergedText, merged_text
from laddereditor.storage.save_words import save_words


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("base", metavar="BASE", type=Path, help="what both come from; may be empty")
    parser.add_argument("ours", metavar="OURS", type=Path)
    parser.add_argument("theirs", metavar="THEIRS", type=Path)
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="write the result here")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _run(options: argparse.Namespace, out: Output) -> int:
    base = None
    try:
        path = options.base
        if not _is_empty(path):
            base = open_ladder(path).document
        path = options.ours
        ours = open_ladder(path).document
        path = options.theirs
        theirs = open_ladder(path).document
    except UnreadableLadder as error:
        tell_unreadable(out, path, error)
        return 2
    merged = merge(base.ladder if base else None, ours.ladder, theirs.ladder)
    result = merged_text(base, ours, theirs, merged.ladder)
    if options.output is not None and not _written(options.output, result.document, out):
        return 2
    report = _json(merged) if options.format == "json" else _text(options, merged, result)
    out.line(report)
    return 1 if merged.conflicts else 0


def _is_empty(path: Path) -> bool:
    """Whether both sides added the file, so that git hands over an empty base."""
    try:
        return not path.read_bytes().strip()
    except OSError:
        return False  # opening it says why


def _written(path: Path, document: Document, out: Output) -> bool:
    try:
        replace_file(path, to_bytes(document), lambda: None, SYSTEM)
    except OSError as error:
        out.error(f"laddereditor: {save_words(path, error, SYSTEM.is_windows)}")
        return False
    return True


def _text(options: argparse.Namespace, merged: Merged, result: MergedText) -> str:
    count = len(merged.conflicts)
    lines = [_headline(count, options.output)]
    for conflict in merged.conflicts:
        lines += ["", place_words(merged.ladder, conflict.address, conflict.field)]
        lines += [f"  {name:<7}{words}" for name, words in _forms(conflict)]
    if result.left_behind:
        lines += ["", "These comments of theirs are not in the result:"]
        lines += [f"  {line}" for line in result.left_behind]
    return "\n".join(lines)


def _headline(conflicts: int, output: Path | None) -> str:
    if not conflicts:
        return "Merged: nothing speaks against it."
    places = "1 place" if conflicts == 1 else f"{conflicts} places"
    where = f" {output} holds" if output else " The result holds"
    return f"Both changed {places} differently.{where} ours there, and all the rest of both."


def _forms(conflict: Conflict) -> list[tuple[str, str]]:
    return [
        ("base", _words(conflict.base)),
        ("ours", _words(conflict.ours)),
        ("theirs", _words(conflict.theirs)),
    ]


def _words(value: Any) -> str:
    return " ".join(value_text(value).split()) or "(nothing)"


def _json(merged: Merged) -> str:
    conflicts = [
        {
            "address": conflict.address,
            "field": conflict.field,
            **{name: value_json(getattr(conflict, name)) for name in ("base", "ours", "theirs")},
        }
        for conflict in merged.conflicts
    ]
    found = {"merged": not merged.conflicts, "conflicts": conflicts}
    return json.dumps(found, ensure_ascii=False, indent=2)


VERB = Verb("Merge two ladders with the one that both come from.", _arguments, _run)
