"""The labelled titles of `titles/*.csv`, read and judged as `bench/titles.py` does."""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from laddereditor.assets import sample_ladders
from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.options import TitleRow
from laddereditor.compare.titles.proposing import Proposal, propose
from laddereditor.storage.files.document import read_text

FOLDER = Path(__file__).parent / "titles"


class LabelledTitle(NamedTuple):
    """A title with the answer that a reader would give."""

    ladder: str
    row: TitleRow
    expected: str  # `family/level`, `review: …` or `none`

    @property
    def proposal(self) -> Proposal:
        """The program's answer."""
        return propose(indexes()[self.ladder], self.row)


class Figures(NamedTuple):
    """How many answers are right."""

    matches: int
    right_matches: int
    with_profile: int  # titles that have one right profile
    nothing: int  # titles that must find nothing
    right_nothing: int
    unclear: int  # titles that a reader would ask about
    right_unclear: int  # of those: for review, with one of the right candidates

    @property
    def precision(self) -> float:
        """The share of matches that are right."""
        return self.right_matches / max(1, self.matches)

    @property
    def recall(self) -> float:
        """The share of titles with one right profile that have it as a match."""
        return self.right_matches / max(1, self.with_profile)

    @property
    def no_match_right(self) -> float:
        """The share of titles without a profile that find nothing."""
        return self.right_nothing / max(1, self.nothing)


@cache
def indexes() -> dict[str, TitleIndex]:
    """Return an index for each ladder with labelled titles."""
    files = [*sample_ladders().values(), *FOLDER.glob("*.yaml")]
    return {
        file.name.removesuffix(".yaml"): TitleIndex(read_text(file.read_text("utf-8")).ladder)
        for file in files
    }


def labelled_titles(part: str) -> list[LabelledTitle]:
    """Return the labelled titles of a part."""
    with (FOLDER / f"{part}.csv").open(encoding="utf-8", newline="") as file:
        return [_labelled(row) for row in csv.DictReader(file)]


def _labelled(row: dict[str, str]) -> LabelledTitle:
    years = float(row["years"]) if row["years"] else None
    title = TitleRow(row["title"], row["department"], years, row["level"])
    return LabelledTitle(row["ladder"], title, row["expected"])


def is_right(proposal: Proposal, expected: str) -> bool:
    """Return whether an answer is the labelled one."""
    if expected == "none":
        return proposal.answer == "none"
    if expected.startswith("review"):
        wanted = expected.removeprefix("review:").split()
        return proposal.answer == "review" and bool(set(wanted) & set(proposal.candidates))
    return proposal.answer == "match" and proposal.profile == expected


def figures(titles: Sequence[LabelledTitle]) -> Figures:
    """Return the figures of some titles."""
    answers = [(title.expected, title.proposal) for title in titles]
    matches = [(expected, one) for expected, one in answers if one.answer == "match"]
    nothing = [one for expected, one in answers if expected == "none"]
    unclear = [is_right(one, wanted) for wanted, one in answers if wanted.startswith("review")]
    return Figures(
        matches=len(matches),
        right_matches=sum(one.profile == expected for expected, one in matches),
        with_profile=len(answers) - len(nothing) - len(unclear),
        nothing=len(nothing),
        right_nothing=sum(one.answer == "none" for one in nothing),
        unclear=len(unclear),
        right_unclear=sum(unclear),
    )
