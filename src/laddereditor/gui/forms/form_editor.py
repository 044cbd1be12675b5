"""How the editors of a form change the ladder: the only way from a form to the workspace."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Concatenate, ParamSpec

from laddereditor.edits.edit import Edit, EditRefused, follow
from laddereditor.edits.fields import give_back, override, set_at
from laddereditor.edits.lists import change_list, move_items
from laddereditor.edits.naming import id_follows_name, set_name
from laddereditor.edits.reading.conventions import Conventions
from laddereditor.edits.references import rename
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.forms.form_values import EntityForm, place_at
from laddereditor.presentation.workspace.refused_texts import RefusedText
from laddereditor.session.change import SessionChange
from laddereditor.session.session import Session

P = ParamSpec("P")


class FormEditor:
    """Knows the record that a page was filled from, and carries out the edits of its editors.

    Every edit of the page goes to that record and to no other, also if it comes late or from a
    hidden editor. The editor follows the record when its address changes. If the record is gone,
    or its ladder closed, edits are ignored.
    """

    def __init__(self, workspace: Workspace, show_again: Callable[[], None]) -> None:
        self._workspace = workspace
        self._show_again = show_again
        # What is typed belongs to the session it was shown from, also while another comes up.
        self._session: Session | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        self.place: EntityForm | None = None
        self.filled = 0  # how often the page was filled from another record

    def bind(
        self, session: Session | None, place: EntityForm | None, *, followed: bool = False
    ) -> None:
        """Take edits for a place of a session from now on.

        Args:
            session: The ladder, None for none.
            place: The record, None for none.
            followed: Whether it is the same record as before, whose address may have changed.
        """
        if session is not self._session:
            self._unsubscribe()
            self._unsubscribe = session.subscribe(self._on_change) if session else lambda: None
        address = place.address if place else None
        here = self.place.address if self.place else None
        if session is not self._session or (address != here and not followed):
            self.filled += 1
        self._session, self.place = session, place

    @property
    def session(self) -> Session | None:
        """The session whose record the page was filled from."""
        return self._session

    def _on_change(self, change: SessionChange) -> None:
        """Follow the record while the page is not shown; a page in view is bound again anyway."""
        if self.place is None or self.place.ladder is change.after:
            return
        there = place_at(
            change.after, follow(self.place.address, change.moved), read_only=self.place.read_only
        )
        removed = type(there.entity) is not type(self.place.entity)
        self.place = None if removed else there

    # -- where we are -------------------------------------------------------------------------

    @property
    def address(self) -> Address:
        """Address of the entity shown."""
        return self.place.address if self.place else Address()

    @property
    def shown(self) -> EntityForm:
        """The entity that is shown; valid only while a page is bound."""
        assert self.place is not None
        return self.place

    @property
    def conventions(self) -> Conventions:
        """How numbers and days are written by the person in the ladder shown."""
        language = self.place.ladder.language if self.place else ""
        return Conventions(language, self._workspace.locale)

    def go_to(self, address: str, field: FieldPath = FieldPath()) -> None:
        """Show another entity."""
        self._workspace.go_to(address, field)

    def notify(self, words: str) -> None:
        """Show a message in the status bar."""
        self._workspace.notice.emit(words)

    def end_typing(self) -> None:
        """End the present typing."""
        if self._session is not None:
            self._session.end_typing()

    # -- what cannot be taken -----------------------------------------------------------------

    def refuse(self, path: FieldPath, text: str, reason: str, *, typing: str = "") -> None:
        """Keep a text that cannot be taken, and undo what was taken of it so far.

        Args:
            path: The path of the field.
            text: The text as it was typed.
            reason: Why it cannot be taken, for people.
            typing: The path that its letters were typed into, if that is another one.
        """
        if self._session is None or self.place is None or not self._is_open:
            return
        self._workspace.refused_texts.keep(
            self._session, RefusedText(self.address, path, text, reason)
        )
        self._session.discard_typing(f"type:{self.address}/{typing or path}")

    def accept(self, path: FieldPath) -> None:
        """Drop the text of a field, because it was accepted or discarded."""
        if self._session is not None and self.place is not None:
            self._workspace.refused_texts.drop(self._session, self.address, path)

    def refused_text(self, path: FieldPath) -> RefusedText | None:
        """Return the text that was typed into a field and could not be taken."""
        if self.place is None:
            return None
        return self._workspace.refused_texts.at(self._session, self.address, path)

    @property
    def refused_texts(self) -> tuple[RefusedText, ...]:
        """All texts of the ladder that could not be taken; the same object while they stay."""
        return self._workspace.refused_texts.of(self._session)

    @property
    def _is_open(self) -> bool:
        return self._session in self._workspace.sessions

    # -- values -------------------------------------------------------------------------------

    def type_in(self, path: FieldPath, value: object) -> bool:
        """Take a value that is being typed; it is merged with the present typing in the field."""
        saved = self._session.saved_ladder if self._session else None
        if (
            path == "name"
            and self.place
            and id_follows_name(self.place.ladder, saved, self.address)
        ):
            return self.run(set_name, self.address, str(value or ""), typing=True)
        return self.run(set_at, self.address, path, value, typing=True)

    def restore_value(self, path: FieldPath, value: object) -> bool:
        """Bring back the own value from before the typing in a field, as a step to undo."""
        self.end_typing()
        done = self.type_in(path, "" if value is None else value)
        self.end_typing()
        return done

    def put(self, path: FieldPath, value: object) -> bool:
        """Set a value as a separate step."""
        self.end_typing()
        done = self.run(set_at, self.address, path, value)
        self.end_typing()
        return done

    def override(self, path: FieldPath) -> bool:
        """Override the inherited value at a path."""
        self.end_typing()
        return self.run(override, self.address, *_name_and_key(path))

    def give_back(self, path: FieldPath) -> bool:
        """Drop the own value at a path, so that it is inherited again."""
        self.end_typing()
        return self.run(give_back, self.address, *_name_and_key(path))

    def rename(self, key: str) -> str:
        """Give the entity another id everywhere; returns why not, or ""."""
        if self._session is None or self.place is None or not self._is_open:
            return ""
        try:
            edit = rename(self._session.ladder, self.address, key)
            # The address follows by itself; a rename must not lead back to a page that was left.
            self._session.apply(replace(edit, select=Address()))
        except EditRefused as refused:
            return str(refused)
        return ""

    # -- lists --------------------------------------------------------------------------------

    def change_list(
        self, path: FieldPath, new: Sequence[Any], *, verb: str = "", merge: str = ""
    ) -> bool:
        """Change a list as a whole; an inherited list becomes an own one.

        Args:
            path: The path of the list.
            new: The items that it gets.
            verb: The word that the label of the step begins with, "" for the usual one.
            merge: A key; steps with the same key that follow each other become one.
        """
        return self.run(change_list, self.address, path, tuple(new), verb=verb, merge=merge)

    def move_in_list(self, path: FieldPath, places: Sequence[int], to: int) -> bool:
        """Move items of a list.

        Args:
            path: The path of the list.
            places: The indexes of the items, from 0.
            to: The index of the item that they go before, the list's length for the end.
        """
        self.end_typing()
        done = self.run(move_items, self.address, path, places, to)
        self.end_typing()
        return done

    # -- running edits ------------------------------------------------------------------------

    def run(
        self, builder: Callable[Concatenate[Ladder, P], Edit], *args: P.args, **options: P.kwargs
    ) -> bool:
        """Make an edit of the ladder that the page shows, and apply it.

        A refusal goes to the status bar, and the page shows again what the ladder holds.

        Args:
            builder: Returns the edit, or refuses.
            *args: Its arguments after the ladder.
            **options: Its keyword arguments.

        Returns:
            Whether the edit was made.
        """
        if self._session is None or self.place is None or not self._is_open:
            return False
        try:
            self._session.apply(builder(self._session.ladder, *args, **options))
        except EditRefused as refused:
            self._workspace.notice.emit(str(refused))
            self._show_again()
            return False
        return True


def _name_and_key(path: FieldPath) -> tuple[str, ...]:
    place = path
    return (place.name, place.key) if place.rest else (place.name,)
