"""`laddereditor check`: findings with line and column."""

import argparse
from pathlib import Path
from typing import Any

from laddereditor.cli.output import Output, file_at, report_unreadable
from laddereditor.cli.sarif import sarif_log
from laddereditor.cli.usage import WrongUsage, did_you_mean, nearest
from laddereditor.model.address import Address
from laddereditor.reports.common.json_values import json_text
from laddereditor.rules.check import check
from laddereditor.rules.explain import as_text
from laddereditor.rules.finding import Finding, Severity
from laddereditor.rules.registry import RULES
from laddereditor.session.day_clock import SystemClock
from laddereditor.storage.files.document import Document
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.files.place_finder import PlaceFinder
from laddereditor.storage.reading.faults import UnreadableLadder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=Path,
        help="ladder files, or folders that are ladders",
    )
    parser.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    parser.add_argument(
        "--fail-on",
        choices=[severity.value for severity in Severity],
        default=Severity.ERROR.value,
        help="exit with 1 when a finding is at least this severe (default: error)",
    )
    parser.add_argument(
        "--explain",
        metavar="RULE",
        help="say what a rule finds, why, and what to do about it, instead of checking files",
    )


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code.

    Raises:
        WrongUsage: There is neither a file nor a rule to explain, or no such rule.
    """
    if options.explain is not None:
        _explain(options.explain, out)
        return 0
    if not options.files:
        raise WrongUsage("check needs a FILE (laddereditor check --help explains it)")
    bar = Severity(options.fail_on).rank
    code, results = 0, []
    for path in options.files:
        try:
            opened = open_ladder(path)
        except UnreadableLadder as error:
            report_unreadable(out, path, error)
            code = 2
            continue
        findings = check(opened.document.ladder, today=SystemClock().today()).findings
        if any(finding.severity.rank >= bar for finding in findings):
            code = max(code, 1)
        results.append(_as_json(opened.path, opened.document, findings))
        if options.format == "text":
            _print_text(out, results[-1])
    if options.format == "json":
        one = results[0] if len(options.files) == 1 and results else {}
        out.line(json_text({"files": results, **one}))
    elif options.format == "sarif":
        out.line(json_text(sarif_log(results)))
    return code


def _explain(rule: str, out: Output) -> None:
    if rule not in RULES:
        meant = did_you_mean(nearest(rule, RULES))
        raise WrongUsage(f"there is no rule '{rule}'{meant or '. docs/rules.md lists them'}")
    out.line(as_text(RULES[rule]))


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
        "spans": [list(span) for span in finding.spans],
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
