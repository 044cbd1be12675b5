"""The words of the form for values that a file writes in short."""

from laddereditor.model.address import NoSuchPlace
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder

NOT_SET = "Not set"


def choice_options(spec: FieldSpec) -> tuple[tuple[str, str], ...]:
    """Return (value, words) of each choice of a field, none chosen first."""
    return (("", spec.unset), *((choice, spec.choice_words(choice)) for choice in spec.choices))


def reference_options(ladder: Ladder, kind: str) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of each entity of a kind, none chosen first."""
    try:
        found = by_id(ladder, kind)
    except (KeyError, NoSuchPlace):
        return (("", NOT_SET),)
    return (("", NOT_SET), *((key, label_of(entity)) for key, entity in found.items()))


def kind_picture(kind: str) -> str:
    """Return the icon of a kind of skill."""
    return f"skill-{kind}" if kind in ("knowledge", "tool", "behaviour") else "skill"
