"""How a page for readers writes values: years, amounts of money, pay ranges, skills."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from laddereditor.compare.diff.changes.value_texts import choice_text
from laddereditor.exchange.blocks import forms
from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.equivalent import Equivalent, equivalent_text
from laddereditor.model.family import Occupation
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import label_of
from laddereditor.model.level import Experience
from laddereditor.model.pay import PayRange
from laddereditor.model.phrases import ENGLISH, Phrases
from laddereditor.model.statement import (
    SkillUse,
    Statements,
    importance_words,
    proficiency_of,
    skill_of,
    statement_examples,
    statement_links,
    statement_text,
)
from laddereditor.model.web_link import WebLink, is_safe_address, link_text
from laddereditor.reports.page.parts import PageItem

FOR_EVERY_FAMILY = forms.FOR_EVERY_FAMILY  # the mark of what a profile has from its level
INFERRED = forms.INFERRED  # the mark of what is a guess


def years(experience: Experience | None, unit: str = "years", phrases: Phrases = ENGLISH) -> str:
    """Return a range of years as people write it: "3–5 years", "10+ years", "4 years".

    Args:
        experience: The range; None gives "".
        unit: The English word for several of what is counted.
        phrases: The language.
    """
    if experience is None or (experience.min is None and experience.max is None):
        return ""
    if experience.max is None:
        return f"{phrases.number(experience.min)}+ {phrases.say(unit)}"
    if experience.min == experience.max:
        return quantity_text(experience.max, unit, phrases)
    if experience.min is None:
        return phrases.say("up to {number}", number=quantity_text(experience.max, unit, phrases))
    ends = f"{phrases.number(experience.min)}–{phrases.number(experience.max)}"
    return f"{ends} {phrases.say(unit)}"


def quantity_text(value: int | float, unit: str, phrases: Phrases) -> str:
    """Return a number with its unit: `1 year`, `3 years`, `5`.

    Args:
        value: The number.
        unit: The English word for several of what is counted, "" for none.
        phrases: The language.
    """
    one = unit.removesuffix("s")
    return phrases.count(value, one, unit) if unit else phrases.number(value)


def amount(value: float, phrases: Phrases = ENGLISH) -> str:
    """Return an amount of money with grouped digits: "130,000"."""
    if value == int(value):
        return phrases.number(value)
    whole, _, cents = f"{value:.2f}".partition(".")
    return f"{phrases.number(int(whole))}{phrases.marks[1]}{cents}"


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, which blank lines part."""
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def name_in(entities: Mapping[str, Entity], key: str) -> str:
    """Return what people call an entity of a list by id; its id where there is no such entity."""
    return label_of(entities[key]) if key in entities else key


def statement_items(statements: Statements) -> tuple[PageItem, ...]:
    """Return statements as bullets with their examples below."""
    return tuple(
        [
            _plain_item(one)
            if isinstance(one, str)
            else PageItem(
                statement_text(one),
                below=statement_examples(one),
                links=tuple(map(link_item, statement_links(one))),
            )
            for one in statements
        ]
    )


def link_item(link: WebLink) -> PageItem:
    """Return a link as a bullet; one whose address is not safe is text alone."""
    url = link.url.strip()
    return PageItem(
        link_text(link),
        "" if link_text(link) == url else url,
        url=url if is_safe_address(url) else "",
    )


# While a person types, all statements of a list but one stay as they are; it may hold thousands.
_plain_item = lru_cache(maxsize=16_384)(PageItem)


def _step_words(steps: Mapping[str, Entity], use: SkillUse) -> str:
    """Return the proficiency that is asked for, with the importance behind it."""
    step = name_in(steps, proficiency_of(use)) if proficiency_of(use) else ""
    return ", ".join(filter(None, (step, importance_words(use))))


def skill_items(
    uses: Iterable[SkillUse], skills: Mapping[str, Entity], steps: Mapping[str, Entity]
) -> tuple[PageItem, ...]:
    """Return uses of skills as bullets with the proficiency beside.

    Args:
        uses: The uses, in their order.
        skills: The skills by id; an unknown id is shown as it is.
        steps: The proficiencies by id.
    """
    return tuple(
        PageItem(
            name_in(skills, skill_of(use)),
            _step_words(steps, use),
            at=_skill_address(skill_of(use)),
        )
        for use in uses
    )


@lru_cache(maxsize=4096)  # the profiles of a ladder ask for the same skills again and again
def _skill_address(key: str) -> Address:
    return Address("skills").entry(key)


def range_item(pay_range: PayRange, phrases: Phrases = ENGLISH) -> PageItem:
    """Return a pay range as a bullet."""
    limits = (pay_range.min, pay_range.max)
    ends = [amount(value, phrases) for value in limits if value is not None]
    text = f"{pay_range.market}: {pay_range.currency} {' – '.join(ends)}".strip(": ")
    remarks = (
        phrases.say(forms.MIDPOINT, amount=amount(pay_range.mid, phrases))
        if pay_range.mid is not None
        else "",
        pay_range.source,
        phrases.say(forms.AS_OF, day=phrases.day(pay_range.as_of)) if pay_range.as_of else "",
        phrases.say(INFERRED) if pay_range.inferred else "",
    )
    return PageItem(text, ", ".join(filter(None, remarks)))


def equivalent_item(one: Equivalent, phrases: Phrases = ENGLISH) -> PageItem:
    """Return what another scheme has as a bullet, with its confidence beside."""
    text = ": ".join(part for part in (one.scheme, equivalent_text(one)) if part)
    confidence = choice_text(field_specs(Equivalent)["confidence"], one.confidence, phrases)
    return PageItem(text, phrases.inside(confidence))


def occupation_item(occupation: Occupation, phrases: Phrases = ENGLISH) -> PageItem:
    """Return a code of a classification as a bullet."""
    text = " — ".join(part for part in (occupation.code, occupation.title) if part)
    return PageItem(text, phrases.say(INFERRED) if occupation.inferred else "")
