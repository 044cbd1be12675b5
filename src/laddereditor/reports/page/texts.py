"""How a page for readers writes values: years, amounts of money, pay ranges, skills."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.counting import quantity
from laddereditor.model.equivalent import Equivalent, equivalent_text
from laddereditor.model.family import Occupation
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import label_of
from laddereditor.model.level import Experience
from laddereditor.model.number_text import number_text
from laddereditor.model.pay import PayRange
from laddereditor.model.statement import (
    SkillUse,
    Statements,
    proficiency_of,
    skill_of,
    statement_examples,
    statement_text,
)
from laddereditor.reports.page.parts import PageItem

INFERRED = "inferred"  # the mark of what is a guess


def years(experience: Experience | None, unit: str = "years") -> str:
    """Return a range of years as people write it: "3–5 years", "10+ years", "4 years"."""
    if experience is None or (experience.min is None and experience.max is None):
        return ""
    if experience.max is None:
        return f"{number_text(experience.min)}+ {unit}"
    if experience.min == experience.max:
        return quantity(experience.max, unit)
    if experience.min is None:
        return f"up to {quantity(experience.max, unit)}"
    return f"{number_text(experience.min)}–{number_text(experience.max)} {unit}"


def amount(value: float) -> str:
    """Return an amount of money with grouped digits: "130,000"."""
    return number_text(value, grouped=True) if value == int(value) else f"{value:,.2f}"


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
            else PageItem(statement_text(one), below=statement_examples(one))
            for one in statements
        ]
    )


# While a person types, all statements of a list but one stay as they are; it may hold thousands.
_plain_item = lru_cache(maxsize=16_384)(PageItem)


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
            name_in(steps, proficiency_of(use)) if proficiency_of(use) else "",
            at=_skill_address(skill_of(use)),
        )
        for use in uses
    )


@lru_cache(maxsize=4096)  # the profiles of a ladder ask for the same skills again and again
def _skill_address(key: str) -> Address:
    return Address("skills").entry(key)


def range_item(pay_range: PayRange) -> PageItem:
    """Return a pay range as a bullet."""
    ends = [amount(value) for value in (pay_range.min, pay_range.max) if value is not None]
    text = f"{pay_range.market}: {pay_range.currency} {' – '.join(ends)}".strip(": ")
    mid = f"midpoint {amount(pay_range.mid)}" if pay_range.mid is not None else ""
    day = f"as of {pay_range.as_of.isoformat()}" if pay_range.as_of else ""
    mark = INFERRED if pay_range.inferred else ""
    return PageItem(text, ", ".join(part for part in (mid, pay_range.source, day, mark) if part))


def equivalent_item(one: Equivalent) -> PageItem:
    """Return what another scheme has as a bullet, with its confidence beside."""
    text = ": ".join(part for part in (one.scheme, equivalent_text(one)) if part)
    confidence = field_specs(Equivalent)["confidence"].choice_words(one.confidence).lower()
    return PageItem(text, confidence)


def occupation_item(occupation: Occupation) -> PageItem:
    """Return a code of a classification as a bullet."""
    text = " — ".join(part for part in (occupation.code, occupation.title) if part)
    return PageItem(text, INFERRED if occupation.inferred else "")
