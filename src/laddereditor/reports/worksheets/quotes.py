"""What sheets quote: the page that readers see of a profile or level, cut into single entries."""

from collections.abc import Callable, Iterable, Iterator

from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.reports.page.parts import PageSection, ReaderPage
from laddereditor.reports.page.texts import FOR_EVERY_FAMILY
from laddereditor.reports.worksheets.worksheet import WorksheetRow

_BLANK_ROWS = 5  # to be written by hand where the ladder has nothing


def is_demand(spec: FieldSpec) -> bool:
    """Whether a field asks for something."""
    return spec.asks == "demand"


def asks_in_statements(spec: FieldSpec) -> bool:
    """Whether a field asks for something in statements, apart from what a person does."""
    return is_demand(spec) and spec.shape in ("statements", "expectations") and not is_work(spec)


def is_work(spec: FieldSpec) -> bool:
    """Whether a field says what a person does, rather than what is expected of them."""
    return spec.name == "responsibilities"


def quoted_rows(
    page: ReaderPage,
    entity: type[Entity],
    wanted: Callable[[FieldSpec], bool],
    *,
    remarks: bool,
) -> tuple[WorksheetRow, ...]:
    """Return a row for each entry of a page whose field is wanted; blank rows if there is none.

    Args:
        page: The page.
        entity: The class of what the page shows, which has the fields.
        wanted: Says whether a field is quoted.
        remarks: Whether a row says that its text is inherited.
    """
    specs, heading, group = field_specs(entity), "", ""
    said = page.phrases.say(FOR_EVERY_FAMILY)
    rows = list(_lead_rows(page, specs.values(), wanted))
    for section in page.sections:
        spec = specs.get(section.field.name)
        group = section.group or ("" if section.heading else group)
        heading = section.heading or heading
        if spec is not None and wanted(spec):
            words = " – ".join(filter(None, (heading, group)))
            rows += _rows_of(section, words, said if remarks else "")
    return tuple(rows) or (WorksheetRow(),) * _BLANK_ROWS


def _lead_rows(
    page: ReaderPage, specs: Iterable[FieldSpec], wanted: Callable[[FieldSpec], bool]
) -> Iterator[WorksheetRow]:
    """Yield the opening paragraphs of a page, which are those of a long text in its head."""
    for spec in specs:
        if spec.page.role == "head" and spec.shape == "text" and wanted(spec):
            yield from (WorksheetRow(page.phrases.say(spec.title), text) for text in page.lead)


def _rows_of(section: PageSection, heading: str, said: str) -> Iterator[WorksheetRow]:
    """Yield the rows of a section; `said` is the remark on what is inherited."""
    if section.subheading:  # the name of a competency, whose statements follow
        heading = " – ".join((heading, *section.paragraphs))
    else:
        yield from (WorksheetRow(heading, text) for text in section.paragraphs)
    yield from (WorksheetRow(heading, f"{term}: {text}") for term, text in section.terms)
    for item in section.items:
        inherited = section.inherited or item.inherited
        words = filter(None, (item.remark, said if inherited else ""))
        yield WorksheetRow(heading, item.text, ", ".join(words), item.below)
