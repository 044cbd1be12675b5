"""The comments of a ladder as rows, each with its place in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from laddereditor.edits.comments.changing import place_comment_again, resolve_comment
from laddereditor.edits.comments.placing import CommentPlace, place_of
from laddereditor.model.address import Address
from laddereditor.model.comment import Comment
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import place_words
from laddereditor.model.per_ladder import PerLadder
from laddereditor.model.spacing import single_spaced
from laddereditor.rules.finding import Finding, Fix, Severity

COMMENT = "comment"  # in place of a rule's id, among the findings of a form
_QUOTED = 60  # characters of a statement


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment with its place."""

    comment: Comment
    place: CommentPlace
    where: str  # "Data Engineer › P3 › Responsibilities 2: “Ships it …”"

    @property
    def by_whom(self) -> str:
        """Author and day: “Ines, 2026-11-27”; "" if neither is known."""
        day = "" if self.comment.date is None else str(self.comment.date)
        return ", ".join(filter(None, (self.comment.author, day)))

    @property
    def state(self) -> str:
        """What is to be said of it beside its text, "" for nothing."""
        if self.place.is_gone:
            return "What it was about is no longer there"
        if self.place.is_reworded:
            return f"Written when this said “{shortened_quote(self.comment.quote)}”"
        return ""

    @property
    def accessible_text(self) -> str:
        """The whole row, for screen readers."""
        resolved = "Resolved" if self.comment.resolved else ""
        parts = (self.by_whom, self.where, resolved, self.state, self.comment.text)
        return ". ".join(filter(None, parts))


@dataclass(slots=True)
class _KnownRows:
    rows: list[CommentRow] | None = None
    open_at: dict[Address, int] = field(default_factory=dict)


_FOUND = PerLadder(_KnownRows)


def shortened_quote(text: str) -> str:
    """Return a statement in a few words."""
    plain = single_spaced(text)
    return plain if len(plain) <= _QUOTED else plain[: _QUOTED - 1] + "…"


def comment_rows(ladder: Ladder) -> list[CommentRow]:
    """Return the comments of a ladder in the order of the file, each with its place."""
    found = _FOUND.of(ladder)
    if found.rows is None:
        found.rows = [_row(ladder, one) for one in ladder.comments]
        for row in found.rows:
            if not row.comment.resolved:
                address = row.place.address
                found.open_at[address] = found.open_at.get(address, 0) + 1
    return found.rows


def rows_at(
    ladder: Ladder, address: Address | None, *, with_resolved: bool = False
) -> list[CommentRow]:
    """Return the comments to show.

    Args:
        ladder: The ladder.
        address: The entity that they are about, with what is in it; None for the whole ladder.
        with_resolved: Whether those are shown that were dealt with.
    """
    return [
        row
        for row in comment_rows(ladder)
        if (with_resolved or not row.comment.resolved)
        and (address is None or _is_at(row.place.address, address))
    ]


def _is_at(place: Address, address: Address) -> bool:
    return place.is_in(address) if address else not place


def open_comments(ladder: Ladder) -> Mapping[Address, int]:
    """Return how many open comments there are, by the entity that they are shown at."""
    comment_rows(ladder)
    return _FOUND.of(ladder).open_at


def as_form_findings(ladder: Ladder, address: Address) -> Iterator[Finding]:
    """Yield the open comments of an entity as lines of its form, which resolve them."""
    for row in comment_rows(ladder):
        if row.comment.resolved or row.place.address != address:
            continue
        said = f"{row.by_whom}: {row.comment.text}" if row.by_whom else row.comment.text
        yield Finding(
            COMMENT,
            Severity.INFO,
            address,
            row.place.field,
            f"{said} ({row.state})" if row.state else said,
            tuple(_fixes(row)),
        )


def sign_of(finding: Finding) -> str:
    """Return the name of the picture of a line of a form, which is that of its colour too."""
    return COMMENT if finding.rule == COMMENT else finding.severity.value


def _fixes(row: CommentRow) -> Iterator[Fix]:
    comment = row.comment
    if row.place.is_reworded:
        yield Fix("Still about this", lambda ladder: place_comment_again(ladder, comment))
    yield Fix("Resolve", lambda ladder: resolve_comment(ladder, comment, resolved=True))


def _row(ladder: Ladder, comment: Comment) -> CommentRow:
    place = place_of(ladder, comment)
    where = place_words(ladder, place.address, place.field) if place.address else "The ladder"
    quote = shortened_quote(comment.quote)
    return CommentRow(comment, place, f"{where}: “{quote}”" if quote else where)
