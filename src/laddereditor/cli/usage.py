"""Parse the arguments of a verb; a mistake gives one line with the nearest valid word.

This extends argparse, whose own messages have two lines of usage, and whose complaint about a
missing argument hides the mistyped option that causes it.
"""

import argparse
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

from laddereditor.cli.output import system_output

_NEAR = 0.6  # difflib's ratio from which a word is suggested for another


class WrongUsage(Exception):
    """The command line is invalid; the message says why, without the program's name."""


class HelpShown(Exception):
    """The help or the version was requested and has been printed."""


class ArgumentParser(argparse.ArgumentParser):
    """A parser that suggests the option that was probably meant, and raises WrongUsage."""

    def __init__(self, **settings: Any) -> None:
        self._options: list[str] = []
        super().__init__(**settings)

    def add_argument(self, *names: Any, **settings: Any) -> argparse.Action:
        """Declare an argument, as argparse does."""
        self._options += [name for name in names if str(name).startswith("-")]
        return super().add_argument(*names, **settings)

    @property
    def options(self) -> list[str]:
        """The options that were declared."""
        return self._options

    def error(self, message: str) -> NoReturn:
        """Report an error in argparse's words.

        Raises:
            WrongUsage: Always.
        """
        raise WrongUsage(f"{message} ({self.prog} --help explains it)")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Stop after the help or the version was printed.

        Raises:
            HelpShown: Always.
        """
        raise HelpShown

    def _print_message(self, message: str, file: object = None) -> None:
        """Print the help or the version. Raises OutputFailed, which argparse would hide."""
        if message:
            system_output().line(message.rstrip("\n"))

    def check_options(self, arguments: Sequence[str]) -> None:
        """Check that all options were declared.

        Raises:
            WrongUsage: An option is unknown.
        """
        for argument in arguments:
            if argument == "--":
                return
            name = argument.partition("=")[0]
            if name.startswith("-") and name != "-" and not self._knows(name):
                meant = nearest(name, self._options)
                raise WrongUsage(
                    f"there is no option '{name}'{did_you_mean(meant)} "
                    f"({self.prog} --help lists them)"
                )

    def _knows(self, name: str) -> bool:
        """Whether an option is declared, perhaps shortened (`--form`) or joined (`-oOUT`)."""
        if name.startswith("--"):
            return any(known.startswith(name) for known in self._options)
        return name[:2] in self._options


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most similar to a word, or ""."""
    found = get_close_matches(word.lower(), list(known), 1, _NEAR)
    return found[0] if found else ""


def did_you_mean(word: str) -> str:
    """Return a question for the end of a message, or "" without a word."""
    return f". Did you mean '{word}'?" if word else ""
