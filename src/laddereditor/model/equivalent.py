"""The same level or family in another scheme: a pay survey, an acquired company."""

from laddereditor.model.base import Entity
from laddereditor.model.fields import FormPlace, PagePlace, described

CONFIDENCES = ("confirmed", "proposed")


class Equivalent(Entity):
    """What another scheme has for a level or a family."""

    scheme: str = described(
        "Scheme",
        "The other scheme: a survey vendor, an acquired company.",
        default="",
        form=FormPlace(width=3),
    )
    code: str = described("Code", "Its code there.", default="")
    name: str = described("Name", "What it is called there.", default="", form=FormPlace(width=3))
    confidence: str = described(
        "Confidence",
        "Whether somebody has confirmed that the two are the same.",
        "choice",
        default="",
        choices=CONFIDENCES,
        form=FormPlace(width=3),
    )
    note: str = described(
        "Note", "Why, or how far, the two are the same.", default="", form=FormPlace(width=4)
    )


Equivalents = tuple[Equivalent, ...]


def equivalents_field() -> Equivalents:
    """Return the field of a level or a family for its equivalents."""
    found: Equivalents = described(
        "Equivalents",
        "The same in other schemes, such as a pay survey or an acquired company.",
        "equivalents",
        default=(),
        entry="an equivalent",
        form=FormPlace(section=""),
        page=PagePlace("none"),
    )
    return found


def equivalent_text(one: Equivalent) -> str:
    """Return an equivalent in one line: `P3 Career`."""
    return " ".join(part for part in (one.code, one.name) if part) or one.note
