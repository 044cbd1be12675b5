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
from laddereditor.storage.save_words import WRITE_REPORT, save_words


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("base", metavar="BASE", type=Path, help="what both come from; may be empty")
    parser.add_argument("ours", metavar="OURS", type=Path)
    parser.add_argument("theirs", metavar="THEIRS", type=Path)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="write the result here; may be OURS"
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it is there")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _run(options: argparse.Namespace, out: Output) -> int:
    found = _documents(options, out)
    if found is None:
        return 2
    base, ours, theirs = found
    merged = merge(base.ladder if base else None, ours.ladder, theirs.ladder)
    result = merged_text(base, ours, theirs, merged.ladder)
    if options.output is not None and not _written(options, result.document, out):
        return 2
    report = _json(merged, result) if options.format == "json" else _text(options, merged, result)
    out.line(report)
    return 1 if merged.conflicts else 0


def _documents(
    options: argparse.Namespace, out: Output
) -> tuple[Document | None, Document, Document] | None:
    """Return the base, ours and theirs; None when one cannot be merged, which was told then."""
    base = None if _is_empty(options.base) else _document(options.base, out)
    if base is None and not _is_empty(options.base):
        return None
    ours = _document(options.ours, out)
    theirs = _document(options.theirs, out) if ours else None
    return (base, ours, theirs) if ours and theirs else None


def _document(path: Path, out: Output) -> Document | None:
    try:
        document = open_ladder(path).document
    except UnreadableLadder as error:
        tell_unreadable(out, path, error)
        return None
    if document.read_only:
        out.error(f"laddereditor: {path}: {document.read_only}")
        return None
    return document


def _is_empty(path: Path) -> bool:
    """Whether both sides added the file, so that git hands over an empty base."""
    try:
        return not path.read_bytes().strip()
    except OSError:
        return False  # opening it says why


def _written(options: argparse.Namespace, document: Document, out: Output) -> bool:
    path: Path = options.output
    if not (options.force or _is_ours(options) or not path.exists() or _is_empty(path)):
        out.error(f"laddereditor: {path}: is already there; --force replaces it")
        return False
    try:
        replace_file(path, to_bytes(document), lambda: None, SYSTEM)
    except OSError as error:
        out.error(f"laddereditor: {save_words(path, error, SYSTEM.is_windows, WRITE_REPORT)}")
        return False
    return True


def _is_ours(options: argparse.Namespace) -> bool:
    """Whether the result takes the place of ours, as git wants it."""
    output: Path | None = options.output
    return output is not None and output.resolve() == options.ours.resolve()


def _text(options: argparse.Namespace, merged: Merged, result: MergedText) -> str:
    lines = [_headline(options, len(merged.conflicts))]
    for conflict in merged.conflicts:
        lines += ["", place_words(merged.ladder, conflict.address, conflict.field)]
        lines += [f"  {name:<7}{words}" for name, words in _forms(conflict)]
    if result.left_behind:
        lines += ["", "These comments of theirs are not in the result:"]
        lines += [f"  {line}" for line in result.left_behind]
    if result.document.notices:
        lines += ["", *(f"{notice}." for notice in result.document.notices)]
    return "\n".join(lines)


def _headline(options: argparse.Namespace, conflicts: int) -> str:
    if not conflicts:
        return "Merged: nothing speaks against it."
    places = "1 place" if conflicts == 1 else f"{conflicts} places"
    where = options.output if options.output and not _is_ours(options) else "The result"
    return f"Both changed {places} differently. {where} holds ours there, and all the rest of both."


def _forms(conflict: Conflict) -> list[tuple[str, str]]:
    return [
        ("base", _words(conflict.base)),
        ("ours", _words(conflict.ours)),
        ("theirs", _words(conflict.theirs)),
    ]


def _words(value: Any) -> str:
    return " ".join(value_text(value).split()) or "(nothing)"


def _json(merged: Merged, result: MergedText) -> str:
    conflicts = [
        {
            "address": conflict.address,
            "field": conflict.field,
            **{name: value_json(getattr(conflict, name)) for name in ("base", "ours", "theirs")},
        }
        for conflict in merged.conflicts
    ]
    found: dict[str, Any] = {"merged": not merged.conflicts, "conflicts": conflicts}
    if result.left_behind:
        found["comments_left_behind"] = list(result.left_behind)
    return json.dumps(found, ensure_ascii=False, indent=2)


VERB = Verb("Merge two ladders with the one that both come from.", _arguments, _run)
