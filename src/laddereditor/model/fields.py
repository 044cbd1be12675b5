"""The description of a field, written once for each field."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, get_args

from pydantic import BaseModel, Field
from pydantic_core import PydanticUndefined

from laddereditor.model.entry_words import entry_of, entry_title
from laddereditor.model.paths import FieldPath
from laddereditor.model.shapes import KEYED, Shape

Inherits = Literal[
    "own",  # nothing is inherited
    "level",  # an empty value is that of the level; in a mapping, entry by entry
    "parent",  # the same, from the family that a profile is in
    "level-too",  # the items of the level's list, in addition to own ones
    "pattern",  # the level's title patterns give a value, or more items of a list
]
Readers = Literal[
    "everybody",
    "managers",  # managers and HR: who owns and reviews an entry, how far it is
    "pay",  # who may see what people are paid
    "editors",  # the editors of the ladder alone: it is in no page, comparison or export
]
Asks = Literal[
    "demand",  # it requires something of people: a change raises or lowers, and counts for the step
    "name",  # a title of people: it requires nothing of them, but is more than spelling
    "terms",  # what people are classed by, such as a pay grade: it requires nothing of them either
    "meaning",  # it explains what is required elsewhere
    "nothing",
    "file",  # it is about the file, not about people
]
ListGrouping = Literal[
    "always",  # entities are listed in groups by its value, those without one in a group too
    "named",  # the same, as soon as one of them names a group
    "none",
]
PageRole = Literal[
    "section",  # a separate section, under the field's heading
    "term",  # a term and its definition in the section before it
    "head",  # the head of the page: the title, the opening paragraphs
    "none",
]


@dataclass(frozen=True, slots=True)
class FormPlace:
    """The place of a field in its form; by default below the field declared before it."""

    section: str | None = None  # starts a section with this heading, "" for one without
    beside: str = ""  # the field at whose right it is, in the same row
    below: str = ""  # the field below which it is, in the next row
    width: int = 2  # beside the others of its row, or the other columns of its table
    last: bool = False  # whether it is at the end of the form, in a separate section
    shown: bool = True


@dataclass(frozen=True, slots=True)
class PagePlace:
    """The place of a field on the page of its entity."""

    role: PageRole = "section"
    below: str = ""  # the field that it directly follows; by default the one declared before it


_UNNAMED = FieldPath()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field of an entity, as every view needs to know it."""

    name: FieldPath = _UNNAMED
    title: str
    help: str
    shape: Shape
    required: bool = False
    heading: str = ""  # heading on the reader's page, or ""
    other_headings: tuple[str, ...] = ()  # that pages from elsewhere have for it
    unit: str = ""  # e.g. "years"
    choices: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()  # choice, its words where they are not its own
    unset: str = "Not set"  # the words for no value in a list of choices
    refers_to: str = ""  # entity kind that values or keys refer to
    inherits: Inherits = "own"
    readers: Readers = "everybody"
    asks: Asks = "nothing"
    entry: str = ""  # one entry of a list, with its article: "a responsibility"
    entries: str = ""  # many of them: "responsibilities"
    form: FormPlace = FormPlace()
    page: PagePlace = PagePlace()
    # In a canonical file the value, or each record of a list, is on one line where it fits.
    one_line: bool = False
    groups: ListGrouping = "none"  # whether entities are listed in groups by its value
    gives_titles: bool = False  # its patterns give titles, which forms show below it
    is_structural: bool = False  # without it what is inherited would change, so exports keep it
    keeps_text: bool = False  # a day for which the file may hold any text, which is a finding

    @property
    def words(self) -> str:
        """The words above the field's content: its heading on the page, else its title."""
        return self.heading or self.title

    @property
    def starts_section(self) -> bool:
        """Whether the field starts a separate section without another heading."""
        return self.form.section == ""

    @property
    def entry_title(self) -> str:
        """One entry of the list as a title: "Responsibility"."""
        return entry_title(self.title, self.entry)

    @property
    def names_group(self) -> bool:
        """Whether entities are listed in groups by its value."""
        return self.groups != "none"

    @property
    def is_keyed(self) -> bool:
        """Whether it is a mapping that says something about each of `refers_to`, by its id."""
        return self.shape in KEYED

    @property
    def is_overriding(self) -> bool:
        """Whether an own value takes the place of an inherited one.

        It does not where patterns give a list: own titles are listed beside those.
        """
        takes_place = self.inherits not in ("own", "level-too")
        return takes_place and not self.has_pattern_titles

    @property
    def adds_to_level(self) -> bool:
        """Whether the items of a list are in addition to those that the level has."""
        return self.inherits == "level-too"

    @property
    def passes_on(self) -> bool:
        """Whether sub-families inherit it: not what is for editors, or identifies a profile."""
        return not self.required and self.asks != "file"

    @property
    def is_missed(self) -> bool:
        """Whether it is a gap not to have it where others do: no remark or flag is missed."""
        is_remark = self.asks in ("meaning", "file") or self.readers == "editors"
        return not is_remark and self.shape != "flag"

    @property
    def is_name(self) -> bool:
        """Whether it is what people call the entity: a name, or the title of a profile."""
        return self.name == "name" or (self.inherits == "pattern" and self.shape == "line")

    @property
    def has_pattern_titles(self) -> bool:
        """Whether the list is shown with the titles that the level's patterns give."""
        return self.inherits == "pattern" and self.shape == "lines"

    def choice_words(self, value: str) -> str:
        """Return a choice as people write it: `nonexempt` is "Nonexempt", "" stays ""."""
        return dict(self.labels).get(value, value.replace("-", " ").capitalize())


