"""Run the verb of the command line; without a verb, open the window."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from laddereditor import program_version
from laddereditor.cli.dashed_names import as_files, marked_off
from laddereditor.cli.display import explain_no_display, has_display
from laddereditor.cli.file_arguments import files_to_open
from laddereditor.cli.output import Output, OutputFailed, harmless_output, system_output
from laddereditor.cli.unexpected import INTERRUPTED, report_unexpected
from laddereditor.cli.usage import ArgumentParser, HelpShown, WrongUsage
from laddereditor.cli.verb import Verb, verb_in

OpenWindow = Callable[[list[Path]], int]

VERBS: dict[str, Verb] = {
    "assess": verb_in("assess", "List the gaps that filled self-assessment forms show."),
    "check": verb_in("check", "Say what is wrong in ladder files, with line and column."),
    "compare": verb_in("compare", "Show levels side by side, of one ladder or of several."),
    "diff": verb_in("diff", "Say what changed between two ladders, and what it means for people."),
    "export": verb_in("export", "Write a ladder for others: workbook, document, site, data."),
    "import": verb_in("import_page", "Turn saved level pages into a ladder file."),
    "match": verb_in("match", "Find the profile of each job title of a list."),
    "merge": verb_in("merge", "Merge two ladders with their common ancestor."),
    "overview": verb_in("overview", "Show a ladder on one page: what stands out, the progress."),
    "publish": verb_in(
        "publish",
        "Publish a ladder: stamp version, history and status, and freeze a copy beside it.",
    ),
    "schema": verb_in("schema", "Print the JSON Schema of a ladder file."),
    "template": verb_in("template", "Write a file to fill in, for Excel or as text."),
    "versions": verb_in("versions", "List the published versions of a ladder, newest first."),
}


def make_parser() -> ArgumentParser:
    """Return the parser for arguments before a verb, and for the help that lists the verbs."""
    parser = ArgumentParser(
        prog="laddereditor",
        description="Edit career ladders. Without a verb, opens the window with the files given.",
        epilog="laddereditor [FILE …] opens the window; laddereditor VERB --help explains a verb.",
    )
    parser.add_argument("--version", action="version", version=f"laddereditor {program_version()}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for name, verb in VERBS.items():
        verbs.add_parser(name, help=verb.help)
    return parser


def parser_of(name: str) -> ArgumentParser:
    """Return the parser for the arguments of a verb."""
    parser = ArgumentParser(prog=f"laddereditor {name}", description=VERBS[name].help)
    VERBS[name].arguments(parser)
    return parser


def run(arguments: Sequence[str], open_window: OpenWindow, output: Output | None = None) -> int:
    """Run the command line and return the exit code (2 for wrong usage).

    Args:
        arguments: The arguments after the program's name.
        open_window: Opens the window with files; it is passed in because verbs must not load Qt.
        output: Where verbs write, by default the process's own output.
    """
    out = harmless_output(output or system_output())
    try:
        return _run(arguments, open_window, out)
    except HelpShown:
        return 0
    except WrongUsage as wrong:
        out.error(f"laddereditor: {wrong}")
    except OutputFailed as failed:
        out.error(f"laddereditor: standard output cannot be written: {failed}")
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # any error gives one line and an entry in the log, no traceback
        report_unexpected(out, _doing(arguments), error)
    return 2


def _doing(arguments: Sequence[str]) -> str:
    verb = arguments[0] if arguments and arguments[0] in VERBS else ""
    return f"carrying out “{verb}”" if verb else "starting the window"


def _run(arguments: Sequence[str], open_window: OpenWindow, out: Output) -> int:
    first = arguments[0] if arguments else ""
    if first in VERBS:
        parser = parser_of(first)
        given = marked_off(arguments[1:]) if first == "diff" else arguments[1:]
        given = as_files(given, parser.options)
        parser.check_options(given)
        return VERBS[first].run(parser.parse_args(given), out)
    arguments = as_files(arguments, make_parser().options)
    first = arguments[0] if arguments else ""
    files = arguments[1:] if first == "--" else arguments
    if first != "--":
        parser = make_parser()
        parser.check_options(arguments)
        if first.startswith("-"):
            parser.parse_args(arguments)
    return _show(open_window, files_to_open(files, list(VERBS)), out)


def _show(open_window: OpenWindow, paths: list[Path], out: Output) -> int:
    if not has_display(sys.platform):
        out.error(explain_no_display(list(VERBS)))
        return 2
    return open_window(paths)
