"""What can be exported from the window: what is looked at, what is selected, the ladder, parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.family import Profile
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.export.offers import ExportAnswer, ExportOffer, named_places
from laddereditor.reports.exporter import Exporter, ExportScope


@dataclass(frozen=True, slots=True, eq=False)
class ExportRequest:
    """What a person looks at when the person wants to export."""

    ladder: Ladder | None  # the open one
    address: Address  # the entry that is shown, "" for the ladder itself
    selected: tuple[Address, ...] = ()  # in the tree
    front: tuple[ExportOffer, ...] = ()  # of the active view, unless that is a page
    others: tuple[ExportOffer, ...] = ()  # of further views in sight


@dataclass(frozen=True, slots=True, eq=False)
class ExportSubject:
    """A report in sight, or of the ladder: all of it, entries, or parts that are ticked."""

    words: str  # "What is shown: AI/ML Engineer P3"
    title: str  # "AI/ML Engineer P3"
    at: tuple[Address, ...] = ()
    has_parts: bool = False  # whether its parts are ticked in lists
    offer: ExportOffer | None = None  # the report


@dataclass(frozen=True, slots=True)
class LadderExportAnswer:
    """What a person wants to export of a ladder, for whom, and as what."""

    exporter: Exporter
    scope: ExportScope
    title: str  # of what is exported; its file is called so


AnyExportAnswer = ExportAnswer | LadderExportAnswer


def export_subjects(request: ExportRequest) -> tuple[ExportSubject, ...]:
    """Return what can be exported; first what is looked at."""
    return tuple(_subjects(request))


def _subjects(request: ExportRequest) -> Iterator[ExportSubject]:
    yield from map(_of_offer, request.front)
    ladder = request.ladder
    if ladder is not None:
        yield from _entries(ladder, request)
    yield from map(_of_offer, request.others)
    if ladder is not None:
        name = ladder.name or ladder.id or "without a name"
        yield ExportSubject(f"The whole ladder: {name}", name)
        yield ExportSubject("Parts of the ladder, ticked below", name, has_parts=True)


def _of_offer(offer: ExportOffer) -> ExportSubject:
    return ExportSubject(offer.words, offer.title, offer=offer)


def _entries(ladder: Ladder, request: ExportRequest) -> Iterator[ExportSubject]:
    """Yield what is selected, the entry that is shown, and the family that it is in."""
    selected = tuple(one for one in request.selected if one and one.has_entry(ladder))
    if len(selected) > 1:
        title = named_places(ladder, selected)
        yield ExportSubject(f"The {len(selected):,} selected: {title}", title, selected)
    found = shown_entry(ladder, request.address)
    if found is None:
        return
    here, title = found
    words = "What is shown" if not request.front else "The page"
    yield ExportSubject(f"{words}: {title}", title, (here,))
    if here.parent:
        family = label_of(here.parent.entity(ladder))
        yield ExportSubject(f"The family: {family}", family, (here.parent,))


def shown_entry(ladder: Ladder, address: Address) -> tuple[Address, str] | None:
    """Return the innermost entry that a place is in, with its words; None for the ladder."""
    here, _ = address.split_field(ladder)
    try:
        entity = here.entity(ladder)
    except NoSuchPlace:
        return None
    if isinstance(entity, Ladder):
        return None
    if isinstance(entity, Profile):
        family = here.parent.entity(ladder)
        return here, f"{label_of(family)} {entity.level}"
    return here, label_of(entity)


def quick_scope(ladder: Ladder, address: Address) -> tuple[ExportScope, str]:
    """Return the scope of what a page shows, for everybody, and what that is called."""
    found = shown_entry(ladder, address)
    if found is None:
        return whole_scope(ladder)
    here, title = found
    return ExportScope(at=(here,)), title


def whole_scope(ladder: Ladder) -> tuple[ExportScope, str]:
    """Return the scope of a whole ladder, for everybody, and what that is called."""
    return ExportScope(), ladder.name or ladder.id or "Ladder"


def groups_of(exporters: Sequence[Exporter]) -> list[str]:
    """Return what people export a ladder as, each once, in the order of the registry."""
    return list(dict.fromkeys(one.group for one in exporters))