_TABLES = {"occupations", "equivalents", "links"}
_LARGE = {"statements", "expectations", "texts", "skills", "pay"} | _TABLES
_DEMANDS = {"text", "texts", "experience", "statements", "expectations", "skills"}
_MEANINGS = {"text", "texts"}
_ON_ONE_LINE = {"experience", "lines", "skills", "ranges"} | _TABLES
_ON_NO_PAGE = {"raw", "checks", "history", "flag"}


def described(  # noqa: D417, PLR0913 - the other keywords are those of FieldSpec
    title: str,
    help: str,  # noqa: A002 - the field's standard name for it
    shape: Shape = "line",
    *,
    default: Any = PydanticUndefined,
    heading: str = "",
    other_headings: tuple[str, ...] = (),
    unit: str = "",
    choices: tuple[str, ...] = (),
    labels: dict[str, str] | None = None,
    unset: str = "Not set",
    refers_to: str = "",
    inherits: Inherits = "own",
    readers: Readers = "everybody",
    asks: Asks | None = None,
    entry: str = "",
    entries: str = "",
    form: FormPlace = FormPlace(),
    page: PagePlace | None = None,
    one_line: bool | None = None,
    groups: ListGrouping = "none",
    gives_titles: bool = False,
    is_structural: bool = False,
) -> Any:
    """Return a pydantic field that carries the values of its `FieldSpec`.

    Args:
        title: What forms, tables and findings call the field.
        help: One sentence that explains it.
        shape: What its value is made of, which decides how it is edited and compared.
        default: The value of a file that leaves it out; without one the field is required.
        asks: By default, text, lists of statements or skills, and years are a demand in what
            describes people (profiles and levels), and texts are a meaning in all else.
        entry: One entry of a list, with its article; by default the title's last word in the
            singular: "Working conditions" gives "a working condition".
        form: By default the field is below the one before it; a large one in its own section.
        page: By default a section, unless it is for the editors alone.

    The other arguments are those of `FieldSpec`.
    """
    if form.section is None and shape in _LARGE:
        form = replace(form, section="")
    hidden = readers == "editors" or shape in _ON_NO_PAGE
    spec = FieldSpec(
        title=title,
        help=help,
        shape=shape,
        heading=heading,
        other_headings=other_headings,
        unit=unit,
        choices=choices,
        labels=tuple((labels or {}).items()),
        unset=unset,
        refers_to=refers_to,
        inherits=inherits,
        readers=readers,
        asks=asks or "nothing",
        entry=entry or entry_of(title, shape),
        entries=entries or title.lower(),
        form=form,
        page=page or PagePlace("none" if hidden else "section"),
        one_line=shape in _ON_ONE_LINE if one_line is None else one_line,
        groups=groups,
        gives_titles=gives_titles,
        is_structural=is_structural,
    )
    extra = {"spec": spec, "asks": asks}
    return Field(default, title=title, description=help, json_schema_extra=extra)  # type: ignore[arg-type]


def inferred_field(form: FormPlace = FormPlace()) -> Any:
    """Return the field by which a value is marked as a guess."""
    return described(
        "Inferred",
        "Derived by a program or a guess, not yet confirmed.",
        "flag",
        default=False,
        form=form,
    )


def external_id_field() -> Any:
    """Return the field that every entity has for its id in the program that it came from."""
    return described(
        "External id",
        "Its id where it came from, such as an HR system; an export there gives it back.",
        default="",
        readers="editors",
        asks="file",
        form=FormPlace(last=True, below="notes"),
    )


def notes_field() -> Any:
    """Return the field that every entity has for the editors of the ladder."""
    return described(
        "Notes",
        "For the editors of the ladder. Never exported.",
        "text",
        default="",
        readers="editors",
        asks="file",
        form=FormPlace(last=True),
    )


@cache
def field_specs(entity: type[BaseModel]) -> dict[str, FieldSpec]:
    """Return the fields of an entity class by name, in reading order."""
    return {name: _spec(entity, name, info) for name, info in entity.model_fields.items()}


def inner_class(holder: type[BaseModel], name: str) -> type[BaseModel] | None:
    """Return the class of the values that a field holds, such as Pay or PayRange."""
    waiting = [holder.model_fields[name].annotation]
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return annotation
        waiting.extend(get_args(annotation))
    return None


def _spec(entity: type[BaseModel], name: str, info: Any) -> FieldSpec:
    extra = info.json_schema_extra or {}
    spec = extra.get("spec") or FieldSpec(
        title=info.title or name, help=info.description or "", shape="raw"
    )
    asks = extra.get("asks") or _asks(entity, spec.shape)
    keeps_text = spec.shape == "date" and str in get_args(info.annotation)
    return replace(
        spec,
        name=FieldPath(name),
        required=info.is_required(),
        asks=asks,
        keeps_text=keeps_text,
    )


def _asks(entity: type[BaseModel], shape: Shape) -> Asks:
    if getattr(entity, "describes_people", False):
        return "demand" if shape in _DEMANDS else "nothing"
    return "meaning" if shape in _MEANINGS else "nothing"
