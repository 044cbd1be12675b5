"""`laddereditor publish`: freeze a copy of a ladder, and add an entry to its history."""

import argparse
import datetime as dt
from pathlib import Path

from laddereditor.cli.output import Output, report_unreadable
from laddereditor.edits.reading.controls import without_controls
from laddereditor.rules.finding import Finding
from laddereditor.session.numbering import BUMPS, Numbers, numbers_for, wrong_version
from laddereditor.session.publishing import (
    PublicationDetails,
    Published,
    PublishRefused,
    prepare,
    publish,
    refuse_by_disk,
)
from laddereditor.session.session import Session
from laddereditor.session.suggesting import BumpSuggestion, suggest
from laddereditor.storage.files.document import Document, place_of
from laddereditor.storage.files.ladder_files import ChangedOnDisk, open_ladder
from laddereditor.storage.files.program import user_name
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.former_name import folder_of_former_name, former_words
from laddereditor.storage.versions.listing import versions_of
from laddereditor.storage.versions.pending import complete_interrupted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument(
        "--bump",
        choices=(*BUMPS, "auto"),
        required=True,
        help="which part of the version number is raised; auto: the part that the changes since "
        "the last published version call for",
    )
    parser.add_argument("--summary", required=True, help="what changed, in people's words")
    parser.add_argument(
        "--author", help="who publishes it (default: your name as the system knows it)"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen")


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    path: Path = options.file
    try:
        if not options.dry_run and (notice := complete_interrupted(path)):
            out.error(f"laddereditor: {path}: {notice}")
        session = Session.from_file(open_ladder(path))
    except UnreadableLadder as error:
        report_unreadable(out, path, error)
        return 2
    try:
        stamp = _stamp(options, session, out)
        if options.dry_run:
            refuse_by_disk(prepare(session, stamp))
            out.line(f"{path}: would be published as version {stamp.version}")
            return 0
        _report_published(path, publish(session, stamp), out)
        for notice in session.document.notices:
            out.error(f"laddereditor: {path}: {notice}")
    except PublishRefused as refused:
        _report_refused(path, session.document, refused, out)
        return 1
    except ChangedOnDisk as changed:
        out.error(f"laddereditor: {path}: {changed}")
        return 1
    return 0


def _stamp(options: argparse.Namespace, session: Session, out: Output) -> PublicationDetails:
    author = user_name() if options.author is None else options.author
    version = _version(options, session, out)
    summary, author = without_controls(options.summary), without_controls(author)
    return PublicationDetails(version, summary, author, dt.date.today())


def _version(options: argparse.Namespace, session: Session, out: Output) -> str:
    if wrong := wrong_version(session.ladder):
        raise PublishRefused(wrong)
    if folder := folder_of_former_name(options.file, session.ladder):
        raise PublishRefused(
            f"{former_words(options.file, folder)}. Take them over first, so that all versions "
            f"stay together: laddereditor versions {options.file} --take-over"
        )
    numbers = numbers_for(session.ladder, versions_of(options.file, session.ladder))
    if options.bump != "auto":
        return numbers.by_bump[options.bump]
    return _suggested(options.file, session, numbers, out)


def _suggested(path: Path, session: Session, numbers: Numbers, out: Output) -> str:
    suggestion: BumpSuggestion = suggest(numbers, session.ladder)
    if not suggestion.version:
        raise PublishRefused(". ".join(suggestion.reasons))
    for why in suggestion.reasons:
        out.line(f"{path}: {suggestion.version}: {why}")
    return suggestion.version


def _report_published(path: Path, done: Published, out: Output) -> None:
    out.line(f"{path}: published as version {done.entry.version}: {done.copy}")
    if done.notice:
        out.error(f"laddereditor: {path}: {done.notice}")


def _report_refused(path: Path, document: Document, refused: PublishRefused, out: Output) -> None:
    """Print the reason on one line; print errors of the ladder with their places."""
    if not refused.findings:
        out.error(f"laddereditor: {path}: {' '.join(str(refused).split())}")
    for found in refused.findings:
        out.error(f"laddereditor: {path}{_position(document, found)}: {found.message}")
    if refused.findings:
        out.error(f"laddereditor: {path}: not published: fix the errors above first")


def _position(document: Document, found: Finding) -> str:
    place = place_of(document, found.address, found.field)
    return f":{place.line}:{place.column}" if place else ""
