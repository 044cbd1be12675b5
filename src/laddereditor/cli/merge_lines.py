"""Merges files that are not ladders line by line, as git does without a driver."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

_MOST_CONFLICTS = 127  # from git-merge-file(1); above it is an error


class CannotMerge(Exception):
    """git could not merge the files; the message says why."""


def merged_lines(
    files: Sequence[Path], name: str, marker_size: int | None = None
) -> tuple[bytes, bool]:
    """Return what `git merge-file` makes of three files, and whether there are conflicts.

    The files are the base, ours and theirs. Raises CannotMerge without git, and for files that
    hold no lines.
    """
    base, ours, theirs = (str(path.absolute()) for path in files)
    labels = [part for side in ("ours", "base", "theirs") for part in ("-L", f"{name} ({side})")]
    size = [f"--marker-size={marker_size}"] if marker_size else []
    command = ["git", "merge-file", "-p", "-q", *labels, *size, ours, base, theirs]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise CannotMerge("git was not found, which merges files that are not ladders") from error
    if not 0 <= done.returncode <= _MOST_CONFLICTS:
        told = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise CannotMerge(told or "git could not merge it")
    return done.stdout, done.returncode > 0
