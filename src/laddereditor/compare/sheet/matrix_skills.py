"""The rows of skills in the matrix: by category, a proficiency for each level."""

from collections.abc import Iterator, Mapping

from laddereditor.compare.sheet.matrix import MatrixCell, MatrixRow
from laddereditor.compare.sheet.matrix_columns import MatrixSource
from laddereditor.compare.sheet.matrix_frame import MatrixFrame
from laddereditor.compare.sheet.matrix_lists import adder_row
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.terms import Skill

_Use = tuple[str, int]  # a skill, and which of its uses in one profile


def skill_rows(frame: MatrixFrame, spec: FieldSpec) -> Iterator[MatrixRow]:
    """Yield a row for each skill that one of the levels asks for, and the row that adds one."""
    rows = _uses(frame, spec)
    about = spec.heading or spec.title
    groups = _by_category(frame, rows)
    for category, uses in groups.items():
        if category or len(groups) > 1:
            words = category or f"{field_specs(Skill)['category'].title} not set"
            yield MatrixRow("group", spec.name, "", words, about)
        for use in uses:
            yield _skill_row(frame, spec, use, rows[use])
    yield adder_row(frame, spec, "", "", about)


def _uses(frame: MatrixFrame, spec: FieldSpec) -> dict[_Use, dict[int, MatrixCell]]:
    """Return the cells of each skill by column; a second use in one profile is another row."""
    rows: dict[_Use, dict[int, MatrixCell]] = {}
    for number, side in enumerate(frame.sides):
        seen: dict[str, int] = {}
        for cell in side.items(spec.name):
            skill = cell.spot.key if cell.spot else ""
            seen[skill] = seen.get(skill, 0) + 1
            rows.setdefault((skill, seen[skill]), {})[number] = cell
    return rows


def _by_category(
    frame: MatrixFrame, rows: Mapping[_Use, Mapping[int, MatrixCell]]
) -> dict[str, list[_Use]]:
    """Return the skills by category, categories in the library's order."""
    library = frame.named["skill"]
    groups: dict[str, list[_Use]] = {_category(skill): [] for skill in library.values()}
    for use in rows:
        groups.setdefault(_category(library.get(use[0])), []).append(use)
    return {category: uses for category, uses in groups.items() if uses}


def _category(skill: object) -> str:
    return skill.category if isinstance(skill, Skill) else ""


def _skill_row(
    frame: MatrixFrame, spec: FieldSpec, use: _Use, held: Mapping[int, MatrixCell]
) -> MatrixRow:
    skill, nth = use
    heading = frame.label("skill", skill)
    nothing = MatrixCell("", "empty")  # a skill is not to be listed twice
    cells = frame.cells(
        lambda side: _unused(frame, side, spec, skill, held) if nth == 1 else nothing, held
    )
    return MatrixRow("skill", spec.name, skill, heading, heading, tuple(cells))


def _unused(
    frame: MatrixFrame,
    side: MatrixSource,
    spec: FieldSpec,
    skill: str,
    held: Mapping[int, MatrixCell],
) -> MatrixCell:
    """Return the cell of a level that does not use a skill; a gap if those around it do."""
    here = frame.sides.index(side)
    track = [n for n in sorted(held) if frame.sides[n].column.track == side.column.track]
    around = [n for n in track if n < here][-1:], [n for n in track if n > here][:1]
    spot = side.spot(spec.name, skill)
    if not all(around):
        return MatrixCell("", "empty", spot)
    note = f"{frame.levels([*around[0], *around[1]])} ask for it"
    return MatrixCell("", "gap", spot, note=note)
