"""What two profiles have in common, in words with counts."""

from laddereditor.compare.nearest.common import FieldCounts
from laddereditor.compare.nearest.finding import Near, Nearest
from laddereditor.model.counting import plural

NOTHING_ASKED = (
    "It asks for nothing of its own yet, so nothing can be compared with it. "
    "What it inherits from its level is asked of everyone."
)
NOTHING_NEAR = "Nothing else asks for much of the same."
_SINGLE = ("text",)  # shapes of fields with one value


def headings(found: Nearest) -> tuple[str, str]:
    """Return the words above what is near in the same family, and in others."""
    if found.address.family:
        return "In the same family", "In other families"
    return "Other levels", "Profiles"


def common_words(near: Near) -> str:
    """Return `5 of 6 responsibilities and 2 of 2 skills in common, 1 reworded; it has 3 more`."""
    fields = near.common.fields
    if near.is_identical:
        return f"{_identical(near)}: {_listed([_all(one) for one in fields])}"
    shared = _listed([_of(one) for one in fields if one.common])
    reworded = sum(one.reworded for one in fields)
    other = sum(one.other_detail for one in fields)
    more = sum(one.more for one in fields)
    parts = [f"{shared} in common"]
    parts += [f"{reworded} reworded"] if reworded else []
    parts += [f"{other} at another proficiency"] if other else []
    return ", ".join(parts) + (f"; it has {more} more" if more else "")


def _identical(near: Near) -> str:
    return "Identical except for the level" if near.has_other_level else "Identical"


def _of(field: FieldCounts) -> str:
    if field.spec.shape in _SINGLE:
        return f"the {field.spec.entries}"
    return f"{field.common} of {_items(field)}"


def _all(field: FieldCounts) -> str:
    return f"the {field.spec.entries}" if field.spec.shape in _SINGLE else _items(field)


def _items(field: FieldCounts) -> str:
    _, _, one = field.spec.entry.partition(" ")
    return plural(field.of, one, field.spec.entries)


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
