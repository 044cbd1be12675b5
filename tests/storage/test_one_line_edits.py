"""Texts on a line of their own are replaced there, as the slower way would do it."""

import copy
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.storage.files.document import Document, read_text
from laddereditor.storage.text.index import Index
from laddereditor.storage.text.one_line_edits import edited_on_its_lines
from laddereditor.storage.text.patch import NoPieces
from laddereditor.storage.text.pieces import Chunk
from laddereditor.storage.text.records import edit_record
from tests.examples import examples
from tests.storage.changes import at, places
from tests.storage.styles import Style, any_ladder, any_text

slow = settings(deadline=None, max_examples=examples(250), suppress_health_check=list(HealthCheck))
WORDS = ["P3", "new-id", "P77", "null", "no", "x", "Word", "7"]


def with_other_texts(raw: dict[str, Any], rng: Random) -> dict[str, Any]:
    """Return plain values in which a few texts of the families are others."""
    new = copy.deepcopy(raw)
    every = [path for path in places(new) if path[:1] == ("families",)]
    texts = [path for path in every if isinstance(at(new, path), str)]
    for path in rng.sample(texts, min(len(texts), rng.randint(1, 5))):
        at(new, path[:-1])[path[-1]] = rng.choice([rng.choice(WORDS), any_text(rng)])
    return new


def in_the_slow_way(chunk: Chunk, old: Any, new: Any) -> Chunk:
    """Return the piece of an edited record, parsed and read again."""
    return edit_record(chunk, "families", old, new, (), NoPieces())[0]


def nothing_moves(_text: str) -> bool:
    return False


def all_places(index: Index) -> list[tuple[tuple[int, int], str | None, int]]:
    count = len(index.lines)
    return [(index.place(n), index.labels[n], index.parents[n]) for n in range(count)]


@slow
@given(st.integers(0, 10**9))
def test_that_it_writes_what_the_slower_way_writes(seed: int) -> None:
    rng = Random(seed)
    document = read_text(Style(rng).file(any_ladder(rng)))
    try:
        after = Ladder.model_validate(with_other_texts(to_raw(document.ladder), rng))
    except ValidationError:
        return
    chunks = [one.chunks for one in document.parts if one.field == "families"]
    pairs = zip(document.ladder.families, after.families, strict=True)
    for (old, new), chunk in zip(pairs, chunks[0] if chunks else (), strict=False):
        quick = edited_on_its_lines(chunk, old, new, nothing_moves)
        event(f"quick: {quick is not None}")
        if quick is not None:
            careful = in_the_slow_way(chunk, old, new)
            assert quick.text == careful.text
            assert all_places(quick.index) == all_places(careful.index)


LADDER = """\
laddereditor: 1
levels: [{id: P3}]
families:
- id: baker
  name: "Baker"  # a trade
  summary: 'It''s bread'
  code: BK1
  profiles:
  - level: P3
    title: Master baker
    skills: [dough, {skill: oven, proficiency: sure}, salt]
    responsibilities:
    - Bakes the bread
"""


def piece_of(text: str = LADDER) -> tuple[Chunk, Document]:
    document = read_text(text)
    (part,) = [one for one in document.parts if one.field == "families"]
    return part.chunks[0], document


def quick_text(changes: dict[str, Any], text: str = LADDER) -> str | None:
    """Return the text of the family after values at paths were replaced, if that is quick."""
    chunk, document = piece_of(text)
    raw = to_raw(document.ladder)
    for path, value in changes.items():
        *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
        at(raw["families"][0], tuple(way))[last] = value
    family = Ladder.model_validate(raw).families[0]
    found = edited_on_its_lines(chunk, document.ladder.families[0], family, nothing_moves)
    return found.text if found else None


@pytest.mark.parametrize(
    ("path", "value", "before", "after"),
    [
        ("profiles/0/level", "P77", "level: P3", "level: P77"),
        ("profiles/0/title", "Head of ovens", "title: Master baker", "title: Head of ovens"),
        ("name", 'The "best"', '"Baker"  # a trade', '"The \\"best\\""  # a trade'),
        ("summary", "It's cake", "'It''s bread'", "'It''s cake'"),
        ("profiles/0/skills/0", "flour", "[dough,", "[flour,"),
        ("profiles/0/skills/1/skill", "stove", "skill: oven,", "skill: stove,"),
        ("profiles/0/skills/2", "sugar", "salt]", "sugar]"),
        ("profiles/0/responsibilities/0", "Sells the bread", "- Bakes the", "- Sells the"),
    ],
)
def test_that_a_text_on_one_line_is_replaced(
    path: str, value: str, before: str, after: str
) -> None:
    text = piece_of()[0].text
    assert before in text
    assert quick_text({path: value}) == text.replace(before, after)


def test_that_several_texts_on_a_line_are_replaced() -> None:
    found = quick_text({"profiles/0/skills/0": "flour", "profiles/0/skills/2": "sugar"})
    assert found is not None
    assert "[flour, {skill: oven, proficiency: sure}, sugar]" in found


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", "two\nlines"),
        ("profiles/0/title", "ends with: "),
        ("profiles/0/title", "null"),  # which readers would take for nothing
        ("profiles/0/skills/0", "a, b"),  # in brackets
        ("code", ""),
        ("profiles/0/skills", ["dough"]),
    ],
)
def test_that_other_changes_are_left_to_the_slower_way(path: str, value: Any) -> None:
    assert quick_text({path: value}) is None


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("  code: BK1\n", "  code: >-\n    BK1\n"),
        ("  code: BK1\n", "  code:\n    BK1\n"),
        ("  code: BK1\n", '  "code": BK1\n'),
        ("  code: BK1\n", "  code: BK1\r\n"),  # one line of all
    ],
)
def test_that_other_layouts_are_left_to_the_slower_way(line: str, other: str) -> None:
    assert quick_text({"code": "BK2"}) is not None
    assert quick_text({"code": "BK2"}, LADDER.replace(line, other)) is None


def test_that_a_text_that_may_be_inside_brackets_is_left_to_the_slower_way() -> None:
    wide = LADDER.replace("[{id: P3}]", "[{id: P3}]").replace(
        "    responsibilities:\n    - Bakes the bread\n",
        "    responsibilities: [\n      Bakes the bread\n      ]\n",
    )
    assert quick_text({"profiles/0/responsibilities/0": "Bakes, and sells"}, wide) is None
