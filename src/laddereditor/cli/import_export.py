"""`laddereditor import` of one of our own exports: its edits, and nothing else."""

import argparse
from pathlib import Path

from laddereditor.cli.output import Output, report_unreadable
from laddereditor.cli.reports import terminal_of
from laddereditor.cli.result_file import (
    ResultFile,
    ResultRefused,
    result_file,
    write_ladder,
)
from laddereditor.compare.diff.diffing import diff
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.parts.returned import ReturnedComment
from laddereditor.exchange.importer import ImportRefused
from laddereditor.model.counting import plural
from laddereditor.model.naming import place_words
from laddereditor.model.spacing import single_spaced
from laddereditor.regular_files import read_regular
from laddereditor.reports.changes.diff_text import diff_text
from laddereditor.session.returned_exports import ReturnedExport, read_returned, with_comments
from laddereditor.storage.files.document import Document, new_document, update
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder

_MOST_BYTES = 50_000_000


def import_export(options: argparse.Namespace, out: Output) -> int | None:
    """Import a file that is one of our exports; returns the exit code, None for other files."""
    if len(options.sources) != 1 or options.mapping or options.sources[0].is_dir():
        return None
    source: Path = options.sources[0]
    try:
        data = read_regular(source, _MOST_BYTES)
        before = open_ladder(options.into).document if options.into else None
        file = read_returned(data, source.name)
        if file is None:
            return None
        found = file.into(before.ladder if before else None, removing=options.deletions)
        into = [options.into] if options.into else []
        result = result_file(
            options.output, [source, *into], force=options.force, may_be=options.into
        )
        notices = _write(result, before, found, take=options.comments)
    except UnreadableLadder as error:
        report_unreadable(out, options.into, error)
        return 2
    except (ImportRefused, ResultRefused, EditRefused) as error:
        out.error(f"laddereditor: {error}")
        return 2
    except OSError:
        return None  # what reads other files says what is wrong
    for notice in notices:
        out.error(f"laddereditor: {options.output}: {notice}")
    _report(options, before, found, out)
    return 0


def _write(
    result: ResultFile, before: Document | None, found: ReturnedExport, *, take: bool
) -> tuple[str, ...]:
    """Write the ladder; returns what is to be said about the layout of its file."""
    ladder = with_comments(found.ladder, found.comments) if take else found.ladder
    if before is None:
        write_ladder(result, new_document(ladder))
        return ()
    after = update(before, ladder)
    write_ladder(result, after)
    return after.notices


def _report(
    options: argparse.Namespace, before: Document | None, found: ReturnedExport, out: Output
) -> None:
    source = options.sources[0]
    changes = diff(before.ladder, found.ladder) if before else ()
    said = plural(len(changes), "change") if before else "an export of Ladder Editor"
    out.line(f"{source}: {said} -> {options.output}")
    if before and changes:
        out.line(diff_text(changes, before.ladder, found.ladder, terminal_of(options).width))
    for note in found.notes:
        out.line(f"  note: {note}")
    for place in found.removed:
        out.line(f"  deleted in the file, kept in the ladder (--deletions): {place}")
    for comment in found.comments:
        out.line(f"  comment: {_words(found, comment)}")


def _words(found: ReturnedExport, comment: ReturnedComment) -> str:
    place = place_words(found.ladder, comment.address, comment.path)
    who = ", ".join(part for part in (comment.author, comment.day) if part)
    text = single_spaced(comment.text)
    return f"{place}: {text}" + (f" ({who})" if who else "")
