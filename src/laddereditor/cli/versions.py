"""`laddereditor versions`: the published versions of a ladder, newest first."""

import argparse
from pathlib import Path
from typing import Any

from laddereditor.cli.output import Output, report_unreadable
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced
from laddereditor.reports.common.json_values import json_text
from laddereditor.session.file_words import file_words
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.former_name import (
    NotTakenOver,
    folder_of_former_name,
    former_words,
    take_over,
)
from laddereditor.storage.versions.listing import ListedVersion, versions_of
from laddereditor.storage.versions.pending import complete_interrupted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--take-over",
        action="store_true",
        help="rename the folder of the versions from when the file had another name",
    )
    parser.add_argument(
        "--commits",
        metavar="N",
        type=int,
        default=0,
        help="in a git checkout, also the newest N commits that touched the file",
    )


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    path: Path = options.file
    try:
        if notice := complete_interrupted(path):
            out.error(f"laddereditor: {path}: {notice}")
        ladder = open_ladder(path).document.ladder
        _former_name(path, ladder, options.take_over, out)
        versions = versions_of(path, ladder)
    except UnreadableLadder as error:
        report_unreadable(out, path, error)
        return 2
    except NotTakenOver as error:
        out.error(f"laddereditor: {path}: the versions were not taken over: {error}")
        return 2
    commits = _commits(path, options.commits, out) if options.commits > 0 else None
    if options.format == "json":
        shown: dict[str, Any] = {
            "file": str(path),
            "ladder": file_words(path, ladder),
            "versions": [_as_json(v) for v in versions],
        }
        shown |= {"commits": commits} if commits is not None else {}
        out.line(json_text(shown))
    else:
        if file_words(path, ladder) != path.name:
            out.line(f"{path}: this is {file_words(path, ladder)}")
        _print_text(path, versions, out)
        for commit in commits or ():
            details = f"{commit['author']} · {commit['subject']}"
            out.line(f"{commit['hash'][:8]}  {(commit['date'] or 'no date')[:10]}  {details}")
    return 0


def _former_name(path: Path, ladder: Ladder, wanted: bool, out: Output) -> None:
    """Report where versions of a former name are, and take them over if requested."""
    if (folder := folder_of_former_name(path, ladder)) is None:
        return
    if wanted:
        take_over(path, folder)
        return
    out.error(f"laddereditor: {path}: {former_words(path, folder)}; --take-over renames it")


def _commits(path: Path, number: int, out: Output) -> list[dict[str, Any]]:
    from laddereditor.storage.git.history import NoGitHistory, commits_of  # takes a moment to load

    try:
        found = commits_of(path, number)
    except NoGitHistory as none:
        out.error(f"laddereditor: {path}: {none}")
        return []
    if found.notice:
        out.error(f"laddereditor: {path}: {found.notice}")
    return [
        {
            "hash": commit.hash,
            "date": commit.date.isoformat() if commit.date else None,
            "author": commit.author,
            "subject": commit.subject,
        }
        for commit in found.commits
    ]


def _as_json(version: ListedVersion) -> dict[str, Any]:
    return {
        "version": version.version,
        "date": version.date.isoformat() if version.date else None,
        "author": version.author,
        "summary": version.summary,
        "path": str(version.path) if version.path else None,
        "state": version.state,
        "why": version.why,
        "in_history": version.in_history,
    }


def _print_text(path: Path, versions: tuple[ListedVersion, ...], out: Output) -> None:
    for version in versions:
        day = version.date.isoformat() if version.date else "no date"
        details = " · ".join(
            single_spaced(part) for part in (version.author, version.summary) if part
        )
        out.line(f"{single_spaced(version.version)}  {day}  {details or 'no summary'}")
        if version.state != "intact":
            out.line(f"    {single_spaced(version.why)}")
        if not version.in_history:
            out.line("    The history of the ladder does not list it")
    if not versions:
        out.line(f"{path}: no version was published yet")
