"""Make the ladder of a draft."""

from collections.abc import Sequence
from typing import Any

from laddereditor.exchange.ids import slug
from laddereditor.exchange.tables.building.drafts import EntryDrafts, LadderDraft, PlaceDraft
from laddereditor.exchange.tables.facts.statements import statements_of
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import FORMAT_VERSION, Ladder
from laddereditor.model.level import Level
from laddereditor.model.statement import Statement, make_skill_use, used_otherwise
from laddereditor.model.step_text import StatementLines
from laddereditor.model.terms import Competency, Factor, Proficiency, Skill


def ladder_of(draft: LadderDraft, name: str, steps: tuple[str, ...]) -> Ladder:
    """Return the ladder of a draft.

    Args:
        draft: The draft.
        name: The name of the ladder.
        steps: The ids of the proficiencies, lowest first.
    """
    tracks = {entry.track.id: entry.track for entry in draft.levels.entries}
    families = tuple(_family(draft, one) for one in draft.families.entries.values())
    return Ladder(
        laddereditor=FORMAT_VERSION,
        id=slug(name, "ladder"),
        name=name,
        status="draft",
        tracks=tuple(tracks.values()),
        factors=tuple(Factor(id=e.id, name=e.name) for e in draft.factors.entries.values()),
        proficiencies=_steps(draft.steps, steps),
        competencies=tuple(
            Competency(id=e.id, name=e.name, **e.fields)
            for e in draft.competencies.entries.values()
        ),
        levels=tuple(_levels(draft)),
        skills=tuple(_skills(draft)),
        families=families,
    )


def _steps(entries: EntryDrafts, order: tuple[str, ...]) -> tuple[Proficiency, ...]:
    made = {one.id: Proficiency(id=one.id, name=one.name) for one in entries.entries.values()}
    return tuple(made[key] for key in sorted(made, key=order.index))


def _levels(draft: LadderDraft) -> list[Level]:
    made = []
    for entry in draft.levels.entries:
        place = draft.places.get(("", entry.code), PlaceDraft())
        fields: dict[str, Any] = {"name": entry.name, **place.fields}
        made.append(Level(id=entry.code, track=entry.track.id, **fields, **_common(place)))
    return made


def _common(place: PlaceDraft) -> dict[str, Any]:
    said = {key: tuple(one) for key, one in place.expectations.items() if one}
    uses = tuple(
        used_otherwise(make_skill_use(skill, step), importance=place.importances.get(skill, ""))
        for skill, step in place.uses.items()
    )
    return {"expectations": said, "factors": place.factors, "skills": uses}


def _skills(draft: LadderDraft) -> list[Skill]:
    made = []
    for one in draft.skills.entries.values():
        fields = dict(one.fields)
        texts = fields.pop("proficiencies", {})
        steps = {key: _step_text(said) for key, said in texts.items()}
        made.append(Skill(id=one.id, name=one.name, proficiencies=steps, **fields))
    return made


def _step_text(said: Sequence[Statement]) -> str:
    """Return a text alone as it is, and several as a list."""
    if len(said) == 1 and isinstance(said[0], str):
        return said[0]
    lists = (statements_of(one) if isinstance(one, str) else (one,) for one in said)
    return StatementLines(tuple(one for found in lists for one in found))


def _family(draft: LadderDraft, one: Any) -> Family:
    profiles = []
    for entry in draft.levels.entries:
        place = draft.places.get((one.id, entry.code))
        if place is None:
            continue
        title = {"title": place.own_title} if place.own_title else {}
        lists = {key: tuple(items) for key, items in place.lists.items()}
        profiles.append(
            Profile(
                level=entry.code,
                **{**title, **place.fields},
                **lists,
                **_common(place),
            )
        )
    return Family(id=one.id, name=one.name, profiles=tuple(profiles), **one.fields)
