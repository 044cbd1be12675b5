"""Prints how long it takes to set levels side by side, as a ratio to difflib in the same run.

python bench/comparing.py [--rounds N]

The peer matches the same lists of statements, each column with the baseline: every pair of texts
by difflib's ratio, best pairs first, and difflib's opcodes over the words of each pair.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.track import track_steps
from laddereditor.compare.sheet.track_subjects import track_subjects
from laddereditor.model.address import Address
from laddereditor.model.family import Profile
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import resolved
from laddereditor.model.statement import statement_text
from laddereditor.reports.comparison.html import comparison_html
from laddereditor.reports.comparison.text import comparison_text
from make_ladders import SIZES, make_ladder

ALIKE = 0.5  # what the peer takes for one statement reworded
Lists = list[list[str]]


def lists_of(subject: Subject) -> Lists:
    """Return the lists of statements that a column has, those of its level included."""
    entity, family = subject.entity, subject.family
    assert isinstance(entity, Profile)
    assert family is not None
    whole = resolved(subject.ladder, family, entity)
    expectations = whole.entries("expectations")
    listed = [whole.value(name).value for name in ("responsibilities", "qualifications")]
    listed += [expectations[key].value for key in sorted(expectations)]
    texts = [[statement_text(one) for one in statements] for statements in listed]
    return [*texts, [title.value for title in whole.titles]]


def by_difflib(columns: Sequence[Lists]) -> int:
    """Match each column's lists with the first column's, and compare the words of each pair."""
    found = 0
    for others in columns[1:]:
        for before, after in zip(columns[0], others, strict=False):
            for old, new in matched(before, after):
                SequenceMatcher(None, old.split(), new.split(), autojunk=False).get_opcodes()
                found += 1
    return found


def matched(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    """Return the pairs of two lists that are most alike, best first."""
    matcher = SequenceMatcher(autojunk=False)
    scored = []
    for new in after:
        matcher.set_seq2(new)
        for old in before:
            matcher.set_seq1(old)
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
                scored.append((matcher.ratio(), old, new))
    pairs: dict[str, str] = {}
    for score, old, new in sorted(scored, reverse=True):
        if score >= ALIKE and old not in pairs and new not in pairs.values():
            pairs[old] = new
    return list(pairs.items())


def longest(ladder: Ladder, count: int) -> list[Subject]:
    """Return the columns with the most text."""
    sized = []
    for family, profile in all_profiles(ladder):
        size = sum(map(len, map(str, dict(profile).values())))
        sized.append((size, Address(f"families/{family.id}/{profile.level}")))
    return [Subject(ladder, address) for _, address in sorted(sized, reverse=True)[:count]]


def seconds(work: Callable[[], Any]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def against_peer(title: str, groups: Sequence[Sequence[Subject]]) -> None:
    """Compare each group of columns once, so that no cache knows it, in turns with the peer."""
    ours, theirs = [], []
    for columns in groups:
        lists = [lists_of(subject) for subject in columns]
        ours.append(seconds(partial(compare, columns)))
        theirs.append(seconds(partial(by_difflib, lists)))
    mine, peer = statistics.median(ours), statistics.median(theirs)
    print(
        f"{title}: {1000 * mine:.1f} ms (slowest {1000 * max(ours):.1f} ms), "
        f"difflib {1000 * peer:.1f} ms, ratio {mine / peer:.2f}"
    )


def tracks(ladder: Ladder, rounds: int) -> list[tuple[Subject, ...]]:
    """Return the whole professional track of so many families, each of them new."""
    return [track_subjects(ladder, one, "professional") for one in ladder.families[:rounds]]


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    middle, large = make_ladder(*SIZES["M"]), make_ladder(*SIZES["L"])
    against_peer("M, a whole track, 6 columns", tracks(middle, rounds))
    columns = longest(large, 6 * rounds)
    groups = [columns[6 * n : 6 * n + 6] for n in range(rounds)]
    against_peer("L, its longest profiles, 6 columns", groups)
    again = statistics.median(seconds(lambda: compare(groups[0])) for _ in range(rounds))
    print(f"  the same again, as after an edit: {1000 * again:.1f} ms")
    family = middle.families[-1]
    steps = seconds(lambda: track_steps(middle, family, "professional"))
    print(f"  steps of a track: {1000 * steps:.1f} ms")
    comparison = compare(groups[0])
    for name, report in (("text", comparison_text), ("page", comparison_html)):
        print(f"  as {name}: {1000 * seconds(partial(report, comparison)):.1f} ms")


if __name__ == "__main__":
    main()
