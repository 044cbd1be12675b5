"""What a verb of the command line is."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from laddereditor.cli.output import Output


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its help line, what declares its arguments, and what carries it out."""

    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Output], int]  # returns the exit code
