"""Hide the program's own files beside a ladder from git, by the exclude list of the checkout.

`.git/info/exclude` belongs to one checkout and is never committed (gitignore(5)). Lines are only
added to it, once, and nothing else in `.git` is ever written.
"""

import os
from contextlib import suppress
from pathlib import Path

from laddereditor.regular_files import read_regular
from laddereditor.storage.files.folder_anchor import beside

_MAX_BYTES = 1_000_000
_PATTERNS = (".*.yaml.lock*", ".*.yml.lock*", ".*.saving*", ".*.rewriting")
_HEAD = "# Ladder Editor: who has a ladder open, and saves in progress"
_APPEND = (
    os.O_WRONLY
    | os.O_APPEND
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


def hide_from_git(path: Path) -> None:
    """Make git ignore the program's own files beside a ladder, if it is in a checkout.

    Never raises: if the list cannot be written, git shows the files as untracked.
    """
    with suppress(OSError, ValueError):
        folder = _common_folder(beside(path).parent)
        if folder is not None:
            _add_patterns(folder / "info" / "exclude")


def _common_folder(folder: Path) -> Path | None:
    """Return the git folder that all work trees of a repository share, or None."""
    for parent in (folder, *folder.parents):
        inside = parent / ".git"
        if inside.is_dir():
            return inside
        if os.path.lexists(inside):
            named = read_regular(inside, _MAX_BYTES).decode().removeprefix("gitdir:").strip()
            return _shared(parent / named)
    return None


def _shared(control: Path) -> Path:
    try:
        return control / read_regular(control / "commondir", _MAX_BYTES).decode().strip()
    except FileNotFoundError:
        return control


def _add_patterns(exclude: Path) -> None:
    try:
        text = read_regular(exclude, _MAX_BYTES).decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        text = ""
    known = {line.strip() for line in text.splitlines()}
    missing = [pattern for pattern in _PATTERNS if pattern not in known]
    if not missing or not (exclude.parent.parent / "objects").is_dir():
        return
    exclude.parent.mkdir(exist_ok=True)
    begin = "" if not text or text.endswith("\n") else "\n"
    lines = "".join(f"{line}\n" for line in (_HEAD, *missing))
    handle = os.open(exclude, _APPEND, 0o666)
    try:
        os.write(handle, f"{begin}{lines}".encode())
    finally:
        os.close(handle)
