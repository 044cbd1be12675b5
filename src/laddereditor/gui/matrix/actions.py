"""Adds the profile that a level of the matrix lacks."""

from dataclasses import replace

from laddereditor.compare.sheet.table import SheetColumn
from laddereditor.edits.adding import add
from laddereditor.edits.edit import Edit
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder


def added_profile(ladder: Ladder, family: Address, column: SheetColumn) -> Edit:
    """Return the edit that adds a family's profile for a level; what is selected stays so.

    Raises:
        EditRefused: The profile cannot be added.
    """
    edit = add(ladder, family, "profile", values={"level": column.level})
    return replace(edit, select=Address())
