"""Which labels of a workbook an imported ladder has, and what it has in addition."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.exchange.tables.shapes.corpus import Label, LabelKind

from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.pay import Pay
from laddereditor.model.statement import importance_of, proficiency_of, skill_of, statement_text
from laddereditor.model.step_text import StatementLines
from laddereditor.model.terms import Competency, Skill


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text of a ladder with all names of the places where it is."""

    kind: LabelKind
    families: frozenset[str]
    levels: frozenset[str]
    competency: str
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """How well a ladder fits the labels."""

    right: int
    labels: int
    missing: tuple[Label, ...]
    extra: tuple[FoundText, ...]  # texts that no label asks for

    @property
    def share(self) -> float:
        """The share of the labels that the ladder has."""
        return self.right / self.labels if self.labels else float(not self.extra)


def scored(ladder: Ladder, labels: Sequence[Label]) -> Score:
    """Compare a ladder with the labels of its workbook."""
    found = list(texts_of(ladder))
    by_text: dict[tuple[str, str], list[FoundText]] = {}
    for one in found:
        by_text.setdefault((one.kind, _key(one.text)), []).append(one)
    used: set[int] = set()
    missing = []
    for label in labels:
        fitting = [
            one
            for one in by_text.get((label.kind, _key(label.text)), ())
            if _fits(label, one) and id(one) not in used
        ]
        if fitting:
            used.add(id(fitting[0]))
        else:
            missing.append(label)
    kinds = {label.kind for label in labels} or {"statement", "use", "step", "duty", "profile"}
    extra = tuple(one for one in found if id(one) not in used and one.kind in kinds)
    return Score(len(labels) - len(missing), len(labels), tuple(missing), extra)


def _fits(label: Label, one: FoundText) -> bool:
    family = not label.family or _key(label.family) in one.families
    level = not label.level or _key(label.level) in one.levels
    return family and level and _key(label.competency) == _key(one.competency)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def texts_of(ladder: Ladder) -> Iterator[FoundText]:
    """Yield the texts of a ladder with their places."""
    names = {one.id: one.name for one in ladder.competencies}
    names |= {one.id: one.name for family in ladder.families for one in family.competencies}
    skills = {one.id: one.name for one in ladder.skills}
    steps = {one.id: one.name for one in ladder.proficiencies}
    levels = {one.id: frozenset({_key(one.id), _key(one.name)}) for one in ladder.levels}
    nobody: frozenset[str] = frozenset()
    for level in ladder.levels:
        yield FoundText("level", nobody, levels[level.id], "", level.summary)
        for key, said in level.expectations.items():
            for one in said:
                yield FoundText(
                    "statement", nobody, levels[level.id], names[key], statement_text(one)
                )
    for skill in ladder.skills:
        yield FoundText("skill", nobody, nobody, skill.name, skill.description)
        for key, told in skill.proficiencies.items():
            for text in _step_texts(told):
                yield FoundText("step", nobody, frozenset({_key(steps[key])}), skill.name, text)
    for skill in ladder.skills:
        yield from _of_entry(skill, skill.category)
    for competency in ladder.competencies:
        yield from _of_entry(competency, competency.group)
    tracks = {one.id: one.name for one in ladder.tracks}
    for level in ladder.levels:
        yield FoundText("track", nobody, levels[level.id], "", tracks.get(level.track, ""))
        yield from _of_place(level, (nobody, levels[level.id]))
        yield from _uses(level, (nobody, levels[level.id]), skills, steps)
    for family in ladder.families:
        called = frozenset(map(_key, (family.id, family.name)))
        for code in (one.code for one in family.occupations):
            yield FoundText("occupation", called, nobody, "", code)
        for profile in family.profiles:
            where = levels.get(profile.level, nobody) | {_key(profile.title)}
            yield from _of_profile(family, profile, (called, where), (names, skills, steps))


def _of_profile(
    family: Family,
    profile: Profile,
    place: tuple[frozenset[str], frozenset[str]],
    terms: tuple[dict[str, str], dict[str, str], dict[str, str]],
) -> Iterator[FoundText]:
    names, skills, steps = terms
    yield FoundText("profile", *place, "", "")
    for key, said in profile.expectations.items():
        for one in said:
            yield FoundText("statement", *place, names[key], statement_text(one))
    for one in profile.responsibilities:
        yield FoundText("duty", *place, "", statement_text(one))
    yield from _uses(profile, place, skills, steps)
    if profile.title:
        yield FoundText("title", *place, "", profile.title)
    yield from _of_place(profile, place)


def _uses(
    one: Level | Profile,
    place: tuple[frozenset[str], frozenset[str]],
    skills: dict[str, str],
    steps: dict[str, str],
) -> Iterator[FoundText]:
    for use in one.skills:
        step, name = proficiency_of(use), skills[skill_of(use)]
        yield FoundText("use", *place, name, steps.get(step, step))
        if importance := importance_of(use):
            yield FoundText("importance", *place, name, importance)


def _step_texts(told: str) -> list[str]:
    return (
        [statement_text(one) for one in told.statements]
        if isinstance(told, StatementLines)
        else [told]
    )


def _of_entry(entry: Skill | Competency, group: str) -> Iterator[FoundText]:
    place = frozenset({_key(group)}), frozenset[str]()
    yield FoundText("entry", *place, entry.name, entry.description)
    for link in entry.links:
        yield FoundText("link", *place, entry.name, link.url)
    if entry.external_id:
        yield FoundText("id", *place, entry.name, entry.external_id)


def _of_place(
    one: Level | Profile, place: tuple[frozenset[str], frozenset[str]]
) -> Iterator[FoundText]:
    for said in (one.pay or Pay()).ranges:
        yield FoundText("pay", *place, "", f"{said.min:g}-{said.max:g} {said.currency}")
    for link in one.links:
        yield FoundText("link", *place, "", link.url)
    if one.external_id:
        yield FoundText("id", *place, "", one.external_id)
