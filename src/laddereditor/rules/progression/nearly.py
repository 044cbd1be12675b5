"""Statements that are nearly those of the level below, with the words that changed.

The changed words are found as Compare marks them (`align.words`).
"""

from collections.abc import Iterable, Iterator, Set

from laddereditor.align.common_words import LINKING
from laddereditor.align.language_features import stem
from laddereditor.align.marks import Mark
from laddereditor.align.words import word_marks
from laddereditor.rules.finding import Severity
from laddereditor.rules.options import RuleOptions
from laddereditor.rules.progression import GROUP
from laddereditor.rules.progression.repeated import (
    Step,
    paired_lists,
    quoted,
    step_of_level,
    step_of_profile,
)
from laddereditor.rules.progression.steps import carries_step
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import LEVEL, PROFILE, LevelInTrack, ProfileInFamily
from laddereditor.rules.sources import PUBLIC_LADDERS
from laddereditor.rules.statement_lists import ListedStatement, StatementList
from laddereditor.rules.words import TextSpan

_FEW_WORDS = 5  # with a meaning; a shorter statement changes its sense with one word
_TOO_FEW = 2  # to be the same in another form
_SHARED = 0.75  # share of the words of the longer statement that both have
_SHORT = 2  # letters of words that only connect, in languages whose words are not listed
_CHANGED = 3  # words with a meaning that either has alone


def _nearly_repeated(step: Step | None, options: RuleOptions) -> Iterator[Issue]:
    for listed, below in paired_lists(step) if step else ():
        for one, other in _near_pairs(listed, below):
            alone = _differing(one.said, other.said)
            adds = _only_adds(one.said, other.said)
            if step and not adds and not carries_step(alone, options):
                yield _issue(one, other, step.below_code)


def _near_pairs(
    listed: StatementList, below: StatementList
) -> Iterator[tuple[ListedStatement, ListedStatement]]:
    """Yield the statements with most words in common, each once, nearest first."""
    same = {one.said for one in listed.statements} & {one.said for one in below.statements}
    differing = ((at, one) for at, one in enumerate(below.statements) if one.said not in same)
    others = _by_first_word(differing)
    found = []
    for place, one in enumerate(listed.statements):
        # Another verb is another duty, so that only those with the same one are compared.
        for at, other in others.get(_first_stem(one), ()) if one.said not in same else ():
            words, known = set(one.said.split()), set(other.said.split())
            share = len(words & known) / max(len(words), len(known))
            if share >= _SHARED and _is_long_enough(words, known):
                found.append((-share, place, at))
    taken: set[tuple[str, int]] = set()
    for _, place, at in sorted(found):
        if not taken & {("here", place), ("below", at)}:
            taken |= {("here", place), ("below", at)}
            yield listed.statements[place], below.statements[at]


def _by_first_word(
    statements: Iterable[tuple[int, ListedStatement]],
) -> dict[str, list[tuple[int, ListedStatement]]]:
    found: dict[str, list[tuple[int, ListedStatement]]] = {}
    for place, one in statements:
        found.setdefault(_first_stem(one), []).append((place, one))
    return found


def _is_long_enough(words: Set[str], known: Set[str]) -> bool:
    ones, others = _stems(words), _stems(known)
    return len(ones) >= (_TOO_FEW if ones == others else _FEW_WORDS)


def _stems(words: Set[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words - LINKING if len(word) > _SHORT)


def _differing(one: str, other: str) -> set[str]:
    return set(one.split()) ^ set(other.split())


def _first_stem(one: ListedStatement) -> str:
    return stem(one.said.partition(" ")[0])


def _only_adds(one: str, other: str) -> bool:
    """Whether a statement says all of the other one and something more, or another thing."""
    more = (set(one.split()) - set(other.split())) - LINKING
    fewer = (set(other.split()) - set(one.split())) - LINKING
    return bool(more and not fewer) or max(len(more), len(fewer)) > _CHANGED


def _issue(one: ListedStatement, other: ListedStatement, code: str) -> Issue:
    marks = word_marks(other.text, one.text)
    gone = [mark.text.strip() for mark in marks if mark.kind == "gone" and mark.text.strip()]
    new = [mark.text.strip() for mark in marks if mark.kind == "new" and mark.text.strip()]
    change = " instead of ".join(_listed(texts) for texts in (new, gone) if texts)
    only = "" if new else "without "
    message = f"Nearly as at {code}, {only}{change}: {quoted(other.text)} there."
    return Issue(one.field, message, (), tuple(_spans(marks)))


def _listed(texts: list[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts)


def _spans(marks: tuple[Mark, ...]) -> Iterator[TextSpan]:
    """Yield where the new words are in the later text."""
    place = 0
    for mark in marks:
        if mark.kind == "gone":
            continue
        inner = mark.text.strip()
        start = place + mark.text.find(inner)
        place += len(mark.text)
        if mark.kind == "new" and inner:
            yield TextSpan(start, start + len(inner))


def _nearly_at_level(one: LevelInTrack) -> Iterator[Issue]:
    yield from _nearly_repeated(step_of_level(one), one.options)


@rule(
    PROFILE,
    "nearly-repeated",
    "Statement that is nearly that of the level below",
    "Readers of two levels look for the difference; one that says no more is in their way.",
    source=PUBLIC_LADDERS,
    remedy="Say what is more at this level, or accept it if the changed words do.",
    fires="""
levels: [{id: P1, track: p}, {id: P2, track: p}]
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Answers questions of colleagues on daily figures]}
  - {level: P2, responsibilities: [Answers queries of colleagues on daily figures]}
""",
    silent="""
levels: [{id: P1, track: p}, {id: P2, track: p}]
families:
- id: data
  profiles:
  - {level: P1, responsibilities: [Answers simple questions of colleagues on daily figures]}
  - {level: P2, responsibilities: [Answers complex questions of colleagues on daily figures]}
""",
    severity=Severity.INFO,
    group=GROUP,
    words="words that tell levels apart, so that a change of them is no repetition",
    wider=((LEVEL, _nearly_at_level),),
)
def nearly_repeated(one: ProfileInFamily) -> Iterator[Issue]:
    """Statements of neighbouring levels differ in more than a few words that mean no step."""
    yield from _nearly_repeated(step_of_profile(one), one.options)
