"""The definition of a verb of the command line."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from laddereditor.cli.output import Output


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its help line, the function that declares its arguments, and the one that runs it."""

    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Output], int]  # returns the exit code


def verb_in(module: str, words: str) -> Verb:
    """Return a verb whose module is imported when it is used, for a program that starts sooner.

    Args:
        module: The name of the module in `laddereditor.cli`, with `add_arguments` and `run`.
        words: The help line.
    """

    def add_arguments(parser: argparse.ArgumentParser) -> None:
        import_module(f"laddereditor.cli.{module}").add_arguments(parser)

    def run(options: argparse.Namespace, out: Output) -> int:
        return int(import_module(f"laddereditor.cli.{module}").run(options, out))

    return Verb(words, add_arguments, run)
