"""`laddereditor check`: findings with line and column."""

import argparse
from pathlib import Path
from typing import Any

from laddereditor.cli.output import Output, file_at, report_unreadable
from laddereditor.model.address import Address
from laddereditor.reports.common.json_values import json_text
from laddereditor.rules.check import check
from laddereditor.rules.finding import Finding, Severity
from laddereditor.storage.files.document import Document
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.files.place_finder import PlaceFinder
from laddereditor.storage.reading.faults import UnreadableLadder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help="ladder files, or folders that are ladders",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--fail-on",
        choices=[severity.value for severity in Severity],
        default=Severity.ERROR.value,
        help="exit with 1 when a finding is at least this severe (default: error)",
    )


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    bar = Severity(options.fail_on).rank
    code, results = 0, []
    for path in options.files:
        try:
            opened = open_ladder(path)
        except UnreadableLadder as error:
            report_unreadable(out, path, error)
            code = 2
            continue
        findings = check(opened.document.ladder).findings
        if any(finding.severity.rank >= bar for finding in findings):
            code = max(code, 1)
        results.append(_as_json(opened.path, opened.document, findings))
        if options.format == "text":
            _print_text(out, results[-1])
    if options.format == "json":
        one = results[0] if len(options.files) == 1 and results else {}
        out.line(json_text({"files": results, **one}))
    return code


def _as_json(path: Path, document: Document, findings: tuple[Finding, ...]) -> dict[str, Any]:
    finder = PlaceFinder(document)
    return {"file": str(path), "findings": [_finding(path, finder, found) for found in findings]}


def _finding(path: Path, finder: PlaceFinder, finding: Finding) -> dict[str, Any]:
    place = finder.place(finding.address, finding.field)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "address": finding.address,
        "field": finding.field,
        "message": finding.message,
        "file": str(file_at(path, place)),
        "line": place.line if place else None,
        "column": place.column if place else None,
    }


def _print_text(out: Output, result: dict[str, Any]) -> None:
    for found in result["findings"]:
        place = f":{found['line']}:{found['column']}" if found["line"] else ""
        where = Address(found["address"]).at(found["field"])
        out.line(
            f"{found['file']}{place}: {found['severity']}: {found['message']} "
            f"[{found['rule']}{' at ' + where if where else ''}]"
        )
    count = len(result["findings"])
    if count == 0:
        out.line(f"{result['file']}: nothing found")
