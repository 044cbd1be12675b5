"""The effect of a ladder's `checks` on findings: another severity, switched off, or accepted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from laddereditor.model.address import Address
from laddereditor.model.ladder import Checks
from laddereditor.rules.finding import Finding, Severity
from laddereditor.rules.giving_way import without_repetitions
from laddereditor.rules.registry import RULES

OFF = "off"
_OPTIONAL: dict[str, Severity | None] = {one.id: None for one in RULES.values() if one.is_optional}


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The `checks` of one ladder, prepared for lookup."""

    checks: Checks | None
    severities: Mapping[str, Severity | None]  # None: off
    reasons: Mapping[tuple[str, str], str]  # rule, address of entity or field -> reason
    accepting: frozenset[str]  # rules that have accepted findings

    @classmethod
    def of(cls, checks: Checks | None, before: "CheckSettings | None") -> "CheckSettings":
        """Return a ladder's settings: the previous ones if its checks are the same object."""
        if before and before.checks is checks:
            return before
        named = checks.rules if checks else {}
        accepted = checks.accepted if checks else ()
        return cls(
            checks,
            _OPTIONAL
            | {rule: _severity(word) for rule, word in named.items() if _is_severity(word)},
            {(one.rule, Address(one.at).long_form): one.reason for one in reversed(accepted)},
            frozenset(one.rule for one in accepted),
        )

    def apply(
        self, found: Iterable[Finding], places: Mapping[Address, int]
    ) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, str], ...]]:
        """Return the findings to show and the accepted ones.

        Args:
            found: What the rules of one block found.
            places: The order of the entities in the block; for each, the most severe come first.
        """
        shown: list[Finding] = []
        accepted: list[tuple[Finding, str]] = []
        for finding in without_repetitions(self._weighed(found)):
            reason = self._reason(finding)
            if reason is None:
                shown.append(finding)
            else:
                accepted.append((finding, reason))
        shown.sort(key=lambda finding: (places[finding.address], -finding.severity.rank))
        return tuple(shown), tuple(accepted)

    def _weighed(self, found: Iterable[Finding]) -> list[Finding]:
        """Return the findings of the rules that are on, with the severities of this ladder."""
        weighed = []
        for finding in found:
            severity = self.severities.get(finding.rule, finding.severity)
            if severity is finding.severity:
                weighed.append(finding)
            elif severity is not None:
                weighed.append(replace(finding, severity=severity))
        return weighed

    def _reason(self, finding: Finding) -> str | None:
        """Return why a finding is accepted at its field, an enclosing value or its entity."""
        if finding.rule not in self.accepting:
            return None
        field = finding.field
        while True:
            reason = self.reasons.get((finding.rule, finding.address.at(field)))
            if reason is not None or not field:
                return reason
            field = field.above


def _is_severity(word: str) -> bool:
    return word in {OFF, *Severity}


def _severity(word: str) -> Severity | None:
    return None if word == OFF else Severity(word)
