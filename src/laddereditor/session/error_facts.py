"""What is kept of an unexpected error: its type and its places in code, never a text of a ladder.

The message of an exception may quote what a person wrote (a key, a line, a name), and so may a
file's path; both stay out. What an error is called, where in the code it came up, what of the
system's it is, and how many wrong values there were, is enough to find it.
"""

import errno
import platform
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from types import TracebackType

from laddereditor import program_version

_DEEPEST = 5  # causes behind an error that are told
_OUTER, _INNER = 6, 18  # places told of a long way; what lies between is only counted


class Doing(str):
    """A note on an exception (`add_note`) that says what was being done, in plain words."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ErrorFacts:
    """An error without any text of a ladder."""

    kind: str  # "ValueError", "OSError (ENOSPC)"
    places: tuple[str, ...]  # "gui/jobs.py:90 in ThreadJobs._work", the outermost call first
    cause: "ErrorFacts | None" = None
    doing: str = ""  # what was being done, in plain words; "" if nobody said

    @property
    def key(self) -> tuple[str, ...]:
        """What an error has in common with the same error when it comes again."""
        return (self.kind, *self.places[-3:])


def facts_of(error: BaseException) -> ErrorFacts:
    """Return what may be kept of an error, and of what caused it."""
    return _facts(error, _DEEPEST)


def _facts(error: BaseException, depth: int) -> ErrorFacts:
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    cause = _facts(behind, depth - 1) if behind is not None and depth else None
    notes = getattr(error, "__notes__", ())
    doing = next((str(note) for note in notes if isinstance(note, Doing)), "")
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
    """Return a file as it is known to everybody: without the folders of this machine."""
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
    """Return an error as lines: its kind, where it came up, what caused it."""
    lines = [facts.kind, *(f"  {place}" for place in facts.places)]
    if facts.doing:
        lines.insert(1, f"  while {facts.doing}")
    if facts.cause is not None:
        lines += ["caused by", facts_text(facts.cause)]
    return "\n".join(lines)


def program_text() -> str:
    """Return which program this is, and what it runs on, as one line."""
    qt = getattr(sys.modules.get("PySide6"), "__version__", "")
    parts = (
        f"Ladder Editor {program_version()}",
        f"Python {platform.python_version()}",
        f"PySide6 {qt}" if qt else "",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )
    return ", ".join(part for part in parts if part)
