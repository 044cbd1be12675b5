"""Which statements of a document an import puts where a reader would put them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.exchange.blocks.shapes.content import Content, statements
from tests.exchange.blocks.shapes.corpus import Sample

from laddereditor.exchange.blocks.document_import import read_document
from laddereditor.exchange.blocks.document_workbook import workbook_of_document
from laddereditor.exchange.tables import applied, recognised
from laddereditor.model.family import Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.statement import statement_text

Placed = tuple[str, str, str, str]  # family, level, competency, text


@dataclass(frozen=True)
class DocumentScore:
    share: float
    missing: set[Placed]
    extra: set[Placed]
    summary: str
    roles: tuple[str, ...]


def document_score(sample: Sample) -> DocumentScore:
    made = workbook_of_document(read_document(sample.data, sample.name), sample.name)
    mapping = recognised(made.workbook)
    result = applied(made.workbook, mapping)
    wanted = {_key(one) for one in statements(sample.content)}
    is_one = len(sample.content.families) == 1  # which only the title names, in whatever words
    wanted = {("", *one[1:]) if is_one else one for one in wanted}
    placed = _placed(result.ladder, sample.content)
    found = {_as_wanted(one, wanted, is_one=is_one) for one in placed}
    roles = tuple(
        f"{grid.sheet}: {grid.reading} {[one.role for one in grid.columns]} {grid.context}"
        for grid in mapping.grids
    )
    share = len(wanted & found) / len(wanted)
    return DocumentScore(share, wanted - found, found - wanted, result.summary, roles)


def _aligned(ladder: Ladder, content: Content, family: str, level: str) -> list[str]:
    """Return the name that a family has for a level, where families have levels of their own."""
    own = list(content.families.get(family, ()))
    place = [one.id for one in ladder.levels].index(level)
    return own[place : place + 1] if len(own) == len(ladder.levels) else []


def _placed(ladder: Ladder, content: Content) -> Iterator[Sequence[Placed]]:
    """Yield each statement under all names that its level has."""
    names = {one.id: one.name for one in ladder.competencies}
    levels = {one.id: [one.id, one.name, f"{one.id} {one.name}"] for one in ladder.levels}
    holders: list[tuple[str, str, Profile | Level]] = [("", one.id, one) for one in ladder.levels]
    for family in ladder.families:
        holders += [(family.name, one.level, one) for one in family.profiles]
    for family_name, level, holder in holders:
        title = _aligned(ladder, content, family_name, level)
        for competency, said in holder.expectations.items():
            for one in said:
                text = statement_text(one)
                yield [
                    (family_name, name, names.get(competency, competency), text)
                    for name in (*levels[level], *title)
                ]


def _as_wanted(names: Sequence[Placed], wanted: set[Placed], *, is_one: bool) -> Placed:
    """Return a statement by that name of its level by which it is wanted, if it is."""
    keys = [_key(("", *one[1:]) if is_one else one) for one in names]
    return next((one for one in keys if one in wanted), keys[0])


def _key(one: Placed) -> Placed:
    family, level, competency, text = (" ".join(part.split()).casefold() for part in one)
    short = level.replace(":", "").replace("level ", "l").replace("niveau ", "l")
    return family, short, competency, text.rstrip(".")
