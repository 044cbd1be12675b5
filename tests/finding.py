"""What stands at an address that a test names as a plain text."""

from typing import Any

from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.ladder import Ladder


def find(ladder: Ladder, address: str) -> Any:
    return Address(address).value(ladder)


def entity_at(ladder: Ladder, address: str) -> Entity:
    return Address(address).entity(ladder)
