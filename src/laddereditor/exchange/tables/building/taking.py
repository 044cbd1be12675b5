"""Take one fact into the draft of a ladder, and say at which address it is.

Each field of a fact has one function here: it changes the draft and returns the address, or raises
`NotTaken` with the reason.
"""

from dataclasses import replace
from typing import Any

from laddereditor.edits.cell_texts import read_experience
from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.tables.building.drafts import LadderDraft
from laddereditor.exchange.tables.building.subjects import (
    NotTaken,
    Taker,
    competency_of,
    family_of,
    place_of,
    skill_of,
)
from laddereditor.exchange.tables.building.taking_more import (
    take_external_id,
    take_importance,
    take_link,
    take_occupation,
)
from laddereditor.exchange.tables.building.taking_pay import take_currency, take_pay
from laddereditor.exchange.tables.facts.fact import Fact
from laddereditor.exchange.tables.facts.series import step_parts
from laddereditor.exchange.tables.facts.statements import items_of, statements_of, step_statements
from laddereditor.model.address import Address


def take(draft: LadderDraft, fact: Fact, conventions: Conventions = USUAL) -> Address:
    """Take a fact into the draft.

    Args:
        draft: The ladder.
        fact: What a cell says.
        conventions: How numbers are written.

    Returns:
        The address of what the cell says.

    Raises:
        NotTaken: It has no place there.
    """
    return _TAKERS[fact.field](draft, fact, conventions)


def has_place(name: str) -> bool:
    """Return whether facts of a field can be taken."""
    return name in _TAKERS


# -- texts --------------------------------------------------------------------------------------


