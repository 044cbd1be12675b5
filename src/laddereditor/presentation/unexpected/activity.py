"""What was being done when something went wrong, in plain words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from laddereditor.session.error_facts import ErrorFacts

T = TypeVar("T")

# Where an error occurred, as the start of a place in code; the first that fits counts.
_ACTS = (
    ("gui/files/opening", "opening a file"),
    ("gui/files/saving", "saving"),
    ("gui/versions/publish", "publishing a version"),
    ("session/recovery_writer", "keeping unsaved work"),
    ("gui/sharing/recoveries", "keeping unsaved work"),
    ("gui/sharing/crashes", "preparing the log"),
    ("gui/sharing/", "looking after the open files"),
)
_PARTS = (
    ("gui/tree/", "the tree"),
    ("gui/forms/", "the form"),
    ("gui/matrix/", "the matrix"),
    ("gui/compare/", "Compare"),
    ("gui/changes/", "Changes"),
    ("gui/problems/", "Problems"),
    ("gui/versions/", "Versions"),
    ("gui/preview/source_view", "the source view"),
    ("gui/preview/page_view", "the page view"),
    ("gui/welcome/", "the welcome page"),
    ("gui/", "the window"),
)
PLACES = tuple(start for start, _ in (*_ACTS, *_PARTS))
_WAYS = (
    (("paint", "sizeHint", "data", "headerData", "initStyleOption", "highlightBlock"), "showing"),
    (("key", "insertFromMimeData"), "taking what was typed in"),
    (("mouse", "wheel", "contextMenu"), "following the mouse in"),
    (("drag", "drop", "mimeData", "startDrag"), "dragging in"),
    (("closeEvent",), "closing"),
    (("createEditor", "setEditorData", "setModelData", "closeEditor"), "editing a cell in"),
)


def named(words: str, act: Callable[[], T]) -> Callable[[], T]:
    """Return `act` so that an error in it is reported as occurring during `words`."""

    def run() -> T:
        try:
            return act()
        except Exception as error:
            from laddereditor.session.error_facts import ActivityNote

            error.add_note(ActivityNote(words))
            raise

    return run


def doing_words(facts: "ErrorFacts") -> str:
    """Return what was being done: as noted on the error, else by where it occurred."""
    if facts.doing:
        return facts.doing
    places = (place.replace("presentation/", "gui/", 1) for place in facts.places)
    own = [place for place in places if not place.startswith("gui/unexpected/guard")]
    for place in own:
        act = next((words for start, words in _ACTS if place.startswith(start)), "")
        if act:
            return act
        part = next((words for start, words in _PARTS if place.startswith(start)), "")
        if part:
            return f"{_way(place)} {part}"
    return "working in the background"


def _way(place: str) -> str:
    method = place.rpartition(".")[2]
    for starts, words in _WAYS:
        if method.startswith(starts):
            return words
    return "working in"
