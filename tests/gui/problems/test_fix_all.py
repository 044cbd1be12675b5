"""Fixing all findings of a kind says what it could not do."""

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.problems.fix_all import fix_all, skipped_words
from laddereditor.rules.finding import Finding, Fix, Severity

LADDER = Ladder(laddereditor=1, id="x", name="X")


def finding(fix: Fix) -> Finding:
    return Finding("rule", Severity.INFO, Address(), FieldPath(), "Wrong.", (fix,))


def refuse(_ladder: Ladder) -> Edit:
    raise EditRefused("It is gone")


def add_note(_ladder: Ladder) -> Edit:
    return Edit("Note", lambda ladder: ladder.model_copy(update={"notes": ladder.notes + "!"}))


def test_that_what_could_not_be_fixed_is_counted_and_the_rest_is_fixed() -> None:
    found = [
        finding(Fix("Note", add_note)),
        finding(Fix("No", refuse)),
        finding(Fix("N", add_note)),
    ]
    assert fix_all(found, "Kind").change(LADDER).notes == "!!"
    assert skipped_words(LADDER, found).startswith("1 finding was left as before")
    assert skipped_words(LADDER, found[::2]) == ""
