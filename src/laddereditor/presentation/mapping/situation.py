"""What commands can do while the mapping page is shown."""

from dataclasses import replace

from laddereditor.presentation.commands.situation import Situation
from laddereditor.presentation.mapping.work import MappingWork


def in_mapping(now: Situation, work: MappingWork | None) -> Situation:
    """Return a situation in which undo and redo are about the mapping.

    Args:
        now: The situation of the window.
        work: The import under way, None for none.
    """
    undo, redo = (work.undo_words, work.redo_words) if work else ("", "")
    return replace(now, undo=undo, redo=redo)
