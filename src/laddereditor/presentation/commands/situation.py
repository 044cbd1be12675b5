"""What is open, selected and active, as far as commands depend on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Situation:
    """A state of the window; equal ones need no update of menus and toolbar."""

    has_ladder: bool = False
    can_edit: bool = False  # the active ladder can be changed
    selected: int = 0  # entities in the tree
    no_part: str = ""  # why what is selected cannot leave a parent, "" if it can
    no_fold: str = ""  # why it cannot be folded into its parent
    undo: str = ""  # what would be undone, "" for nothing
    redo: str = ""
    can_go_back: bool = False
    can_go_forward: bool = False
    printed: str = ""  # what Print prints, such as "the comparison"
    columns: int = 0  # of Compare, while it is shown
    gaps: int = 0  # of the matrix, while it is the active page
    differences_only: bool = False  # Compare leaves out what is the same
    stepwise: bool = False  # Compare compares each column with the one at its left
    summary: bool = False  # Compare shows its summary in full
    is_importing: bool = False  # a file is on the mapping page
    scheme: str = ""  # the colours that were chosen
    panels: frozenset[str] = frozenset()  # the docks in view


def naming(verb: str, what: str) -> str:
    """Return the text of an entry with what it is about, where a lone "&" would mark a letter."""
    return f"{verb} {what.replace('&', '&&')}".rstrip()
