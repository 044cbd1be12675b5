"""A list of titles that somebody works on: its answers, and what was decided so far."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from laddereditor.model.counting import plural
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.session.title_list import NO_PROFILE, MatchedTitle, TitleList

AnswerFilter = Literal["all", "match", "review", "none", "confirmed"]
MAX_SHOWN = 3_000  # rows that a sheet lays out without a pause: our choice
FILTERS: tuple[AnswerFilter, ...] = get_args(AnswerFilter)
_WORDS: Mapping[AnswerFilter, str] = {
    "all": "All titles",
    "match": "Matches",
    "review": "For review",
    "none": "Without a profile",
    "confirmed": "Confirmed",
}


@dataclass(frozen=True)
class TitleWork:
    """A list with the answers of a ladder; immutable."""

    path: Path
    titles: TitleList
    matched: tuple[MatchedTitle, ...]
    ladder: Ladder  # whose profiles were proposed
    saved: tuple[MatchedTitle, ...] = ()  # the answers that are in a file

    @property
    def is_modified(self) -> bool:
        """Whether decisions are not in a file yet."""
        return self.matched is not self.saved and self.decisions != _decisions(self.saved)

    @cached_property
    def decisions(self) -> Mapping[int, str]:
        """What was decided, by row."""
        return _decisions(self.matched)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many rows each filter shows."""
        found = Counter(one.answer for one in self.matched)
        return {**found, "all": len(self.matched), "confirmed": len(self.decisions)}

    @cached_property
    def profile_words(self) -> Mapping[str, str]:
        """The words for each profile: `software-engineer/P4` is “Software Engineer › P4”."""
        return {
            f"{family.id}/{profile.level}": f"{family.name or family.id} › {profile.level}"
            for family, profile in all_profiles(self.ladder)
        }

    def words_of(self, profile: str) -> str:
        """Return the words for a profile; what the ladder does not have stays as it is."""
        return self.profile_words.get(profile, profile)

    def rows(self, shown: AnswerFilter) -> tuple[int, ...]:
        """Return the rows that a filter shows."""
        if shown == "all":
            return tuple(range(len(self.matched)))
        if shown == "confirmed":
            return tuple(self.decisions)
        return tuple(at for at, one in enumerate(self.matched) if one.answer == shown)

    def decided(self, rows: Iterable[int], decision: str | None) -> "TitleWork":
        """Return the list after the same was decided for some rows; None takes back."""
        return self._with({at: replace(self.matched[at], decision=decision) for at in rows})

    def confirmed(self, rows: Iterable[int]) -> "TitleWork":
        """Return the list after proposals were confirmed; rows for review stay as they are."""
        return self._with({at: _confirmed(self.matched[at]) for at in rows})

    def _with(self, changed: Mapping[int, MatchedTitle]) -> "TitleWork":
        matched = tuple(changed.get(at, one) for at, one in enumerate(self.matched))
        return replace(self, matched=matched)

    def matched_again(self, matched: tuple[MatchedTitle, ...], ladder: Ladder) -> "TitleWork":
        """Return the list with new proposals of a ladder; what was decided stays.

        Args:
            matched: The proposals, row by row.
            ladder: The ladder that they are from.
        """
        decided = self.decisions
        kept = tuple(MatchedTitle(one.proposal, decided.get(at)) for at, one in enumerate(matched))
        return replace(self, matched=kept, ladder=ladder)

    def saved_as(self, matched: tuple[MatchedTitle, ...]) -> "TitleWork":
        """Return the list after some answers were written to a file."""
        return replace(self, saved=matched)


def _decisions(matched: Iterable[MatchedTitle]) -> Mapping[int, str]:
    rows = enumerate(matched)
    return {at: one.decision for at, one in rows if one.decision is not None}


def _confirmed(one: MatchedTitle) -> MatchedTitle:
    if one.decision is not None or one.answer == "review":
        return one
    return replace(one, decision=one.proposal.profile or NO_PROFILE)


def filter_words(shown: AnswerFilter, work: TitleWork | None) -> str:
    """Return `For review (12)`."""
    if work is None:
        return _WORDS[shown]
    return f"{_WORDS[shown]} ({work.counts.get(shown, 0):,})"


def summary(work: TitleWork, shown: AnswerFilter) -> str:
    """Return what is left to do, in one line.

    Args:
        work: The list.
        shown: The filter, which may show more rows than the sheet has room for.
    """
    review, confirmed = work.counts.get("review", 0), work.counts.get("confirmed", 0)
    parts = [f"{work.path.name}: {plural(len(work.matched), 'title')}"]
    parts.append(f"{review:,} for review" if review else "none for review")
    parts.append(f"{confirmed:,} confirmed")
    if work.counts.get(shown, 0) > MAX_SHOWN:
        parts.append(f"the first {MAX_SHOWN:,} are shown: choose which answers to see")
    return ", ".join(parts)
