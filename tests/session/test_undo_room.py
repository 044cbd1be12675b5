"""The room that undo takes: it grows with what an edit changes, not with what the ladder holds."""

import gc
from collections.abc import Callable, Mapping
from sys import getsizeof
from types import FunctionType, ModuleType
from weakref import ref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import ladders

from laddereditor.edits.edit import Edit
from laddereditor.model.address import walk
from laddereditor.model.base import evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.terms import Skill, Track
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document, new_document, place_of

MANY = 600
LONG = " ".join(f"word{number}" for number in range(6_000))


def reached(roots: list[object], without: Mapping[int, object] | None = None) -> dict[int, object]:
    """Return what some objects hold, by identity; classes, functions and weak references aside."""
    found: dict[int, object] = {}
    waiting = list(roots)
    while waiting:
        one = waiting.pop()
        skipped = id(one) in found or (without and id(one) in without)
        if not skipped and not isinstance(one, type | FunctionType | ModuleType | ref):
            found[id(one)] = one
            waiting += gc.get_referents(one)
    return found


def whole(label: str, ladder: Ladder) -> Edit:
    return Edit(label, lambda _: ladder)


def places(document: Document) -> list[object]:
    return [place_of(document, address) for address, _ in walk(document.ladder)]


@settings(max_examples=15, deadline=None)
@given(st.lists(ladders(), min_size=2, max_size=4))
def test_that_undo_and_redo_bring_back_text_places_and_values(states: list[Ladder]) -> None:
    session = Session(new_document(states[0]))
    seen = [(session.document.text, session.ladder, places(session.document))]
    for ladder in states[1:]:
        if ladder != session.ladder:
            session.apply(whole("Change", ladder))
            seen.append((session.document.text, session.ladder, places(session.document)))
    for walk_on, order in ((session.undo, seen[-2::-1]), (session.redo, seen[1:])):
        for text, ladder, where in order:
            walk_on()
            now = (session.document.text, session.ladder, places(session.document))
            assert now == (text, ladder, where)
    assert not session.redo_label


def many() -> Ladder:
    statements = tuple(f"Leads step {number} of the work" for number in range(MANY))
    profile = Profile(level="P1", responsibilities=(*statements, LONG))
    return Ladder(
        laddereditor=1,
        tracks=(Track(id="professional", code="P"),),
        levels=(Level(id="P1", track="professional"),),
        skills=tuple(Skill(id=f"s{n}", name=f"Skill {n}") for n in range(MANY)),
        families=(Family(id="work", profiles=(profile,)),),
    )


def with_statements(ladder: Ladder, change: Callable[[list[str]], None]) -> Ladder:
    family = ladder.families[0]
    statements = [str(text) for text in family.profiles[0].responsibilities]
    change(statements)
    profile = evolve(family.profiles[0], responsibilities=tuple(statements))
    return evolve(ladder, families=(evolve(family, profiles=(profile,)),))


def inserted(ladder: Ladder, step: int) -> Ladder:
    return with_statements(ladder, lambda texts: texts.insert(MANY // 2, f"New step {step}"))


def moved(ladder: Ladder, _: int) -> Ladder:
    return with_statements(ladder, lambda texts: texts.insert(MANY - 9, texts.pop(7)))


def two_places(ladder: Ladder, step: int) -> Ladder:
    def change(texts: list[str]) -> None:
        texts[3] = f"Third {step}"
        del texts[MANY - 50]

    return with_statements(ladder, change)


def long_text(ladder: Ladder, step: int) -> Ladder:
    def change(texts: list[str]) -> None:
        texts[-1] = texts[-1].replace("word3000", f"word{step}word3000")

    return with_statements(ladder, change)


def skill_named(ladder: Ladder, step: int) -> Ladder:
    skills = list(ladder.skills)
    skills[step] = evolve(skills[step], name=f"Named {step}")
    return evolve(ladder, skills=tuple(skills))


def skill_removed(ladder: Ladder, step: int) -> Ladder:
    return evolve(ladder, skills=(*ladder.skills[:step], *ladder.skills[step + 1 :]))


@pytest.mark.parametrize(
    "edit", [inserted, moved, two_places, long_text, skill_named, skill_removed]
)
def test_that_a_step_takes_the_room_of_its_edit(edit: Callable[[Ladder, int], Ladder]) -> None:
    session = Session(new_document(many()))
    start = session.document.text
    for number in range(4):
        session.apply(whole("Edit", edit(session.ladder, number)))
    shared = reached([session.document])
    for step in session.history.done[:-1]:
        own = reached([step], shared)
        assert sum(map(getsizeof, own.values())) < 6_000, "a state takes thirty times as much"
    while session.undo_label:
        session.undo()
    assert session.document.text == start


def test_that_undo_to_the_saved_state_is_that_state(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("saved") / "x.yaml"
    session = Session(new_document(Ladder(laddereditor=1, name="a")))
    session.apply(whole("1", evolve(session.ladder, name="b")))
    session.save(path)
    for name in "cde":
        session.apply(whole(name, evolve(session.ladder, name=name)))
    for _ in range(3):
        assert session.is_modified
        session.undo()
    assert not session.is_modified
    session.undo()
    assert session.is_modified
    session.redo()
    assert not session.is_modified
