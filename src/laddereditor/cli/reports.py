"""Where a report of a verb goes: to standard output, or to a file that is not overwritten."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from laddereditor.cli.output import Output
from laddereditor.storage.atomic import SYSTEM, replace_file
from laddereditor.storage.save_words import WRITE_REPORT, save_words

WIDE = (100, 24)  # of a terminal that does not say how wide it is


class ReportRefused(Exception):
    """The report cannot be written; the message says why, after the program's name."""


def shows_colour(environment: Mapping[str, str] | None = None) -> bool:
    """Whether standard output is a terminal that shows colours, and nobody asked for none."""
    known = os.environ if environment is None else environment
    if known.get("NO_COLOR") or known.get("TERM") == "dumb":
        return False
    # The old console of Windows shows the codes themselves.
    if sys.platform == "win32" and "WT_SESSION" not in known:
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def put_report(report: str, target: Path | None, out: Output, *, force: bool = False) -> None:
    """Write a report to a file, or to standard output; raises ReportRefused."""
    if target is None:
        out.line(report.rstrip("\n"))
        return
    if target.exists() and not force:
        raise ReportRefused(f"{target}: is already there; --force replaces it")
    data = f"{report.rstrip()}\n".encode("utf-8", "replace")
    try:
        replace_file(target, data, lambda: None, SYSTEM)
    except OSError as error:
        raise ReportRefused(save_words(target, error, SYSTEM.is_windows, WRITE_REPORT)) from error
