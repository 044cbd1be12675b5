"""Merge files that are not ladders line by line, as git does without a driver."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from laddereditor.model.spacing import single_spaced

_MAX_CONFLICTS = 127  # from git-merge-file(1); above it is an error


class CannotMerge(Exception):
    """git could not merge the files; the message says why."""


def merged_lines(
    files: Sequence[Path], name: str, marker_size: int | None = None
) -> tuple[bytes, bool]:
    """Merge three files with `git merge-file`.

    Args:
        files: The base, ours and theirs.
        name: The name of the merged file in conflict markers.
        marker_size: The length of conflict markers.

    Returns:
        The merged bytes, and whether there are conflicts.

    Raises:
        CannotMerge: git is missing, or the files are binary.
    """
    base, ours, theirs = (str(path.absolute()) for path in files)
    labels = [part for side in ("ours", "base", "theirs") for part in ("-L", f"{name} ({side})")]
    size = [f"--marker-size={marker_size}"] if marker_size else []
    command = ["git", "merge-file", "-p", "-q", *labels, *size, ours, base, theirs]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise CannotMerge("git was not found, which merges files that are not ladders") from error
    if not 0 <= done.returncode <= _MAX_CONFLICTS:
        words = single_spaced(done.stderr.decode("utf-8", "replace"))
        raise CannotMerge(words or "git could not merge it")
    return done.stdout, done.returncode > 0
