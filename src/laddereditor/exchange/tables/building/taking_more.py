"""Take what columns beside the texts say: links, ids from elsewhere, importance, occupations."""

import re
from dataclasses import replace
from typing import Any

from laddereditor.edits.reading.conventions import Conventions
from laddereditor.exchange.tables.building.drafts import LadderDraft
from laddereditor.exchange.tables.building.subjects import (
    NotTaken,
    competency_of,
    family_of,
    place_of,
    skill_of,
)
from laddereditor.exchange.tables.facts.fact import Fact
from laddereditor.exchange.tables.terms.words import importance_word
from laddereditor.model.address import Address
from laddereditor.model.family import Occupation
from laddereditor.model.web_link import WebLink, is_safe_address

_CODE = re.compile(r"\d\d-\d{4}(?:\.\d\d)?")


def take_link(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    """Take links to the entry, profile, level or family that a row is about.

    Args:
        draft: The ladder.
        fact: What a cell says: addresses, or a title with an address behind it.

    Returns:
        The address of the links.

    Raises:
        NotTaken: It is no address that may be opened, or it is unknown what it is about.
    """
    links = tuple(_links_of(fact))
    if not links:
        raise NotTaken("it is not the address of a page, such as https://example.org/guide")
    fields, address = _entity(draft, fact)
    known = fields.get("links", ())
    fields["links"] = (*known, *(one for one in links if one not in known))
    return address.at("links")


def _links_of(fact: Fact) -> list[WebLink]:
    if fact.link and is_safe_address(fact.link):
        return [WebLink(url=fact.link, title="" if fact.text == fact.link else fact.text)]
    urls = fact.text.split()
    return [WebLink(url=url) for url in urls] if all(map(is_safe_address, urls)) else []


def take_external_id(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    """Take the id that what a row is about has in another program.

    Args:
        draft: The ladder.
        fact: What a cell says.

    Returns:
        The address of the id.

    Raises:
        NotTaken: It has another one already, or it is unknown what it is about.
    """
    fields, address = _entity(draft, fact)
    if fields.setdefault("external_id", fact.text) != fact.text:
        raise NotTaken("another cell gives its id already")
    return address.at("external_id")


def take_importance(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    """Take how important the skill of a row is at its level.

    Args:
        draft: The ladder.
        fact: What a cell says.

    Returns:
        The address of the use of the skill.

    Raises:
        NotTaken: It is another word than those of a ladder, or it is unknown what it is about.
    """
    if not (word := importance_word(fact.text)):
        raise NotTaken("an importance is core, supporting or broad")
    place, address, _ = place_of(draft, fact.subject)
    subject = fact.subject
    skill = skill_of(draft, replace(subject, skill=subject.skill or subject.competency))
    place.uses.setdefault(skill.id, "")
    place.importances[skill.id] = word
    return address.at(f"skills/{list(place.uses).index(skill.id)}")


def take_occupation(draft: LadderDraft, fact: Fact, _how: Conventions) -> Address:
    """Take the code of an occupation to the family of a row.

    Args:
        draft: The ladder.
        fact: What a cell says.

    Returns:
        The address of the occupations of the family.

    Raises:
        NotTaken: It is no such code, or no family is known.
    """
    codes = _CODE.findall(fact.text)
    if not codes:
        raise NotTaken("it is not a code of SOC or O*NET, such as 15-1252 or 15-1252.00")
    if not fact.subject.family:
        raise NotTaken("it belongs to a family, and nothing says which one")
    family = family_of(draft, fact.subject)
    known = family.fields.get("occupations", ())
    found = (
        Occupation(scheme="onet-soc" if "." in code else "soc-2018", code=code) for code in codes
    )
    family.fields["occupations"] = (*known, *(one for one in found if one not in known))
    return Address("families").entry(family.id).at("occupations")


def _entity(draft: LadderDraft, fact: Fact) -> tuple[dict[str, Any], Address]:
    """Return the fields of what a row is about, with its address: the finest that it names."""
    subject = fact.subject
    if subject.skill:
        skill = skill_of(draft, subject)
        return skill.fields, Address("skills").entry(skill.id)
    if subject.competency:
        competency = competency_of(draft, subject)
        return competency.fields, Address("competencies").entry(competency.id)
    if subject.level:
        place, address, _ = place_of(draft, subject)
        return place.fields, address
    if subject.family:
        family = family_of(draft, subject)
        return family.fields, Address("families").entry(family.id)
    raise NotTaken("it is unknown what it is about")
