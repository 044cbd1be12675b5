"""Handle files whose names begin with a dash, which would be taken for options."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

_OF_GIT = (9, 7)  # arguments of an external diff of git; nine for a renamed file
_OBJECT = re.compile(r"[0-9a-f]{7,64}|\.")  # an object's id, or "." for none


def as_files(arguments: Sequence[str], options: Sequence[str]) -> list[str]:
    """Return arguments with `./` before each that is a file and not a known option."""
    found: list[str] = []
    for place, argument in enumerate(arguments):
        if argument == "--":
            return [*found, *arguments[place:]]
        is_file = argument.startswith("-") and argument not in (*options, "-")
        found.append(f"./{argument}" if is_file and os.path.lexists(Path(argument)) else argument)
    return found


def marked_off(arguments: Sequence[str]) -> list[str]:
    """Return the arguments of a diff, with `--` before the ones that git passes, if any."""
    given = list(arguments)
    if "GIT_DIFF_PATH_TOTAL" not in os.environ or "--" in given or not given:
        return given
    for count in _OF_GIT:
        own = given[-count:]
        if len(own) == count and all(_OBJECT.fullmatch(own[place]) for place in (2, 5)):
            return [*given[:-count], "--", *own]
    return [*given[:-1], "--", given[-1]]  # a path that both sides changed
