"""What a profile asks for, one line for each skill and each statement of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from laddereditor.edits.cell_texts import statement_cell
from laddereditor.edits.parts.listing import PartLister
from laddereditor.edits.parts.part import plain_cell
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import entity_name
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import ResolvedProfile, key_order, resolved
from laddereditor.model.statement import skill_of
from laddereditor.reports.export_scope import goes_out
from laddereditor.reports.exporter import ExportScope


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A skill or a statement that a profile asks for."""

    section: str  # "Skills", "Expectations: Communication"
    text: str
    step: str = ""  # the proficiency of a skill
    is_skill: bool = False


def asked_lines(
    ladder: Ladder, family: Family, profile: Profile, scope: ExportScope
) -> Iterator[AskedLine]:
    """Yield what a profile asks for, with what it inherits, in the order of its page.

    Args:
        ladder: The ladder.
        family: The family of the profile.
        profile: The profile.
        scope: Its sections are left out where they were not chosen.
    """
    filled, lister = resolved(ladder, family, profile), PartLister(ladder)
    for spec in field_specs(Profile).values():
        if not goes_out(scope, spec):
            continue
        if spec.shape == "skills":
            for one in filled.items(spec.name):
                name = lister.names.name("skill", skill_of(one.value))
                yield AskedLine(spec.title, plain_cell(name), lister.use(one.value), is_skill=True)
        elif spec.shape in ("statements", "expectations"):
            yield from _statements(ladder, family, filled, spec)


def _statements(
    ladder: Ladder, family: Family, filled: ResolvedProfile, spec: FieldSpec
) -> Iterator[AskedLine]:
    if not spec.is_keyed:
        for one in filled.items(spec.name):
            yield AskedLine(spec.title, plain_cell(statement_cell(one.value)))
        return
    known = key_order(ladder, family, spec)
    for key, found in filled.entries(spec.name).items():
        name = entity_name(known.get(key)) or key
        for statement in found.value or ():
            yield AskedLine(f"{spec.title}: {name}", plain_cell(statement_cell(statement)))
