"""`laddereditor versions`: the published versions of a ladder, the newest first."""

import argparse
import json
from pathlib import Path
from typing import Any

from laddereditor.cli.output import Output, tell_unreadable
from laddereditor.cli.verb import Verb
from laddereditor.storage.faults import UnreadableLadder
from laddereditor.storage.versions.listing import PublishedVersion, list_versions
from laddereditor.storage.versions.pending import settle_interrupted


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--commits",
        metavar="N",
        type=int,
        default=0,
        help="in a git checkout, also the newest N commits that touched the file",
    )


def _run(options: argparse.Namespace, out: Output) -> int:
    path: Path = options.file
    try:
        if notice := settle_interrupted(path):
            out.error(f"laddereditor: {path}: {notice}")
        versions = list_versions(path)
    except UnreadableLadder as error:
        tell_unreadable(out, path, error)
        return 2
    commits = _commits(path, options.commits, out) if options.commits > 0 else None
    if options.format == "json":
        shown: dict[str, Any] = {"file": str(path), "versions": [_as_json(v) for v in versions]}
        shown |= {"commits": commits} if commits is not None else {}
        out.line(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        _print_text(path, versions, out)
        for commit in commits or ():
            said = f"{commit['author']} · {commit['subject']}"
            out.line(f"{commit['hash'][:8]}  {(commit['date'] or 'no date')[:10]}  {said}")
    return 0


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


def _as_json(version: PublishedVersion) -> dict[str, Any]:
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


def _print_text(path: Path, versions: tuple[PublishedVersion, ...], out: Output) -> None:
    for version in versions:
        day = version.date.isoformat() if version.date else "no date"
        said = " · ".join(_one_line(part) for part in (version.author, version.summary) if part)
        out.line(f"{_one_line(version.version)}  {day}  {said or 'no summary'}")
        if version.state != "intact":
            out.line(f"    {_one_line(version.why)}")
        if not version.in_history:
            out.line("    The history of the ladder does not know it")
    if not versions:
        out.line(f"{path}: no version was published yet")


def _one_line(text: str) -> str:
    return " ".join(text.split())


VERB = Verb("List the published versions of a ladder, the newest first.", _arguments, _run)
