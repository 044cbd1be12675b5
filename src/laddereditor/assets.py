"""Finds the files that travel with the program: icons, themes, templates, word lists, samples."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any


def _root(folder: str) -> Traversable:
    packaged = files("laddereditor").joinpath(folder)
    if packaged.is_dir():
        return packaged
    # A checkout has the folder at the top level; a wheel has it inside the package.
    return Path(__file__).resolve().parents[2] / folder


def resource(*parts: str) -> Traversable:
    """Return one file or folder below `resources/`, e.g. `resource("icons", "open.svg")`."""
    return _root("resources").joinpath(*parts)


def word_list(name: str) -> Any:
    """Return what `resources/words/NAME.yaml` holds.

    libyaml reads it in a tenth of the time that the parser in Python takes.

    Args:
        name: The name of the file, without its ending.
    """
    from yaml import CSafeLoader, load  # the window is shown without it

    return load(resource("words", f"{name}.yaml").read_text("utf-8"), Loader=CSafeLoader)


def sample_ladders() -> dict[str, Traversable]:
    """Return the sample ladders by file name, sorted."""
    found = {entry.name: entry for entry in _root("ladders").iterdir()}
    return {name: found[name] for name in sorted(found) if name.endswith(".yaml")}
