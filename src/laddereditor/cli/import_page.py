"""`laddereditor import`: turn saved pages and spreadsheets into a ladder file."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from laddereditor.cli.existing_profiles import EXISTING, joined_ladder
from laddereditor.cli.import_export import import_export
from laddereditor.cli.import_sources import (
    ReadSource,
    SourceRefused,
    add_mapping_arguments,
    read_sources,
    written_mapping,
)
from laddereditor.cli.left_out import left_out_lines
from laddereditor.cli.output import Output, report_unreadable
from laddereditor.cli.result_file import (
    ResultFile,
    ResultRefused,
    result_file,
    write_ladder,
    write_result,
)
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.ids import slug
from laddereditor.edits.importing.pages import JoinedPages, NamedPage, renamed_family
from laddereditor.edits.importing.words_of_pages import with_words_of_pages
from laddereditor.exchange.families import with_family, with_settled_families
from laddereditor.exchange.importer import ImportResult
from laddereditor.model.counting import plural
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import Document, new_document, update
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("sources", metavar="SOURCE", nargs="+", type=Path)
    parser.add_argument(
        "--into",
        type=Path,
        metavar="FILE",
        help="a ladder to add to; it is only written to if it is also OUT",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", required=True)
    parser.add_argument(
        "--existing",
        choices=tuple(EXISTING),
        help="what to do with a profile that the ladder already has with other words: bring-in "
        "adds to it and takes over other words, beside makes a family of its own, skip leaves "
        "the page out; without it such an import is refused",
    )
    parser.add_argument(
        "--differing",
        choices=("keep", "pages"),
        default="keep",
        help="where pages say something else of a level, a factor or a family than the ladder or "
        "the pages before them: keep (the default) lists it and keeps the first words, pages "
        "takes what most pages say",
    )
    parser.add_argument(
        "--family",
        metavar="NAME",
        help="the family that the pages are about, if they do not say it themselves or the import "
        "takes them for another one",
    )
    add_mapping_arguments(parser)
    parser.add_argument(
        "--comments",
        action="store_true",
        help="keep comments on the cells of an exported workbook as comments of the ladder",
    )
    parser.add_argument(
        "--deletions",
        action="store_true",
        help="delete the entries whose rows or columns were deleted in an exported workbook; "
        "without it they are listed",
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")


def run(options: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    returned = import_export(options, out)
    if returned is not None:
        return returned
    try:
        result = _result(options)
    except ResultRefused as refused:
        out.error(f"laddereditor: {refused}")
        return 2
    try:
        document = open_ladder(options.into).document if options.into else None
        here = document.ladder if document else None
        sources, notices = read_sources(options.sources, options.mapping, here)
        _save_mapping(options, sources)
        imported = _write(options, result, document, sources)
    except UnreadableLadder as error:
        report_unreadable(out, options.into, error)
        return 2
    except SourceRefused as refused:
        is_named = str(refused).startswith(refused.path.name)
        out.error(f"laddereditor: {'' if is_named else f'{refused.path}: '}{refused}")
        return 2
    except (ResultRefused, EditRefused) as error:
        where = f"{options.output}: " if isinstance(error, EditRefused) else ""
        out.error(f"laddereditor: {where}{error}")
        return 2
    for notice in (*notices, *(f"{options.output}: {one}" for one in imported.notices)):
        out.error(f"laddereditor: {notice}")
    _report(out, imported, options.output)
    return 0


@dataclass(frozen=True, slots=True)
class _Imported:
    """What came of an import."""

    results: list[tuple[Path, ImportResult]]  # with their final families
    joined: JoinedPages
    notices: tuple[str, ...] = ()  # about the layout of the file


def _save_mapping(options: argparse.Namespace, sources: Sequence[ReadSource]) -> None:
    text = written_mapping(sources)
    if options.save_mapping is None or not text:
        return
    inputs = [*options.sources, *([options.mapping] if options.mapping else [])]
    target = result_file(options.save_mapping, inputs, force=options.force, may_be=options.mapping)
    write_result(target, text.encode())


def _result(options: argparse.Namespace) -> ResultFile:
    inputs = [*options.sources, *filter(None, [options.into, options.mapping])]
    return result_file(options.output, inputs, force=options.force, may_be=options.into)


def _write(
    options: argparse.Namespace,
    result: ResultFile,
    document: Document | None,
    sources: Sequence[ReadSource],
) -> _Imported:
    """Write the ladder, and return what it was made of."""
    here = document.ladder if document else None
    named = _with_families([one.result for one in sources], options.family, here)
    settled = [(source.path, one) for source, one in zip(sources, named, strict=True)]
    pages = [NamedPage(str(source), one.ladder) for source, one in settled]
    joined = joined_ladder(here, pages, options.existing)
    if options.differing == "pages":
        joined = with_words_of_pages(joined, pages)
    if document is None:
        write_ladder(result, new_document(joined.ladder))
        return _Imported(settled, joined)
    after = update(document, joined.ladder)
    write_ladder(result, after)
    return _Imported(settled, joined, after.notices)


def _with_families(
    results: Sequence[ImportResult], name: str | None, here: Ladder | None
) -> Sequence[ImportResult]:
    """Return the pages with their families: the one that was asked for, or what they say."""
    if not name:
        return with_settled_families(results, here)
    families = here.families if here else ()
    key = next((one.id for one in families if one.name.casefold() == name.casefold()), "")
    key = key or slug(name, "family")
    return [
        with_family(one, name, key, "as --family says")
        if one.family
        else replace(one, ladder=renamed_family(one.ladder, name, key))
        for one in results
    ]


def _report(out: Output, imported: _Imported, target: Path) -> None:
    for source, result in imported.results:
        if str(source) in imported.joined.left_out:
            out.line(f"{source}: left out, its profile is there already")
            continue
        profiles = plural(sum(1 for _ in all_profiles(result.ladder)), "profile")
        skills = plural(len(result.ladder.skills), "skill")
        out.line(
            f"{source}: {plural(len(result.ladder.families), 'family', 'families')}, "
            f"{profiles}, {skills} -> {target}"
        )
        for note in result.notes:
            out.line(f"  note: {note}")
        for unread in result.not_understood:
            where = unread.cell or unread.line
            out.line(f"  {source}:{where}: not understood: {unread.text} ({unread.reason})")
        for line in left_out_lines(result.left_out):
            out.line(f"  {line}")
    for one in imported.joined.differing:
        out.line(
            f"{one.source}: {one.label} differs: the ladder keeps “{one.here}”, the page says "
            f"“{one.there}”"
        )
