"""One step that applies the first fix of many findings."""

from collections.abc import Callable, Iterable, Sequence

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.rules.finding import Finding

_LISTED = 12  # fixes in the question; of more it names the number


def planned(findings: Sequence[Finding], where: Callable[[Finding], str]) -> str:
    """Return what fixing all will do, one line for each place, as a question to the person.

    Args:
        findings: The findings, each with a fix.
        where: Returns the place of a finding in the words of people.
    """
    lines = [f"{where(one)}: {one.fixes[0].label}" for one in findings[:_LISTED]]
    if len(findings) > _LISTED:
        lines.append(f"and {plural(len(findings) - _LISTED, 'more place')}")
    return "This is done in one step, which can be undone:\n\n" + "\n".join(lines)


def fix_all(findings: Iterable[Finding], title: str) -> Edit:
    """Return an edit that applies each finding's first fix, last place first.

    Fixes from the end of the ladder to its start keep the positions of earlier ones valid; one
    that no longer applies because of another fix is skipped (`skipped_words` says how many).
    """
    known = tuple(findings)
    return Edit(f"Fix all: {title}", lambda ladder: _fixed(ladder, known)[0])


def skipped_words(ladder: Ladder, findings: Sequence[Finding]) -> str:
    """Return in words how many findings `fix_all` cannot fix, "" if it fixes them all.

    Args:
        ladder: The ladder before it.
        findings: The findings.
    """
    left = _fixed(ladder, findings)[1]
    if not left:
        return ""
    others = plural(left, "finding was", "findings were")
    return f"{others} left as before, because the fix does not apply there any more."


def _fixed(ladder: Ladder, findings: Sequence[Finding]) -> tuple[Ladder, int]:
    """Return a ladder with the first fix of each finding, and how many fixes did not apply."""
    left = 0
    for fix in reversed([finding.fixes[0] for finding in findings if finding.fixes]):
        try:
            ladder = fix.edit(ladder).change(ladder)
        except (EditRefused, LookupError):
            left += 1
    return ladder, left
