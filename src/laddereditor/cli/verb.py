"""The definition of a verb of the command line."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from laddereditor.cli.output import Output


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its help line, the function that declares its arguments, and the one that runs it."""

    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Output], int]  # returns the exit code
