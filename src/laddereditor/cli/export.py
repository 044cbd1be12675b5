"""`laddereditor export`: write a ladder, or a part of it, for people without this program."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from laddereditor.cli.output import Output, report_unreadable
from laddereditor.cli.result_file import ResultFile, ResultRefused, result_file, write_result
from laddereditor.model.address import Address
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.reports.export_scope import AUDIENCES, export_source, section_fields
from laddereditor.reports.exporter import (
    ExportedFile,
    Exporter,
    ExportRefused,
    ExportScope,
    Progress,
)
from laddereditor.reports.exporters import EXPORTERS, exporter_named
from laddereditor.storage.files.export_folder import FolderRefused, check_folder, write_folder
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.reading.faults import UnreadableLadder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the ladder")
    formats = "; ".join(f"{one.name}: {one.title}" for one in EXPORTERS)
    parser.add_argument(
        "--to", choices=[one.name for one in EXPORTERS], required=True, help=formats
    )
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", required=True)
    parser.add_argument(
        "--audience",
        choices=tuple(AUDIENCES),
        default="everybody",
        help="; ".join(AUDIENCES.values()) + "; by default everybody",
    )
    for name, words in _CHOICES.items():
        parser.add_argument(
            f"--{name}", metavar=name.upper(), action="append", default=[], help=words
        )
    parser.add_argument(
        "--at",
        metavar="ADDRESS",
        action="extend",
        nargs="+",
        default=[],
        help="only these entries and what they need, such as families/baker or baker/P3",
    )
    parser.add_argument(
        "--semicolons",
        action="store_true",
        help="CSV with semicolons, for Excel where the comma is the decimal mark",
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")


_CHOICES = {
    "family": "only this family, by its id; may be repeated",
    "level": "only this level, by its code; may be repeated",
    "track": "only levels of this track, by its id; may be repeated",
    "section": "only this section of profiles; may be repeated: "
    + ", ".join(spec.name for spec in section_fields()),
}


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    try:
        exporter = exporter_named(options.to)
        result = _target(options, exporter)
        ladder = open_ladder(options.file).document.ladder
        count = _write(options, exporter, result, ladder)
    except UnreadableLadder as error:
        report_unreadable(out, options.file, error)
        return 2
    except ExportRefused as refused:
        out.error(f"laddereditor: {options.file}: {refused}")
        return 2
    except (ResultRefused, FolderRefused) as refused:
        out.error(f"laddereditor: {refused}")
        return 2
    except OSError as error:
        out.error(f"laddereditor: {options.output}: cannot be written: {reason(error)}")
        return 2
    files = f" ({plural(count, 'file')})" if result is None else ""
    out.line(f"{options.file}: {exporter.title} -> {options.output}{files}")
    return 0


def _target(options: argparse.Namespace, exporter: Exporter) -> ResultFile | None:
    """Return the file that is written, or None for a folder, after checking that it may be."""
    if exporter.suffix:
        return result_file(options.output, [options.file], force=options.force)
    check_folder(options.output, force=options.force)
    return None


def _write(
    options: argparse.Namespace, exporter: Exporter, result: ResultFile | None, ladder: Ladder
) -> int:
    """Write the export, and return the number of files."""
    source = export_source(ladder, _scope(options), date.today(), semicolons=options.semicolons)
    written = exporter.write(source, _progress())
    if result is not None:
        (only,) = written
        write_result(result, only.data)
        return 1
    counted: list[str] = []
    write_folder(options.output, _counting(written, counted))
    return len(counted)


def _counting(files: Iterator[ExportedFile], counted: list[str]) -> Iterator[tuple[str, bytes]]:
    for one in files:
        counted.append(one.path)
        yield one.path, one.data


def _scope(options: argparse.Namespace) -> ExportScope:
    return ExportScope(
        options.audience,
        tuple(options.family),
        tuple(options.level),
        tuple(options.track),
        tuple(options.section),
        tuple(Address(one) for one in options.at),
    )


def _progress() -> Progress:
    """Return what shows the progress on a terminal, and nothing anywhere else."""
    shown = sys.stderr is not None and sys.stderr.isatty()
    last = [-1]

    def show(done: int, of: int) -> None:
        percent = 100 * done // max(of, 1)
        if shown and percent != last[0]:
            last[0] = percent
            end = "\r\x1b[K" if done >= of else ""
            sys.stderr.write(f"\r{percent} %{end}")
            sys.stderr.flush()

    return show
