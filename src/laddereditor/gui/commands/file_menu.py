"""The commands of the File menu, in its order."""

from laddereditor.gui.commands.command import Command

FILE_MENU: tuple[Command, ...] = (
    Command(
        "file.new",
        "&New ladder…",
        "File",
        "Ctrl+N",
        "new",
        "Start a ladder from a template",
        "always",
    ),
    Command(
        "file.open", "&Open…", "File", "Ctrl+O", "open", "Open ladder files", "always", toolbar=True
    ),
    Command(
        "file.save",
        "&Save",
        "File",
        "Ctrl+S",
        "save",
        "Save the ladder to its file",
        "ladder",
        toolbar=True,
    ),
    Command(
        "file.save_as",
        "Save &as…",
        "File",
        "Ctrl+Shift+S",
        "save-as",
        "Save the ladder to another file",
    ),
    Command("file.save_all", "Save a&ll", "File", "Ctrl+Alt+S", "", "Save every open ladder"),
    Command(
        "file.backups",
        "Restore an &earlier save…",
        "File",
        "",
        "history",
        "Bring back a state of the file that a save replaced",
    ),
    Command(
        "file.import_page",
        "&Import page…",
        "File",
        "Ctrl+I",
        "import-page",
        "Read a saved level page into a ladder",
        "always",
        separator=True,
    ),
    Command(
        "file.paste_page",
        "Import page from clip&board…",
        "File",
        "Ctrl+Shift+I",
        "paste-page",
        "Read a copied level page into a ladder",
        "always",
    ),
    Command(
        "file.close",
        "&Close ladder",
        "File",
        "Ctrl+W",
        "close",
        "Close the ladder shown",
        separator=True,
    ),
    Command(
        "file.new_window",
        "New &window",
        "File",
        "Ctrl+Shift+W",
        "",
        "Open another window of the program",
        "always",
    ),
    Command("file.quit", "&Quit", "File", "Ctrl+Q", "quit", "Leave the program", "always"),
)
