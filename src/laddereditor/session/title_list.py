"""A list of job titles with the profiles that the ladder proposes, and what somebody decided.

The list stays as it came; the answers are written behind its columns. An output can be read again:
what was confirmed in it, or filled in by hand, stays decided.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.learning import ConfirmedTitle, NewTitles, new_titles
from laddereditor.compare.titles.level_codes import code_key, level_codes, scheme_in
from laddereditor.compare.titles.options import TitleRow
from laddereditor.compare.titles.profile_keys import key_text
from laddereditor.compare.titles.proposing import Proposal, propose
from laddereditor.compare.titles.whole_list import propose_all
from laddereditor.edits.reading.conventions import Conventions
from laddereditor.edits.reading.years import read_years
from laddereditor.exchange.csv_text import Record, TextTable, with_cells
from laddereditor.exchange.titlelist.list_columns import (
    ANSWERS,
    CONFIRMED,
    ColumnWishes,
    KnownTexts,
    ListColumns,
    recognise,
)
from laddereditor.model.equivalents import schemes_of
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced

NO_PROFILE = ""  # the decision that no profile is right
_BETWEEN = " | "  # between candidates in a cell
_YES = ("yes", "y", "x", "1", "true", "ja", "oui", "si", "sí", "sim", "wahr", "vrai")


@dataclass(frozen=True)
class TitleList:
    """A list of titles as it was read."""

    table: TextTable
    columns: ListColumns
    records: tuple[Record, ...]  # without the heading and blank lines
    rows: tuple[TitleRow, ...]  # what they say

    @property
    def heading(self) -> tuple[str, ...]:
        """The headings of the columns, () without a heading."""
        filled = (one.cells for one in self.table.records if not one.is_blank)
        return tuple(next(filled, ())) if self.columns.has_heading else ()

    def cell(self, row: int, column: int) -> str:
        """Return what a row has in a column, "" if it is shorter."""
        cells = self.records[row].cells
        return cells[column].strip() if column < len(cells) else ""


@dataclass(frozen=True, slots=True)
class MatchedTitle:
    """A row's proposal, and what somebody decided."""

    proposal: Proposal
    decision: str | None = None  # `family/level`, NO_PROFILE, or None as long as nobody decided

    @property
    def answer(self) -> str:
        """The answer that counts: `match`, `review` or `none`."""
        if self.decision is None:
            return self.proposal.answer
        return "match" if self.decision else "none"

    @property
    def profile(self) -> str:
        """The profile that counts, "" without one."""
        return self.proposal.profile if self.decision is None else self.decision


def read_title_list(
    table: TextTable, ladder: Ladder, wishes: ColumnWishes, conventions: Conventions
) -> TitleList:
    """Return the titles of a table.

    Args:
        table: The table.
        ladder: The ladder, by whose titles and levels columns are recognised by their content.
        wishes: What a person said of the columns.
        conventions: How numbers of years are written.

    Raises:
        UnknownColumns: It is not clear which column has the titles.
        LookupError: There is no column that the person named.
    """
    index = TitleIndex(ladder)
    codes = _code_like(ladder)

    def is_key(text: str) -> bool:
        return key_text(text) in index.keys

    def is_title(text: str) -> bool:
        return not is_key(text) and propose(index, TitleRow(text)).answer != "none"

    known = KnownTexts(is_title, lambda text: code_key(text) in codes, is_key, schemes_of(ladder))
    columns = recognise(table, wishes, known)
    filled = [record for record in table.records if not record.is_blank]
    records = tuple(filled[1:] if columns.has_heading else filled)
    scheme = _scheme(columns, filled[0], ladder)
    rows = tuple(_row(columns, record, conventions, scheme) for record in records)
    return TitleList(table, columns, records, rows)


def _code_like(ladder: Ladder) -> frozenset[str]:
    """Return the codes by which a column is recognised: those that are more than a number."""
    return frozenset(code for code in level_codes(ladder) if not code.isdecimal())


def _scheme(columns: ListColumns, heading: Record, ladder: Ladder) -> str:
    """Return the scheme that the heading of the level codes names, "" for none."""
    return scheme_in(columns.cell(heading, "level"), ladder) if columns.has_heading else ""


def _row(columns: ListColumns, record: Record, conventions: Conventions, scheme: str) -> TitleRow:
    return TitleRow(
        title=single_spaced(columns.cell(record, "title")),
        department=single_spaced(columns.cell(record, "department")),
        years=_years(columns.cell(record, "years"), conventions),
        code=columns.cell(record, "level"),
        scheme=scheme,
        key=columns.cell(record, "key"),
    )


def _years(text: str, conventions: Conventions) -> float | None:
    """Return the years that a cell says, the fewest of a range; None if it says something else."""
    if not text:
        return None
    try:
        experience = read_years(text, conventions)
    except ValueError:
        return None
    least = experience.min if experience.min is not None else experience.max
    return None if least is None else float(least)


# -- answers ------------------------------------------------------------------------------------


