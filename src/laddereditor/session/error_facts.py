"""The facts stored about an unexpected error: its type and places in code, never a ladder's text.

The message of an exception may quote what a person wrote (a key, a line, a name), and so may a
file's path; both are left out. The type of the error, where it was raised, the system's error code
and the number of wrong values are enough to find the cause.
"""

import errno
import platform
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from types import TracebackType

from laddereditor import program_version

_DEEPEST = 5  # causes of an error that are stored
_OUTER, _INNER = 6, 18  # calls stored of a long stack; those in between are only counted


class ActivityNote(str):
    """A note on an exception (`add_note`) that says what was being done, in plain words."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ErrorFacts:
    """An error without any text of a ladder."""

    kind: str  # "ValueError", "OSError (ENOSPC)"
    places: tuple[str, ...]  # "gui/jobs.py:90 in ThreadJobs._work", the outermost call first
    cause: "ErrorFacts | None" = None
    doing: str = ""  # what was being done, in plain words; "" if unknown

    @property
    def key(self) -> tuple[str, ...]:
        """The facts that are equal when the same error occurs again."""
        return (self.kind, *self.places[-3:])


def facts_of(error: BaseException) -> ErrorFacts:
    """Return the facts that may be stored about an error and its causes."""
    return _facts(error, _DEEPEST)


def _facts(error: BaseException, depth: int) -> ErrorFacts:
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    cause = _facts(behind, depth - 1) if behind is not None and depth else None
    notes = getattr(error, "__notes__", ())
    doing = next((str(note) for note in notes if isinstance(note, ActivityNote)), "")
    return ErrorFacts(_kind(error), _shortened(_places(error.__traceback__)), cause, doing)


def _kind(error: BaseException) -> str:
    cls = type(error)
    name = cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name} ({errno.errorcode.get(error.errno, error.errno)})"
    if isinstance(error, BaseExceptionGroup):
        return f"{name} ({', '.join(_kind(inner) for inner in error.exceptions)})"
    if cls.__module__.partition("_")[0] == "pydantic" and hasattr(error, "errors"):
        found = error.errors(include_url=False, include_context=False, include_input=False)
        counted = Counter(one["type"] for one in found)
        return f"{name} ({', '.join(f'{n} × {kind}' for kind, n in sorted(counted.items()))})"
    return name


def _places(trace: TracebackType | None) -> list[str]:
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{short_file(code.co_filename)}:{trace.tb_lineno} in {code.co_qualname}")
        trace = trace.tb_next
    return found


def short_file(name: str) -> str:
    """Return the path of a source file without the folders of this machine."""
    parts = PurePath(name.replace("\\", "/")).parts
    for root in ("laddereditor", "site-packages", f"python3.{sys.version_info.minor}"):
        if root in parts[:-1]:
            place = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[place + 1 :])
    return parts[-1] if parts else name


def _shortened(places: list[str]) -> tuple[str, ...]:
    left_out = len(places) - _OUTER - _INNER
    if left_out <= 1:
        return tuple(places)
    return (*places[:_OUTER], f"({left_out} more)", *places[-_INNER:])


def facts_text(facts: ErrorFacts) -> str:
    """Return an error as lines: its type, where it was raised, what caused it."""
    lines = [facts.kind, *(f"  {place}" for place in facts.places)]
    if facts.doing:
        lines.insert(1, f"  while {facts.doing}")
    if facts.cause is not None:
        lines += ["caused by", facts_text(facts.cause)]
    return "\n".join(lines)


def program_text() -> str:
    """Return the versions of the program and of what it runs on, as one line."""
    qt = getattr(sys.modules.get("PySide6"), "__version__", "")
    parts = (
        f"Ladder Editor {program_version()}",
        f"Python {platform.python_version()}",
        f"PySide6 {qt}" if qt else "",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )
    return ", ".join(part for part in parts if part)
