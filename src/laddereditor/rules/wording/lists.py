"""Lists whose items are written in different ways: the minority follows the majority."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from laddereditor.model.address import FieldPath
from laddereditor.rules.finding import Fix, Severity
from laddereditor.rules.fixes import replace
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import PUBLIC_LADDERS
from laddereditor.rules.statement_lists import StatementList, statement_lists
from laddereditor.rules.wording import GROUP
from laddereditor.rules.wording.sentences import sentences_of
from laddereditor.rules.words import TextSpan

FEWEST = 4  # statements from which a list has a majority; our choice
_MAJORITY = 0.65  # share of the statements that are written alike; our choice
_CLOSED = re.compile(r"[.!?…:;]\W*$")
_Texts = Sequence[tuple[FieldPath, str]]


def minority(texts: _Texts, kinds: Sequence[str]) -> tuple[str, list[tuple[FieldPath, str]]]:
    """Return how most texts are written, and those that are written otherwise.

    Args:
        texts: The texts with their paths.
        kinds: How each is written; "" for one of which it cannot be said.

    Returns:
        The kind of the majority, "" if there is none, and the texts of other kinds.
    """
    known = Counter(kind for kind in kinds if kind)
    if known.total() < FEWEST:
        return "", []
    kind, count = known.most_common(1)[0]
    if count == known.total() or count < _MAJORITY * known.total():
        return "", []
    pairs = zip(texts, kinds, strict=True)
    return kind, [text for text, own in pairs if own and own != kind]


@rule(
    ENTITY,
    "closing-mark",
    "Full stops in a part of a list",
    "A list that ends its lines in two ways looks as if it was put together from several.",
    source=PUBLIC_LADDERS,
    remedy="End all lines of the list in the same way.",
    fires="""
families:
- id: a
  profiles:
  - level: P1
    responsibilities: [Bakes bread, Cleans the oven, Sells rolls, Orders flour.]
""",
    silent="""
families:
- {id: a, profiles: [{level: P1, responsibilities: [Bakes bread, Cleans, Sells, Orders flour]}]}
""",
    severity=Severity.INFO,
    group=GROUP,
)
def closing_mark(one: EntitySubject) -> Iterator[Issue]:
    """The statements of a list all end with a full stop, or none does, as most of them do."""
    for found in statement_lists(one.entity):
        if len(found.statements) < FEWEST:
            continue
        kinds = ["closed" if _CLOSED.search(text) else "open" for _, text in found.texts]
        majority, others = minority(found.texts, kinds)
        for path, text in others:
            if majority == "open" and len(sentences_of(text)) > 1:
                continue  # a text of several sentences needs its full stops
            yield _closing_issue(one, found, path, text, majority)


def _closing_issue(
    one: EntitySubject, found: StatementList, path: FieldPath, text: str, majority: str
) -> Issue:
    bare = text.rstrip()
    span = TextSpan(len(bare) - 1, len(bare))
    fixes: tuple[Fix, ...] = ()
    if majority == "closed":
        message = "This statement has no full stop; most of its list have one."
        fixes = (replace("Add a full stop", one.address, path, text, f"{bare}."),)
    else:
        message = f"This statement ends with “{bare[-1]}”; most of its list do not."
        if bare.endswith(".") and not bare.endswith(".."):
            fixes = (replace("Take the full stop out", one.address, path, text, bare[:-1]),)
    return Issue(path, message, fixes, (span,))


@rule(
    ENTITY,
    "first-letter",
    "Small first letter in a part of a list",
    "A list that begins its lines in two ways looks as if it was put together from several.",
    source=PUBLIC_LADDERS,
    remedy="Begin all lines of the list in the same way.",
    fires="""
families:
- id: a
  profiles:
  - level: P1
    responsibilities: [Bakes bread, Cleans the oven, Sells rolls, orders flour]
""",
    silent="""
families:
- {id: a, profiles: [{level: P1, responsibilities: [Bakes bread, Cleans, Sells, iOS updates]}]}
""",
    severity=Severity.INFO,
    group=GROUP,
)
def first_letter(one: EntitySubject) -> Iterator[Issue]:
    """The statements of a list begin with a capital if most of them do.

    In a list of small letters, capitals are names or nouns, so nothing is said there.
    """
    for found in statement_lists(one.entity):
        if len(found.statements) < FEWEST:
            continue
        majority, others = minority(found.texts, [_first_letter(text) for _, text in found.texts])
        for path, text in others if majority == "large" else ():
            start = len(text) - len(text.lstrip())
            large = text[:start] + text[start].upper() + text[start + 1 :]
            fix = replace("Begin it with a capital", one.address, path, text, large)
            message = "This statement begins with a small letter; most of its list do not."
            yield Issue(path, message, (fix,), (TextSpan(start, start + 1),))


def _first_letter(text: str) -> str:
    """Return "large" or "small"; "" for a sign, a number, or a word such as “iOS”."""
    word = (text.split() or [""])[0]
    first, rest = word[:1], word[1:]
    if not first.isalpha() or first.upper() == first.lower():
        return ""
    if first.isupper():
        return "large"
    return "" if any(letter.isupper() for letter in rest) or len(first.upper()) > 1 else "small"
