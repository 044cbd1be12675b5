"""The table of commands without a window: what each does, and when it can be used."""

from dataclasses import fields
from unittest.mock import MagicMock

import pytest

from laddereditor.presentation.commands import BY_ID, COMMANDS, Command
from laddereditor.presentation.commands.situation import Situation
from laddereditor.presentation.commands.targets import Targets
from laddereditor.session.session import Session

READING = Situation(has_ladder=True, selected=2)
WRITING = Situation(has_ladder=True, can_edit=True, selected=2)


class Heard:
    """The parts of a window; each only notes what a command calls of it."""

    def __init__(self, session: Session | None) -> None:
        self.parts = {field.name: MagicMock() for field in fields(Targets)}
        self.parts["trail"].session = session
        self.targets = Targets(**self.parts)

    def calls(self) -> list[str]:
        return [
            f"{name}.{call[0]}" for name, part in self.parts.items() for call in part.method_calls
        ]


def usable(now: Situation) -> set[str]:
    return {command.id for command in COMMANDS if command.enabled(now)}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_that_a_command_does_something(command: Command) -> None:
    session = MagicMock(spec=Session, undo_takes_away=False)
    heard = Heard(session)
    command.act(heard.targets)
    assert heard.calls() or session.method_calls


@pytest.mark.parametrize(
    ("command", "call"),
    [
        ("file.save", "saving.save"),
        ("file.print", "exporting.print"),
        ("file.export", "exporting.export"),
        ("edit.cut", "tree.cut"),
        ("view.source", "pages.show_dock"),
        ("panel.source", "pages.toggle_dock"),
        ("compare.next", "pages.compare"),
        ("changes.next", "pages.changes"),
        ("go.back", "trail.go_back"),
        ("help.palette", "help.show_palette"),
    ],
)
def test_that_a_command_acts_on_its_part_of_the_window(command: str, call: str) -> None:
    heard = Heard(MagicMock(spec=Session))
    BY_ID[command].act(heard.targets)
    assert heard.calls()[0] == call


@pytest.mark.parametrize("command", ["file.save", "file.close", "file.publish"])
def test_that_what_needs_a_ladder_does_nothing_without_one(command: str) -> None:
    heard = Heard(None)
    BY_ID[command].act(heard.targets)
    assert heard.calls() == []


def test_that_without_a_ladder_only_what_opens_one_and_the_program_can_be_used() -> None:
    files = ("new", "open", "import", "paste", "template", "quit", "assess")
    starts = tuple(f"file.{name}" for name in files)
    looks = ("view.light", "view.dark", "view.system", "view.zoom")
    others = {name for name in usable(Situation()) if not name.startswith((*starts, *looks))}
    assert others == {command.id for command in COMMANDS if command.menu == "Help"}


def test_that_a_ladder_that_is_read_only_can_be_read_copied_and_exported() -> None:
    changing = usable(WRITING) - usable(READING)
    assert {"edit.cut", "edit.paste", "edit.add", "edit.delete", "file.publish"} <= changing
    assert {"changes.merge", "changes.review", "edit.severity", "edit.move_up"} <= changing
    assert {"edit.copy", "file.export", "file.print", "file.save_as"} <= usable(READING)


def test_that_what_acts_on_entries_needs_selected_ones() -> None:
    none, one = (Situation(has_ladder=True, can_edit=True, selected=count) for count in (0, 1))
    assert "edit.delete" in usable(one) - usable(none)
    assert "edit.add_to_all" in usable(WRITING) - usable(one)


def test_that_undo_and_redo_say_what_they_are_about_and_need_it() -> None:
    now = Situation(has_ladder=True, undo="Rename R&D")
    assert {"edit.undo", "edit.redo"} & usable(now) == {"edit.undo"}
    undo, redo = BY_ID["edit.undo"].words, BY_ID["edit.redo"].words
    assert undo is not None
    assert undo(now) == "&Undo Rename R&&D"
    assert redo is not None
    assert redo(now) == "&Redo"


def test_that_going_back_and_forward_need_somewhere_to_go() -> None:
    assert {"go.back", "go.forward"} & usable(Situation(can_go_back=True)) == {"go.back"}
    assert {"go.back", "go.forward"} & usable(Situation(can_go_forward=True)) == {"go.forward"}


def test_that_print_names_what_is_active() -> None:
    words = BY_ID["file.print"].words
    assert words is not None
    assert words(Situation(printed="the comparison")) == "Prin&t the comparison…"


def test_that_one_colour_scheme_is_on() -> None:
    now = Situation(scheme="dark", panels=frozenset({"page"}))
    on = [command.id for command in COMMANDS if command.checked and command.checked(now)]
    assert on == ["panel.page", "view.dark"]


def test_that_the_commands_of_compare_need_it_in_front_with_columns() -> None:
    one, two = (Situation(has_ladder=True, columns=count) for count in (1, 2))
    own = {command.id for command in COMMANDS if command.scope == "compare"}
    assert not own & usable(WRITING)
    assert own & usable(two) == own
    assert usable(two) - usable(one) == {
        *("compare.summary", "compare.copy_summary", "compare.talk", "compare.stepwise"),
        "compare.realign",
        *("compare.move_left", "compare.move_right", "compare.copy_left", "compare.copy_right"),
        *("compare.align", "compare.part", "compare.take_back"),
    }
