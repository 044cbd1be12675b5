"""Prints how well titles find their profiles, and how long a list of them takes.

python bench/titles.py [tuned held_back german] [--quiet] [--speed]

The labelled titles are in tests/compare/titles. Without --quiet each wrong answer of the tuned
parts is listed; the rows of the held-back part are never shown. --speed matches 10,000 titles with
ladder L, and has rapidfuzz look for the nearest of the ladder's own titles for a part of them.
"""

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from laddereditor.compare.titles.options import TitleRow
from laddereditor.compare.titles.whole_list import propose_all
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from make_ladders import FIRST, SECOND, SIZES, THIRD, make_ladder

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.compare.labelled_titles import Figures, LabelledTitle, figures, is_right, labelled_titles

PARTS = ("tuned", "held_back", "german")
ROWS = 10_000
PEER_ROWS = 100  # titles that the peer looks up; it takes the same time for each
RANKS = ("Senior", "Sr.", "Jr", "Lead", "Principal")
UNKNOWN = ("Nurse", "Sales", "Warehouse", "Field", "Tax", "Media")  # words that L does not have


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("parts", nargs="*", default=[])
    parser.add_argument("--quiet", action="store_true", help="list no wrong answers")
    parser.add_argument("--speed", action="store_true", help="measure the time too")
    options = parser.parse_args()
    for part in options.parts or PARTS:
        titles = labelled_titles(part)
        if not options.quiet and part != "held_back":
            list_wrong(titles)
        print(f"{part}: {words(figures(titles))}")
    if options.speed:
        speed()


def list_wrong(titles: Sequence[LabelledTitle]) -> None:
    """Print the answers that are not the labelled ones."""
    for title in titles:
        proposal = title.proposal
        if not is_right(proposal, title.expected):
            said = proposal.profile or " ".join(proposal.candidates)
            print(f"  {title.row.title!r} {title.row.department}: {title.expected}")
            print(f"      {proposal.answer} {said} ({'; '.join(proposal.evidence)})")


def words(found: Figures) -> str:
    """Return figures as a line."""
    return (
        f"precision {found.precision:.3f} ({found.right_matches} of {found.matches} matches), "
        f"recall {found.recall:.3f} ({found.right_matches} of {found.with_profile}), "
        f"no match right {found.no_match_right:.3f} ({found.right_nothing} of {found.nothing}), "
        f"review right {found.right_unclear} of {found.unclear}"
    )


def speed() -> None:
    """Print the processor time for a list, and that of the peer for the same list."""
    ladder = make_ladder(*SIZES["L"])
    rows = some_rows(random.Random(3))
    start = time.process_time()
    propose_all(ladder, rows)
    ours = time.process_time() - start
    known = own_titles(ladder)
    start = time.process_time()
    for row in rows[:PEER_ROWS]:
        process.extractOne(row.title, known, scorer=fuzz.token_sort_ratio)
    peer = (time.process_time() - start) * ROWS / PEER_ROWS
    print(
        f"{ROWS:,} titles with L: {ours:.1f} s, {ours / peer:.3f} of rapidfuzz's extractOne over "
        f"the {len(known):,} titles of the ladder ({peer:.0f} s)"
    )


def own_titles(ladder: Ladder) -> list[str]:
    """Return the titles that are in a ladder."""
    profiles = [profile for _, profile in all_profiles(ladder)]
    return [title for one in profiles for title in (one.title, *one.titles) if title]


def some_rows(rng: random.Random) -> list[TitleRow]:
    """Return rows such as HR has: ranks, teams, slips, jobs that the ladder does not have."""
    return [TitleRow(some_title(rng), some_unit(rng), some_years(rng)) for _ in range(ROWS)]


def some_unit(rng: random.Random) -> str:
    """Return a department, or none."""
    return rng.choice(["", rng.choice(SECOND), "Finance"])


def some_years(rng: random.Random) -> float | None:
    """Return years of experience, or none."""
    return rng.choice([None, float(rng.randrange(15))])


def some_title(rng: random.Random) -> str:
    """Return a title; nearly all are different."""
    parts = [rng.choice([*part, *UNKNOWN]) for part in (FIRST, SECOND, THIRD)]
    parts = parts[rng.randrange(2) :]
    if rng.random() < 0.2:
        at = rng.randrange(len(parts))
        letter = rng.randrange(1, len(parts[at]))
        parts[at] = parts[at][:letter] + parts[at][letter + 1 :]
    if rng.random() < 0.4:
        parts.insert(0, rng.choice(RANKS))
    if rng.random() < 0.3:
        parts.append(str(rng.randrange(1, 7)))
    if rng.random() < 0.3:
        parts.append(str(rng.randrange(1016)))
    if rng.random() < 0.2:
        parts.append(f"- Team {rng.randrange(500)}")
    return " ".join(parts)


if __name__ == "__main__":
    main()