def match_list(
    titles: TitleList,
    ladder: Ladder,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[MatchedTitle, ...]:
    """Return the answer for each row; what was decided in an earlier output stays decided.

    Args:
        titles: The list.
        ladder: The ladder whose profiles are proposed.
        progress: Receives the share that is done, from 0 to 1.
        cancelled: Says whether to stop.

    Raises:
        MatchingCancelled: It was cancelled.
    """
    proposals = propose_all(ladder, titles.rows, progress, cancelled)
    if not titles.columns.answers:
        return tuple(map(MatchedTitle, proposals))
    profiles = _profiles(ladder)
    return tuple(
        _with_earlier(proposal, _Earlier.of(titles.columns, record), profiles)
        for proposal, record in zip(proposals, titles.records, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What an earlier output has in a row."""

    answer: str
    profile: str
    is_confirmed: bool

    @classmethod
    def of(cls, columns: ListColumns, record: Record) -> "_Earlier":
        def cell(name: str) -> str:
            at = columns.answers.get(name, len(record.cells))
            return record.cells[at].strip().removeprefix("'") if at < len(record.cells) else ""

        confirmed = cell(CONFIRMED).casefold() in _YES
        return cls(cell("answer").casefold(), cell("profile"), confirmed)


def _with_earlier(
    proposal: Proposal, earlier: _Earlier, profiles: Mapping[str, str]
) -> MatchedTitle:
    profile = profiles.get(_place_key(earlier.profile), "")
    if earlier.profile and not profile:
        note = f"the list says {earlier.profile}, which the ladder does not have"
        candidates = proposal.candidates or tuple(filter(None, [proposal.profile]))
        return MatchedTitle(_review(proposal, candidates, note))
    # A profile is only written for a match, so somebody filled in one that is in another row.
    if profile and (earlier.is_confirmed or earlier.answer != "match"):
        return MatchedTitle(proposal, profile)
    if earlier.is_confirmed and earlier.answer == "none":
        return MatchedTitle(proposal, NO_PROFILE)
    if profile and profile != proposal.profile:
        others = [one for one in (proposal.profile, *proposal.candidates) if one]
        candidates = tuple(dict.fromkeys((profile, *others)))
        return MatchedTitle(_review(proposal, candidates, f"the list says {profile}"))
    return MatchedTitle(proposal)


def _review(proposal: Proposal, candidates: Sequence[str], note: str) -> Proposal:
    if not candidates:
        return replace(proposal, evidence=(note, *proposal.evidence))
    return Proposal("review", "", tuple(candidates), (note, *proposal.evidence))


def _profiles(ladder: Ladder) -> Mapping[str, str]:
    """Return the profiles of a ladder as `family/level`, by how they are compared."""
    places = (f"{family.id}/{profile.level}" for family, profile in all_profiles(ladder))
    return {_place_key(place): place for place in places}


def _place_key(text: str) -> str:
    return text.strip().casefold().removeprefix("families/")


# -- what the ladder may learn -----------------------------------------------------------------


def titles_to_learn(
    titles: TitleList, matched: Sequence[MatchedTitle], ladder: Ladder
) -> NewTitles:
    """Return the names and titles of confirmed rows that are new to the ladder.

    Args:
        titles: The list.
        matched: The answers, row by row.
        ladder: The ladder that would get them.
    """
    confirmed = (
        ConfirmedTitle(
            titles.rows[row].title,
            one.decision,
            tuple(titles.cell(row, column) for column in titles.columns.people),
        )
        for row, one in enumerate(matched)
        if one.decision
    )
    return new_titles(TitleIndex(ladder), confirmed)


# -- output -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ListOutput:
    """The list with the answers, as it is written to a file."""

    data: bytes
    is_as_it_was: bool  # whether the encoding of the list is kept


def output(titles: TitleList, matched: Sequence[MatchedTitle]) -> ListOutput:
    """Return the list with the columns of the answers behind its own."""
    has_confirmed = any(one.decision is not None for one in matched)
    rows = _cells(titles, matched, has_confirmed=has_confirmed)
    own = tuple(titles.columns.answers.values())
    return ListOutput(*with_cells(titles.table, rows, own))


def answers_json(titles: TitleList, matched: Sequence[MatchedTitle]) -> dict[str, Any]:
    """Return the answers as plain values; cells are those of the list, as they came."""
    columns = {str(purpose): at + 1 for purpose, at in titles.columns.purposes.items()}
    rows = zip(titles.records, titles.rows, matched, strict=True)
    return {
        "columns": columns,
        "heading": list(titles.heading),
        "rows": [
            {
                "title": row.title,
                "answer": one.answer,
                "profile": one.profile,
                "candidates": list(one.proposal.candidates if one.decision is None else ()),
                "evidence": evidence_text(one),
                "confirmed": one.decision is not None,
                "cells": list(record.cells),
            }
            for record, row, one in rows
        ],
    }


def _cells(
    titles: TitleList, matched: Sequence[MatchedTitle], *, has_confirmed: bool
) -> Iterator[tuple[str, ...]]:
    if titles.columns.has_heading:
        yield (*ANSWERS, CONFIRMED) if has_confirmed else ANSWERS
    for one in matched:
        confirmed = ("yes" if one.decision is not None else "",) if has_confirmed else ()
        yield (*answer_cells(one), *confirmed)


def answer_cells(one: MatchedTitle) -> tuple[str, str, str, str]:
    """Return the answer, the profile, the candidates and the evidence of a row as texts."""
    candidates = one.proposal.candidates if one.decision is None else ()
    return one.answer, one.profile, _BETWEEN.join(candidates), evidence_text(one)


def evidence_text(one: MatchedTitle) -> str:
    """Return the evidence for an answer in words."""
    evidence = "; ".join(one.proposal.evidence)
    if one.decision is None or one.decision == one.proposal.profile:
        return evidence
    return "chosen by a person" if one.decision else "a person found no profile"
