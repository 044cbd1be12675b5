"""Cells: an input together with the place in the ladder whose value it shows and takes."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from laddereditor.gui.forms.growing import TextInput
from laddereditor.gui.forms.hub import Hub
from laddereditor.gui.forms.inputs import LineInput
from laddereditor.gui.forms.looks import set_look
from laddereditor.gui.forms.place import Shown

_UNSET = object()
_GROUPED = re.compile(r"\d{1,3}([,' \u00a0\u202f]\d{3})+(\.\d+)?")


class TextCell:
    """A text that is typed into a line or a growing editor; each key is an edit at once.

    An inherited text is shown greyed; typing in it makes it the entity's own. An own text that is
    emptied is inherited again: the editor stays empty, with the inherited text as a hint, until
    the person leaves.
    """

    def __init__(self, hub: Hub, path: str, editor: LineInput | TextInput) -> None:
        self.hub, self.path, self.editor = hub, path, editor
        self._last: object = _UNSET
        self._shown = Shown("")
        self._emptied = False
        self._address = ""
        editor.typed.connect(self._on_typed)
        editor.left.connect(self._on_left)

    def show(self, shown: Shown, *, read_only: bool = False, hint: str = "") -> None:
        """Show a value; what is being typed is left alone."""
        address = self.hub.address
        if address != self._address:
            self._address, self._emptied = address, False
        self._shown = shown
        self.editor.setReadOnly(read_only)
        waiting = self._emptied and shown.inherited and self.editor.hasFocus()
        set_look(self.editor, "inherited", shown.inherited and not waiting)
        self._set_hint(str(shown.value) if waiting else hint)
        if waiting:
            self._last = _UNSET
            return
        if shown.value != self._last:
            self._last = shown.value
            self.editor.put(str(shown.value or ""))

    def forget(self) -> None:
        """Show the value again at the next chance, whatever was typed."""
        self._last = _UNSET

    def _set_hint(self, text: str) -> None:
        if isinstance(self.editor, TextInput):
            self.editor.set_hint(text)
        elif self.editor.placeholderText() != text:
            self.editor.setPlaceholderText(text)

    def _on_typed(self, text: str) -> None:
        self._emptied = not text
        self._last = text
        self.hub.type_in(self.path, text)

    def _on_left(self) -> None:
        if self._emptied:
            self._emptied = False
            self.show(self._shown, read_only=self.editor.isReadOnly())
        self.hub.seal()


class ParsedCell:
    """A value typed as text that may not be one: a date, a number. Only what is valid is taken."""

    def __init__(  # noqa: PLR0913 - the four things that make a text a value
        self,
        hub: Hub,
        editor: LineInput,
        *,
        parse: Callable[[str], Any],
        write: Callable[[Any], str],
        take: Callable[[Any], bool],
        say: Callable[[str], None],
    ) -> None:
        self.hub, self.editor = hub, editor
        self._parse, self._write, self._take, self._say = parse, write, take, say
        self._last: object = _UNSET
        self._held: object = None  # what the ladder holds
        self._emptied = False
        self._address = ""
        editor.typed.connect(self._on_typed)
        editor.left.connect(self._on_left)
        editor.given_up.connect(self._restore)

    def show(self, value: object, *, inherited: bool = False, read_only: bool = False) -> None:
        """Show a value; what is being typed is left alone, also while it is not valid yet."""
        if self._address != self.hub.address:
            self._address, self._last = self.hub.address, _UNSET
            self._emptied = False
        self._held = value
        self.editor.setReadOnly(read_only)
        waiting = self._emptied and inherited and self.editor.hasFocus()
        set_look(self.editor, "inherited", inherited and not waiting)
        if value == self._last or waiting:
            return
        self._last = value
        self._say("")
        self.editor.put(self._write(value))

    def forget(self) -> None:
        """Show the value again at the next chance, whatever was typed."""
        self._last = _UNSET

    def put(self, value: object) -> None:
        """Take a value that was picked, not typed."""
        self._last = _UNSET
        if self._take(value):
            self.hub.seal()

    def _on_typed(self, text: str) -> None:
        try:
            value = self._parse(text)
        except ValueError as error:
            self._say(str(error))
            return
        self._say("")
        self._last = value
        self._emptied = value is None
        self._take(value)

    def _on_left(self) -> None:
        if self._emptied:
            self._emptied = False
            self._last = self._held
            self.editor.put(self._write(self._held))
            set_look(self.editor, "inherited", self._held is not None)
        self.hub.seal()

    def _restore(self) -> None:
        if self._last is not _UNSET:
            self._say("")
            self.editor.put(self._write(self._last))


def parse_date(text: str) -> date | None:
    """Return the day that a text such as 2026-12-01 names; None for no text."""
    if not text.strip():
        return None
    try:
        found = date.fromisoformat(text.strip())
    except ValueError:
        found = None
    if found is None or found.isoformat() != text.strip():
        raise ValueError("Not a date yet: write year, month and day, such as 2026-12-01.")
    return found


def parse_number(text: str) -> int | float | None:
    """Return the number that a text names; None for no text."""
    bare = text.strip()
    if not bare:
        return None
    if _GROUPED.fullmatch(bare):
        bare = re.sub(r"[^\d.]", "", bare)
    if not bare.replace(".", "", 1).isascii() or not bare.replace(".", "", 1).isdigit():
        raise ValueError("Not a number yet: write digits, such as 3 or 2.5.")
    return float(bare) if "." in bare else int(bare)
