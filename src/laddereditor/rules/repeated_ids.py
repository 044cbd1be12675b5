"""Whether an entity has the id of an earlier one, as its address says."""

from laddereditor.model.address import Address


def is_repeated(address: Address) -> bool:
    """Whether a sibling before this entity has the same key; another rule reports that."""
    return "~" in address.last
