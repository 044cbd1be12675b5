"""One step that applies the first fix of many findings."""

from collections.abc import Iterable

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.model.ladder import Ladder
from laddereditor.rules.finding import Finding


def fix_all(findings: Iterable[Finding], title: str) -> Edit:
    """Return an edit that applies each finding's first fix, last place first.

    Fixes from the end of the ladder to its start keep the positions of earlier ones valid; one
    that no longer applies because of another fix is skipped.
    """
    fixes = [finding.fixes[0] for finding in findings if finding.fixes]

    def change(ladder: Ladder) -> Ladder:
        for fix in reversed(fixes):
            try:
                ladder = fix.edit(ladder).change(ladder)
            except (EditRefused, LookupError):
                continue
        return ladder

    return Edit(f"Fix all: {title}", change)
