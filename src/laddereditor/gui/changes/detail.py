"""One change in full: where it is, what it means for people, its text before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from laddereditor.align.marks import Mark
from laddereditor.align.words import word_marks
from laddereditor.compare.diff.changes.change_words import effect_words
from laddereditor.gui.changes.parts import IconAndText, Scroll, TextPanes, plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.basis import DiffSides
from laddereditor.presentation.changes.change_row import ChangeRow
from laddereditor.presentation.changes.change_rows import counts_words
from laddereditor.presentation.changes.change_texts import change_texts
from laddereditor.presentation.changes.same_edits import place_words
from laddereditor.presentation.changes.signs import EFFECTS, effect_group

_HINT = "Select a change to see it in full."


@dataclass(frozen=True, slots=True)
class Captions:
    """The words above the two texts."""

    before: str
    after: str


def captions(sides: DiffSides, mode: str) -> Captions:
    """Return the captions of the two texts."""
    if mode == "review":
        return Captions(f"Mine ({sides.old_name})", f"Theirs ({sides.new_name})")
    if mode == "merge":
        return Captions(f"Mine ({sides.old_name})", "Merged")
    if mode == "since":
        return Captions(f"Before ({sides.old_name})", "Now")
    return Captions(sides.old_name, sides.new_name)


class ChangeDetail(Scroll):
    """Shows one change, or the total of several."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("changeDetail")
        self._place = plain_label(self, "changePlace", look="muted")
        self._title = plain_label(self, "changeTitle", bold=True)
        self._effect = IconAndText(self, "changeEffect")
        self._panes = TextPanes(("changeBefore", "changeAfter"), self)
        self._more = plain_label(self, "changeMore", look="muted")
        for widget in (self._place, self._title, self._effect, self._panes, self._more):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def show_change(
        self, rows: Sequence[ChangeRow], ladders: tuple[Ladder, Ladder], words: Captions, more: str
    ) -> None:
        """Show one change, or one edit of several levels.

        Args:
            rows: The change, or the same edits.
            ladders: The old and the new ladder.
            words: The captions of the two texts.
            more: A sentence below them, "" for none.
        """
        change = rows[0].change
        self._show_words(place_words(rows), rows[0].headline, more)
        sign, (effect, reason) = EFFECTS[effect_group(change)], effect_words(change)
        self._effect.show_sign(
            sign.icon,
            sign.role,
            f"{effect}: {reason}" if reason else effect,
        )
        before, after = change_texts(change, *ladders)
        old_items, new_items = both_marks(before, after)
        one, other = self._panes.boxes
        one.show_text(words.before, old_items, "Not there")
        other.show_text(words.after, new_items, "Not there any more")
        self._effect.show()
        self._panes.show()

    def show_several(self, rows: Sequence[ChangeRow], title: str, more: str) -> None:
        """Show the total of several changes; nothing is selected if there are none.

        Args:
            rows: The changes.
            title: A headline, "" for the usual one.
            more: A sentence after the total, "" for none.
        """
        counts = counts_words(rows)
        self._show_words("", title or _HINT, f"{counts}. {more}" if more else counts)
        self._effect.hide()
        self._panes.hide()

    def _show_words(self, place: str, title: str, more: str) -> None:
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self._title.setText(title)
        self._more.setText(more)
        self._more.setVisible(bool(more))

    def refresh(self) -> None:
        """Redraw with the current colours and sizes."""
        self._title.setFont(current_theme().font("heading", bold=True))
        self._panes.refresh()


def both_marks(before: str, after: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return the marks of the old text and of the new one."""
    if not before or not after:
        return (Mark("same", before),), (Mark("same", after),)
    marks = word_marks(before, after)
    old_items = tuple(mark for mark in marks if mark.kind != "new")
    new_items = tuple(mark for mark in marks if mark.kind != "gone")
    return old_items, new_items
