"""Saves files to fill in, which are imported once people have written into them."""

from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.presentation.files.home import home_folder
from laddereditor.reports.fill_in.templates import FILL_INS, fill_in_named
from laddereditor.storage.files.ladder_files import SaveFailed, save_bytes

_TITLE = "Template to fill in"
_QUESTION = (
    "Each file has samples that show what goes where. Write over them, and bring the file in with "
    "File › Import."
)


class FillIns:
    """Offers the files to fill in, in one window."""

    def __init__(self, workspace: Workspace, dialogs: GetDialogs, settings: Settings) -> None:
        """Offer nothing yet.

        Args:
            workspace: Has the jobs for disks and the status bar.
            dialogs: Asks which file, and where it goes.
            settings: Has the recent files, whose folder is proposed.
        """
        self._workspace, self._dialogs, self._settings = workspace, dialogs, settings

    def save(self) -> None:
        """Ask which file is wanted and where it goes, and write it there."""
        choices = [(one.name, f"{one.title}. {one.use}") for one in FILL_INS]
        name = self._dialogs().choose(_TITLE, _QUESTION, choices, "Save as…")
        if name is None:
            return
        chosen = fill_in_named(name)
        recent = self._settings.paths("recent")
        folder = recent[0].parent if recent else home_folder()
        path = self._dialogs().export_to_save(folder / chosen.file_name, chosen.title)
        if path is None:
            return

        def failed(error: Exception) -> None:
            if not isinstance(error, SaveFailed):
                raise error
            self._dialogs().show_message("The template was not saved", f"{error}.")

        self._workspace.disk.run(
            lambda _: save_bytes(path, chosen.write(), None),
            lambda _: self._workspace.notice.emit(
                f"Saved as {path.name}. Fill it in, then bring it in with File › Import."
            ),
            failed,
        )