def _statement(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    if not fact.subject.competency:
        raise NotTaken("it is unknown which competency it is about")
    place, address, _ = place_of(draft, fact.subject)
    competency = competency_of(draft, fact.subject)
    said = place.expectations.setdefault(competency.id, [])
    at = len(said)
    said += statements_of(fact.text)
    return address.at(f"expectations/{competency.id}/{at}")


def _list(name: str) -> Taker:
    def taken(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
        place, address, is_profile = place_of(draft, fact.subject)
        if not is_profile:
            raise NotTaken("it belongs to a family, and nothing says which one")
        items: list[Any] = place.lists.setdefault(name, [])
        at = len(items)
        items += items_of(fact.text) if name == "titles" else statements_of(fact.text)
        return address.at(f"{name}/{at}")

    return taken


def _uses(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    place, address, _ = place_of(draft, fact.subject)
    at = len(place.uses)
    for name in items_of(fact.text):
        place.uses.setdefault(draft.skills.get(name).id, "")
    return address.at(f"skills/{at}")


def _text(name: str) -> Taker:
    def taken(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
        place, address, is_profile = place_of(draft, fact.subject)
        key = "name" if name == "title" and not is_profile else name
        if place.fields.setdefault(key, fact.text) != fact.text:
            raise NotTaken(f"another cell gives the {name} already")
        return address.at(key)

    return taken


def _experience(draft: LadderDraft, fact: Fact, conventions: Conventions) -> Address:
    place, address, _ = place_of(draft, fact.subject)
    try:
        years = read_experience(fact.text, conventions)
    except ValueError as error:
        raise NotTaken(f"it does not say years: {error}") from error
    if place.fields.setdefault("experience", years) != years:
        raise NotTaken("another cell gives the experience already")
    return address.at("experience")


def _factor(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    place, address, _ = place_of(draft, fact.subject)
    factor = draft.factors.get(fact.subject.competency)
    place.factors[factor.id] = fact.text
    return address.at(f"factors/{factor.id}")


# -- skills -------------------------------------------------------------------------------------


def _proficiency(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    place, address, _ = place_of(draft, fact.subject)
    skill = skill_of(draft, fact.subject)
    step = draft.steps.get(_step_name(fact.text))
    place.uses[skill.id] = step.id
    return address.at(f"skills/{list(place.uses).index(skill.id)}")


def _use(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    place, address, _ = place_of(draft, fact.subject)
    skill = skill_of(draft, fact.subject)
    place.uses.setdefault(skill.id, "")
    return address.at(f"skills/{list(place.uses).index(skill.id)}")


def _step_name(text: str) -> str:
    number, name = step_parts(text)
    return name or (f"{number:g}" if number is not None else text)


def _at_step(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    skill = skill_of(draft, fact.subject)
    step = draft.steps.get(_step_name(fact.subject.step))
    texts = skill.fields.setdefault("proficiencies", {})
    said = texts.setdefault(step.id, [])
    said += step_statements(fact.text)
    return Address("skills").entry(skill.id).at(f"proficiencies/{step.id}")


# -- entries ------------------------------------------------------------------------------------


def _description(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    subject = fact.subject
    if not subject.competency and draft.competencies.has(subject.skill):
        subject = replace(subject, competency=subject.skill)
    if subject.competency:
        entry, kind = competency_of(draft, subject), "competencies"
    elif subject.skill:
        entry, kind = skill_of(draft, subject), "skills"
    elif subject.level:
        return _text("summary")(draft, fact, USUAL)
    else:
        raise NotTaken("it is unknown what it describes")
    if entry.fields.setdefault("description", fact.text) != fact.text:
        raise NotTaken("another cell gives the description already")
    return Address(kind).entry(entry.id).at("description")


def _family_summary(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    family = family_of(draft, fact.subject)
    if family.fields.setdefault("summary", fact.text) != fact.text:
        raise NotTaken("another cell gives the summary already")
    return Address("families").entry(family.id).at("summary")


def _named_family(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    return Address("families").entry(family_of(draft, fact.subject).id)


def _named_competency(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    if not fact.subject.competency:
        return _named_skill(draft, fact, USUAL)
    return Address("competencies").entry(competency_of(draft, fact.subject).id)


def _named_skill(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    name = fact.subject.skill
    if name and draft.competencies.has(name) and not draft.skills.has(name):
        about = replace(fact.subject, competency=name)
        return Address("competencies").entry(competency_of(draft, about).id)
    return Address("skills").entry(skill_of(draft, fact.subject).id)


def _named_level(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    level = draft.levels.entry(fact.subject.level)
    if level is None:
        raise NotTaken("it is unknown which level it is about")
    return Address("levels").entry(level.code)


def _level_name(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    address = _named_level(draft, fact, USUAL)
    level = draft.levels.entry(fact.subject.level)
    fields = draft.place("", level.code if level else "").fields
    if fields.setdefault("name", fact.text) != fact.text:
        raise NotTaken("another cell gives the name already")
    return address.at("name")


def _code(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    address = _named_level(draft, fact, USUAL)
    if address.key != "".join(fact.text.split()):
        raise NotTaken("a level has one code, of letters and a number, such as P3")
    return address


def _track(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    level = draft.levels.entry(fact.subject.level)
    if level is None or level.track.name != fact.text:
        raise NotTaken("the track of a level follows from the letters of its code")
    return Address("tracks").entry(level.track.id)


def _present(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    _, address, is_profile = place_of(draft, fact.subject)
    if not is_profile:
        raise NotTaken("it belongs to a family, and nothing says which one")
    return address


def _function(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    if not fact.subject.family:
        raise NotTaken("it belongs to a family, and nothing says which one")
    family = family_of(draft, fact.subject)
    if family.fields.get("function") != fact.subject.function:
        raise NotTaken("another cell gives the function of the family already")
    return Address("families").entry(family.id).at("function")


def _named_step(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    return Address("proficiencies").entry(draft.steps.get(_step_name(fact.subject.step)).id)


def _head(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    return Address()


_TAKERS: dict[str, Taker] = {
    "statement": _statement,
    "responsibilities": _list("responsibilities"),
    "qualifications": _list("qualifications"),
    "titles": _list("titles"),
    "uses": _uses,
    "use": _use,
    "title": _text("title"),
    "summary": _text("summary"),
    "experience": _experience,
    "pay": take_pay,
    "currency": take_currency,
    "link": take_link,
    "external-id": take_external_id,
    "importance": take_importance,
    "occupation": take_occupation,
    "job-title": _text("title"),
    "factor": _factor,
    "proficiency": _proficiency,
    "at-step": _at_step,
    "description": _description,
    "family-summary": _family_summary,
    "family": _named_family,
    "function": _function,
    "competency": _named_competency,
    "group": _head,
    "skill": _named_skill,
    "level": _named_level,
    "code": _code,
    "level-name": _level_name,
    "present": _present,
    "step": _named_step,
    "track": _track,
    "head": _head,
}
