"""Findings as a SARIF log, which code reviews and editors read.

The form is that of SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from laddereditor import program_version
from laddereditor.model.address import Address
from laddereditor.rules.registry import RULES
from laddereditor.rules.rule import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif_log(results: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the log of one run.

    Args:
        results: For each file its "findings", as `check --format json` prints them.
    """
    findings = [found for result in results for found in result["findings"]]
    used = [rule for name, rule in RULES.items() if any(one["rule"] == name for one in findings)]
    places = {rule.id: place for place, rule in enumerate(used)}
    driver = {
        "name": "Ladder Editor",
        "version": program_version(),
        "rules": [_rule(rule) for rule in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, places[found["rule"]]) for found in findings],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.reason},
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(found: Mapping[str, Any], place: int) -> dict[str, Any]:
    name = Address(found["address"]).at(found["field"])
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(found["file"])}},
        "logicalLocations": [{"fullyQualifiedName": name}],
    }
    if found["line"]:
        region = {"startLine": found["line"], "startColumn": found["column"]}
        location["physicalLocation"]["region"] = region
    return {
        "ruleId": found["rule"],
        "ruleIndex": place,
        "level": _LEVELS[found["severity"]],
        "message": {"text": found["message"]},
        "locations": [location],
    }


def _uri(file: str) -> str:
    path = Path(file)
    if path.is_absolute():
        return path.as_uri()
    from urllib.parse import quote

    return quote(path.as_posix())
