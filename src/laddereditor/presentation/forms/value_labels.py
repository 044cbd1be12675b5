"""The words of the form for values that a file writes in short."""

from laddereditor.model.address import NoSuchPlace
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder

_WORDS = {
    "soc-2018": "SOC 2018",
    "onet-soc": "O*NET-SOC",
    "exempt": "Exempt",
    "nonexempt": "Nonexempt",
}
NOT_SET = "Not set"


def choice_words(value: str) -> str:
    """Return a choice as people write it: `working-conditions` is “Working conditions”."""
    return _WORDS.get(value, value.replace("-", " ").capitalize())


def choice_options(choices: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return (value, words) of each choice, none chosen first."""
    return (("", NOT_SET), *((choice, choice_words(choice)) for choice in choices))


def reference_options(ladder: Ladder, kind: str) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of each entity of a kind, none chosen first."""
    try:
        found = by_id(ladder, kind)
    except (KeyError, NoSuchPlace):
        return (("", NOT_SET),)
    return (("", NOT_SET), *((key, label_of(entity)) for key, entity in found.items()))


def number_text(value: float | None) -> str:
    """Return a number as people type it, without a decimal point if it is whole."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, int) or value.is_integer() else str(value)


def kind_picture(kind: str) -> str:
    """Return the icon of a kind of skill."""
    return f"skill-{kind}" if kind in ("knowledge", "tool", "behaviour") else "skill"
