"""How the fields of each kind stand on its page: sections, and fields that share a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from laddereditor.model.fields import FieldSpec

Row = tuple[str, ...]  # names of fields that stand side by side


@dataclass(frozen=True, slots=True)
class FormSection:
    """A part of a page under a heading; "" for none."""

    title: str
    rows: tuple[Row, ...]


_TERM = (FormSection("", (("name", "id"), ("description",))), FormSection("", (("notes",),)))

LAYOUTS: Mapping[str, tuple[FormSection, ...]] = {
    "ladder": (
        FormSection("", (("name", "id"), ("organization", "language"), ("description",))),
        FormSection("Version", (("version", "status", "effective"), ("history",))),
        FormSection("Checks", (("checks",),)),
        FormSection("", (("notes",),)),
    ),
    "track": (
        FormSection("", (("name", "code", "id"), ("description",))),
        FormSection("", (("notes",),)),
    ),
    "factor": (
        FormSection("", (("name", "id"), ("description",), ("basis",))),
        FormSection("", (("notes",),)),
    ),
    "proficiency": _TERM,
    "competency": _TERM,
    "skill": (
        FormSection("", (("name", "id"), ("kind", "category"), ("description",), ("aliases",))),
        FormSection("", (("proficiencies",),)),
        FormSection("", (("notes",),)),
    ),
    "level": (
        FormSection("", (("id", "name"), ("track", "grade"), ("summary",), ("experience",))),
        FormSection("", (("factors",),)),
        FormSection("", (("expectations",),)),
        FormSection("Titles", (("title_patterns",),)),
        FormSection("", (("notes",),)),
    ),
    "family": (
        FormSection(
            "", (("name", "id"), ("function", "owner", "status"), ("summary",), ("specialties",))
        ),
        FormSection("", (("profiles",), ("competencies",))),
        FormSection("", (("occupations",),)),
        FormSection("", (("notes",),)),
    ),
    "profile": (
        FormSection("", (("level", "title"), ("summary",), ("experience",))),
        FormSection("", (("factors",),)),
        FormSection("", (("responsibilities",),)),
        FormSection("", (("expectations",),)),
        FormSection("", (("skills",),)),
        FormSection("", (("qualifications",),)),
        FormSection("", (("titles",),)),
        FormSection("", (("pay",), ("flsa",))),
        FormSection("", (("notes",),)),
    ),
}

# How wide a field is beside the others of its row; 2 unless said.
WIDTHS = {"name": 4, "title": 4, "organization": 4, "code": 1, "category": 3, "level": 3}
# Not for people to change: the first key of the file, and lists that the ladder's overview counts.
HIDDEN = {"ladder": {"laddereditor"}}


def sections_for(kind: str, specs: Mapping[str, FieldSpec]) -> tuple[FormSection, ...]:
    """Return the sections of a kind; a field that none of them names comes last."""
    known = LAYOUTS.get(kind, ())
    named = {name for section in known for row in section.rows for name in row}
    hidden = HIDDEN.get(kind, set())
    rest = [
        name
        for name, spec in specs.items()
        if name not in named and name not in hidden and _is_shown(kind, spec)
    ]
    more = (FormSection("", tuple((name,) for name in rest)),) if rest else ()
    return (*(_existing(section, specs) for section in known), *more)


def _is_shown(kind: str, spec: FieldSpec) -> bool:
    return spec.shape != "raw" and not (kind == "ladder" and spec.shape == "records")


def _existing(section: FormSection, specs: Mapping[str, FieldSpec]) -> FormSection:
    rows: Sequence[Row] = [tuple(name for name in row if name in specs) for row in section.rows]
    return FormSection(section.title, tuple(row for row in rows if row))
