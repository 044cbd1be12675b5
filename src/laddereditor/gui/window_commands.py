"""Connects each command of the main window to its handler."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from laddereditor import program_version
from laddereditor.gui.changes_commands import ChangesCommands
from laddereditor.gui.command_palette import CommandPalette
from laddereditor.gui.compare_commands import CompareCommands
from laddereditor.gui.sharing.windows import new_window, quit_all, refresh_appearance
from laddereditor.gui.shortcut_sheet import ShortcutSheet
from laddereditor.gui.theme import SchemeChoice
from laddereditor.gui.unexpected.errors import unexpected_errors
from laddereditor.gui.versions.wiring import connect_versions
from laddereditor.presentation.undo_guard import undo
from laddereditor.session.session import Session

if TYPE_CHECKING:
    from laddereditor.gui.main_window import MainWindow

Handlers = dict[str, Callable[[], object]]


def connect_commands(window: "MainWindow") -> None:
    """Connect every command of the table to its handler."""
    handlers = {
        **_file_handlers(window),
        **_edit_handlers(window),
        **_view_handlers(window),
        **_compare_handlers(window),
        **_changes_handlers(window),
        **_go_handlers(window),
        **_help_handlers(window),
    }
    for command_id, handler in handlers.items():
        window.actions_by_id.connect_handler(command_id, handler)
    window.actions_by_id.give_to_tree(window.tree)
    window.centre.page_changed.connect(partial(_name_print, window))
    window.page.focused.connect(partial(_name_print, window))
    window.tree.form_wanted.connect(window.show_form)
    window.form.section_bar.section_shown.connect(window.page.follow)
    window.page.field_wanted.connect(partial(_go_to_field, window))


def _name_print(window: "MainWindow", *_: object) -> None:
    """Show in the menu what is printed now."""
    what = window.exporting.front_words()
    window.actions_by_id["file.print"].setText(f"Prin&t {what}…")


def _go_to_field(window: "MainWindow", field: str) -> None:
    """Go to the field of the entity shown, or with "" to the first one."""
    if field:
        window.show_field(window.workspace.address, field)
    else:
        window.show_form()


def _with_session(window: "MainWindow", act: Callable[[Session], object]) -> Callable[[], object]:
    def run() -> None:
        if window.workspace.session is not None:
            act(window.workspace.session)

    return run


def _file_handlers(window: "MainWindow") -> Handlers:
    return {
        "file.new": window.opening.new_ladder,
        "file.open": window.opening.ask_and_open,
        "file.save": _with_session(window, window.saving.save),
        "file.save_as": _with_session(window, window.saving.save_as),
        "file.save_all": window.saving.save_all,
        "file.import_page": window.importing.ask_and_import,
        "file.paste_page": window.importing.paste_page,
        "file.close": _with_session(window, window.closing.close),
        "file.backups": _with_session(window, window.sharing.backups.choose),
        "file.publish": _with_session(window, connect_versions(window).publish),
        "file.export": window.exporting.export,
        "file.print": window.exporting.print,
        "file.new_window": partial(new_window, window),
        "file.quit": partial(quit_all, window),
    }


def _edit_handlers(window: "MainWindow") -> Handlers:
    tree = window.tree
    return {
        "edit.undo": _with_session(window, partial(undo, window.asker)),
        "edit.redo": _with_session(window, Session.redo),
        "edit.cut": tree.cut,
        "edit.copy": tree.copy,
        "edit.paste": tree.paste,
        "edit.add": tree.add,
        "edit.add_to_all": window.show_form,
        "edit.rename": tree.rename,
        "edit.duplicate": tree.duplicate,
        "edit.delete": tree.delete,
        "edit.move_up": tree.move_up,
        "edit.move_down": tree.move_down,
        "edit.find": tree.focus_filter,
        "edit.take_back": window.problems.take_back,
        "edit.severity": window.problems.change_severity,
    }


def _view_handlers(window: "MainWindow") -> Handlers:
    return {
        "view.tree": partial(window.show_dock, "tree"),
        "view.form": window.show_form,
        "view.page": partial(window.show_dock, "page"),
        "view.source": partial(window.show_dock, "source"),
        "view.problems": partial(window.show_dock, "problems"),
        "view.versions": partial(window.show_dock, "versions"),
        **{f"panel.{name}": partial(window.toggle_dock, name) for name in window.docks},
        "view.matrix": partial(window.show_page, "matrix"),
        "view.compare": partial(window.show_page, "compare"),
        "view.changes": partial(window.show_page, "changes"),
        "view.expand": window.tree.expand_all,
        "view.collapse": window.tree.collapse_all,
        "view.light": partial(_choose_scheme, window, "light"),
        "view.dark": partial(_choose_scheme, window, "dark"),
        "view.system": partial(_choose_scheme, window, "system"),
        "view.zoom_in": partial(_zoom, window, +1),
        "view.zoom_out": partial(_zoom, window, -1),
        "view.zoom_reset": partial(_zoom, window, 0),
    }


def _compare_handlers(window: "MainWindow") -> Handlers:
    commands = CompareCommands(window)
    window.tree.further_actions = [
        window.actions_by_id[f"compare.{name}"] for name in ("next", "track", "selected")
    ] + [window.actions_by_id["edit.add_to_all"]]
    window.form.selection.wanted.connect(lambda command: window.actions_by_id[command].trigger())
    return {
        "compare.next": commands.with_next,
        "compare.track": commands.whole_track,
        "compare.selected": commands.selected,
        "compare.add": commands.add_column,
        "compare.copy": commands.copy,
    }


def _changes_handlers(window: "MainWindow") -> Handlers:
    commands = ChangesCommands(window)
    window.versions.changes_wanted.connect(commands.since)
    window.versions.between_wanted.connect(commands.between)
    return {
        "changes.saved": commands.since_saved,
        "changes.source": commands.choose_source,
        "changes.review": commands.review,
        "changes.merge": commands.merge,
        "changes.next": commands.next,
        "changes.previous": commands.previous,
        "changes.note": commands.write_note,
    }


def _go_handlers(window: "MainWindow") -> Handlers:
    return {
        "go.back": window.workspace.go_back,
        "go.forward": window.workspace.go_forward,
        "go.next_section": partial(_step_section, window, +1),
        "go.previous_section": partial(_step_section, window, -1),
        "go.next_problem": partial(window.problems.step, +1),
        "go.previous_problem": partial(window.problems.step, -1),
        "go.next_ladder": partial(window.tabs.step, +1),
        "go.previous_ladder": partial(window.tabs.step, -1),
    }


def _help_handlers(window: "MainWindow") -> Handlers:
    return {
        "help.palette": lambda: CommandPalette(window.actions_by_id, window).open(),
        "help.welcome": window.show_welcome,
        "help.shortcuts": lambda: ShortcutSheet(window).open(),
        "help.report": lambda: unexpected_errors().show_report(),
        "help.about": lambda: window.asker.tell(
            "About Ladder Editor",
            f"Ladder Editor {program_version()}\n\n"
            "Career ladders in files that people share. MIT licence.",
        ),
    }


def _step_section(window: "MainWindow", step: int) -> None:
    if window.centre.current != "form":
        window.show_page("form")
    window.form.section_bar.step(step)


def _choose_scheme(window: "MainWindow", scheme: SchemeChoice) -> None:
    window.looks.choose(scheme)
    refresh_appearance(window)


def _zoom(window: "MainWindow", by: int) -> None:
    window.looks.zoom(by)
    refresh_appearance(window)
