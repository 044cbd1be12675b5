"""Ladder Editor: a desktop program for career ladders kept in YAML files."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("laddereditor")
except PackageNotFoundError:  # run from a source tree that was never installed
    __version__ = "0.0.0"
