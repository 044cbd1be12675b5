"""Take one fact into the draft of a ladder, and say at which address it is.

Each field of a fact has one function here: it changes the draft and returns the address, or raises
`NotTaken` with the reason.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from laddereditor.edits.cell_texts import read_experience
from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.levelpage.amounts import amounts_of, currency_of, range_of
from laddereditor.exchange.tables.building.drafts import EntryDraft, LadderDraft, PlaceDraft
from laddereditor.exchange.tables.facts.fact import CellSubject, Fact
from laddereditor.exchange.tables.facts.series import step_parts
from laddereditor.exchange.tables.facts.statements import items_of, statements_of
from laddereditor.model.address import Address
from laddereditor.model.pay import Pay


class NotTaken(ValueError):
    """A fact that has no place in the ladder; the message is the reason."""


Taker = Callable[[LadderDraft, Fact, Conventions], Address]


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


# -- where a fact goes --------------------------------------------------------------------------


def _place(draft: LadderDraft, subject: CellSubject) -> tuple[PlaceDraft, Address, bool]:
    """Return the draft of a profile or a level, its address, and whether it is a profile."""
    level = draft.levels.entry(subject.level)
    if level is None:
        raise NotTaken("it is unknown which level it is about")
    if not subject.family:
        return draft.place("", level.code), Address("levels").entry(level.code), False
    family = _family(draft, subject)
    address = Address("families").entry(family.id).entry(level.code)
    place = draft.place(family.id, level.code)
    if draft.levels.is_other_name(subject.level):
        place.own_title = place.own_title or subject.level
    return place, address, True


def _family(draft: LadderDraft, subject: CellSubject) -> EntryDraft:
    family = draft.families.get(subject.family)
    if subject.function:
        family.fields.setdefault("function", subject.function)
    return family


def _competency(draft: LadderDraft, subject: CellSubject) -> EntryDraft:
    entry = draft.competencies.get(subject.competency)
    if subject.group:
        entry.fields.setdefault("group", subject.group)
    return entry


def _skill(draft: LadderDraft, subject: CellSubject) -> EntryDraft:
    if not subject.skill:
        raise NotTaken("it is unknown which skill it is about")
    entry = draft.skills.get(subject.skill)
    if subject.group:
        entry.fields.setdefault("category", subject.group)
    return entry


# -- texts --------------------------------------------------------------------------------------


def _statement(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    if not fact.subject.competency:
        raise NotTaken("it is unknown which competency it is about")
    place, address, _ = _place(draft, fact.subject)
    competency = _competency(draft, fact.subject)
    said = place.expectations.setdefault(competency.id, [])
    at = len(said)
    said += statements_of(fact.text)
    return address.at(f"expectations/{competency.id}/{at}")


def _list(name: str) -> Taker:
    def taken(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
        place, address, is_profile = _place(draft, fact.subject)
        if not is_profile:
            raise NotTaken("it belongs to a family, and nothing says which one")
        items: list[Any] = place.lists.setdefault(name, [])
        at = len(items)
        items += items_of(fact.text) if name == "titles" else statements_of(fact.text)
        return address.at(f"{name}/{at}")

    return taken


def _uses(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    place, address, _ = _place(draft, fact.subject)
    at = len(place.uses)
    for name in items_of(fact.text):
        place.uses.setdefault(draft.skills.get(name).id, "")
    return address.at(f"skills/{at}")


def _text(name: str) -> Taker:
    def taken(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
        place, address, is_profile = _place(draft, fact.subject)
        key = "name" if name == "title" and not is_profile else name
        if place.fields.setdefault(key, fact.text) != fact.text:
            raise NotTaken(f"another cell gives the {name} already")
        return address.at(key)

    return taken


def _experience(draft: LadderDraft, fact: Fact, conventions: Conventions) -> Address:
    place, address, _ = _place(draft, fact.subject)
    try:
        years = read_experience(fact.text, conventions)
    except ValueError as error:
        raise NotTaken(f"it does not say years: {error}") from error
    if place.fields.setdefault("experience", years) != years:
        raise NotTaken("another cell gives the experience already")
    return address.at("experience")


def _pay(draft: LadderDraft, fact: Fact, conventions: Conventions) -> Address:
    """Take a range, or the lowest and the highest pay from two cells."""
    place, address, _ = _place(draft, fact.subject)
    if fact.text in place.pay:
        return address.at("pay")
    pay = _pay_of([*place.pay, fact.text], conventions)
    if pay is None:
        raise NotTaken("another cell gives the pay already")
    place.pay.append(fact.text)
    place.fields["pay"] = pay
    return address.at("pay")


def _pay_of(texts: Sequence[str], conventions: Conventions) -> Pay | None:
    """Return the pay that one or several cells give, None if several do not give one range."""
    currency = next(filter(None, map(currency_of, texts)), "")
    try:
        amounts = [amount for text in texts for amount in amounts_of(text, currency, conventions)]
        found = range_of(amounts, currency, "")
    except ValueError:
        found = None
    if found and currency:
        return Pay(ranges=(found,))
    if len(texts) == 1 or found:
        return Pay(note=" – ".join(texts))
    return None


def _factor(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    place, address, _ = _place(draft, fact.subject)
    factor = draft.factors.get(fact.subject.competency)
    place.factors[factor.id] = fact.text
    return address.at(f"factors/{factor.id}")


# -- skills -------------------------------------------------------------------------------------


def _proficiency(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    place, address, _ = _place(draft, fact.subject)
    skill = _skill(draft, fact.subject)
    step = draft.steps.get(_step_name(fact.text))
    place.uses[skill.id] = step.id
    return address.at(f"skills/{list(place.uses).index(skill.id)}")


def _use(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    place, address, _ = _place(draft, fact.subject)
    skill = _skill(draft, fact.subject)
    place.uses.setdefault(skill.id, "")
    return address.at(f"skills/{list(place.uses).index(skill.id)}")


def _step_name(text: str) -> str:
    number, name = step_parts(text)
    return name or (f"{number:g}" if number is not None else text)


def _at_step(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    skill = _skill(draft, fact.subject)
    step = draft.steps.get(_step_name(fact.subject.step))
    texts = skill.fields.setdefault("proficiencies", {})
    texts.setdefault(step.id, []).append(fact.text)
    return Address("skills").entry(skill.id).at(f"proficiencies/{step.id}")


# -- entries ------------------------------------------------------------------------------------


def _description(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    subject = fact.subject
    if not subject.competency and draft.competencies.has(subject.skill):
        subject = replace(subject, competency=subject.skill)
    if subject.competency:
        entry, kind = _competency(draft, subject), "competencies"
    elif subject.skill:
        entry, kind = _skill(draft, subject), "skills"
    elif subject.level:
        return _text("summary")(draft, fact, USUAL)
    else:
        raise NotTaken("it is unknown what it describes")
    if entry.fields.setdefault("description", fact.text) != fact.text:
        raise NotTaken("another cell gives the description already")
    return Address(kind).entry(entry.id).at("description")


def _family_summary(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    family = _family(draft, fact.subject)
    if family.fields.setdefault("summary", fact.text) != fact.text:
        raise NotTaken("another cell gives the summary already")
    return Address("families").entry(family.id).at("summary")


def _named_family(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    return Address("families").entry(_family(draft, fact.subject).id)


def _named_competency(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    if not fact.subject.competency:
        return _named_skill(draft, fact, USUAL)
    return Address("competencies").entry(_competency(draft, fact.subject).id)


def _named_skill(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    name = fact.subject.skill
    if name and draft.competencies.has(name) and not draft.skills.has(name):
        about = replace(fact.subject, competency=name)
        return Address("competencies").entry(_competency(draft, about).id)
    return Address("skills").entry(_skill(draft, fact.subject).id)


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
    raise NotTaken("the track of a level follows from the letters of its code")


def _present(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    _, address, is_profile = _place(draft, fact.subject)
    if not is_profile:
        raise NotTaken("it belongs to a family, and nothing says which one")
    return address


def _function(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    if not fact.subject.family:
        raise NotTaken("it belongs to a family, and nothing says which one")
    family = _family(draft, fact.subject)
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
    "pay": _pay,
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
