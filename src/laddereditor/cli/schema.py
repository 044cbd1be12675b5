"""`laddereditor schema`: the JSON Schema of a ladder file, for other editors."""

import argparse

from laddereditor.cli.output import Output
from laddereditor.reports.common.json_values import json_text
from laddereditor.storage.reading.schema import json_schema


def add_arguments(_: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_: argparse.Namespace, out: Output) -> int:
    """Run the verb; returns the exit code."""
    out.line(json_text(json_schema()))
    return 0
