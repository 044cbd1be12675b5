"""How the fields of each kind stand on its page: sections, and fields that share a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from laddereditor.model.fields import FieldSpec

Row = tuple[str, ...]  # names of fields that stand side by side


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under a heading; "" for none."""

    title: str
    rows: tuple[Row, ...]


_TERM = (Section("", (("name", "id"), ("description",))), Section("", (("notes",),)))

LAYOUTS: Mapping[str, tuple[Section, ...]] = {
    "ladder": (
        Section("", (("name", "id"), ("organization", "language"), ("description",))),
        Section("Version", (("version", "status", "effective"), ("history",))),
        Section("Checks", (("checks",),)),
        Section("", (("notes",),)),
    ),
    "track": (Section("", (("name", "code", "id"), ("description",))), Section("", (("notes",),))),
    "factor": (
        Section("", (("name", "id"), ("description",), ("basis",))),
        Section("", (("notes",),)),
    ),
    "proficiency": _TERM,
    "competency": _TERM,
    "skill": (
        Section("", (("name", "id"), ("kind", "category"), ("description",), ("aliases",))),
        Section("", (("proficiencies",),)),
        Section("", (("notes",),)),
    ),
    "level": (
        Section("", (("id", "name"), ("track", "grade"), ("summary",), ("experience",))),
        Section("", (("factors",),)),
        Section("", (("expectations",),)),
        Section("Titles", (("title_patterns",),)),
        Section("", (("notes",),)),
    ),
    "family": (
        Section(
            "", (("name", "id"), ("function", "owner", "status"), ("summary",), ("specialties",))
        ),
        Section("", (("profiles",), ("competencies",))),
        Section("", (("occupations",),)),
        Section("", (("notes",),)),
    ),
    "profile": (
        Section("", (("level", "title"), ("summary",), ("experience",))),
        Section("", (("factors",),)),
        Section("", (("responsibilities",),)),
        Section("", (("expectations",),)),
        Section("", (("skills",),)),
        Section("", (("qualifications",),)),
        Section("", (("titles",),)),
        Section("", (("pay",), ("flsa",))),
        Section("", (("notes",),)),
    ),
}

# How wide a field is beside the others of its row; 2 unless said.
WIDTHS = {"name": 4, "title": 4, "organization": 4, "code": 1, "category": 3, "level": 3}
# Not for people to change: the first key of the file, and lists that the ladder's overview counts.
HIDDEN = {"ladder": {"laddereditor"}}


def sections_for(kind: str, specs: Mapping[str, FieldSpec]) -> tuple[Section, ...]:
    """Return the sections of a kind; a field that none of them names comes last."""
    known = LAYOUTS.get(kind, ())
    named = {name for section in known for row in section.rows for name in row}
    hidden = HIDDEN.get(kind, set())
    rest = [
        name
        for name, spec in specs.items()
        if name not in named and name not in hidden and _is_shown(kind, spec)
    ]
    more = (Section("", tuple((name,) for name in rest)),) if rest else ()
    return (*(_existing(section, specs) for section in known), *more)


def _is_shown(kind: str, spec: FieldSpec) -> bool:
    return spec.shape != "raw" and not (kind == "ladder" and spec.shape == "records")


def _existing(section: Section, specs: Mapping[str, FieldSpec]) -> Section:
    rows: Sequence[Row] = [tuple(name for name in row if name in specs) for row in section.rows]
    return Section(section.title, tuple(row for row in rows if row))
