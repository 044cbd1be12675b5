"""`laddereditor schema`: the JSON Schema of a ladder file, for other editors."""

import argparse

from laddereditor.cli.output import Output
from laddereditor.cli.verb import Verb
from laddereditor.compare.reports.json_values import json_text
from laddereditor.storage.reading.schema import json_schema


def _arguments(_: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def _run(_: argparse.Namespace, out: Output) -> int:
    out.line(json_text(json_schema()))
    return 0


VERB = Verb("Print the JSON Schema of a ladder file.", _arguments, _run)
