"""`laddereditor merge`: joins two ladders with the one that both come from; git's merge driver.

    git config merge.ladder.driver "laddereditor merge %O %A %B -o %A"

git hands over the base, ours and theirs as files of its own, wants the result in the second, and
takes 0 for a clean merge and 1 for conflicts.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from laddereditor.cli.output import Output, is_no_file, tell_unreadable
from laddereditor.cli.result_file import (
    ResultFile,
    ResultRefused,
    result_file,
    write_result,
)
from laddereditor.cli.verb import Verb
from laddereditor.compare.change import Conflict
from laddereditor.compare.diff_json import value_json
from laddereditor.compare.merging import Merged, merge
from laddereditor.compare.value_words import value_text
from laddereditor.model.naming import place_words
from laddereditor.regular_files import read_regular
from laddereditor.storage.document import Document, to_bytes
from laddereditor.storage.encoding import MAX_BYTES
from laddereditor.storage.faults import UnreadableLadder
from laddereditor.storage.files import open_ladder
from laddereditor.storage.merge_text import MergedText, merged_text
from laddereditor.storage.same_file import same_file

_GITS_OWN = ".merge_file_"  # how git begins the names of the files that it hands over


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("base", metavar="BASE", type=Path, help="what both come from; may be empty")
    parser.add_argument("ours", metavar="OURS", type=Path)
    parser.add_argument("theirs", metavar="THEIRS", type=Path)
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="write the result here")
    parser.add_argument(
        "--force", action="store_true", help="replace OUT if it is there; it may be OURS then"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _run(options: argparse.Namespace, out: Output) -> int:
    try:
        target = _result(options)
    except ResultRefused as refused:
        out.error(f"laddereditor: {refused}")
        return 2
    found = _documents(options, out)
    if found is None:
        return 2
    base, ours, theirs = found
    merged = merge(base.ladder if base else None, ours.ladder, theirs.ladder)
    result = merged_text(base, ours, theirs, merged.ladder)
    if target is not None and not _written(target, result.document, out):
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
    if is_no_file(str(path)):
        return True
    try:
        return not read_regular(path, MAX_BYTES).strip()
    except OSError:
        return False  # opening it says why


def _result(options: argparse.Namespace) -> ResultFile | None:
    """Return where the result goes. Raises ResultRefused."""
    if options.output is None:
        return None
    ours: Path = options.ours
    # git's own file for the result holds ours; a person has to say that ours is to be replaced.
    may_replace = options.force or ours.name.startswith(_GITS_OWN)
    inputs = [options.base, ours, options.theirs]
    may_be = ours if may_replace else None
    return result_file(options.output, inputs, force=options.force, may_be=may_be)


def _written(target: ResultFile, document: Document, out: Output) -> bool:
    try:
        write_result(target, to_bytes(document))
    except ResultRefused as refused:
        out.error(f"laddereditor: {refused}")
        return False
    return True


def _is_ours(options: argparse.Namespace) -> bool:
    """Whether the result takes the place of ours, as git wants it."""
    return options.output is not None and same_file(options.output, options.ours)


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
