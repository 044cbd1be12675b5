"""Split plain values of a ladder over random files, each written in a style of its own."""

import codecs
from pathlib import Path
from random import Random
from typing import Any

from laddereditor.model.kinds import COLLECTIONS
from tests.storage.styles import Style

NAMES = ("a.yaml", "levels.yaml", "families/design.yml", "families/x/y.yaml", "Zz.yaml")
_MARKS = (b"", b"", codecs.BOM_UTF8)


def with_ids(raw: dict[str, Any]) -> dict[str, Any]:
    """Return the values with an id for the ladder, and no id twice in a list."""
    values = {**raw, "id": "random"}
    for name in COLLECTIONS:
        for number, entity in enumerate(values.get(name) or []):
            entity["id"] = f"{name[0]}{number}"
    return values


def split(raw: dict[str, Any], rng: Random, *, brackets: bool = True) -> dict[str, bytes]:
    """Return the files of a folder that hold a ladder, by their paths.

    Args:
        raw: The plain values of the ladder.
        rng: Decides what goes where.
        brackets: Whether collections may be in brackets.
    """
    names = sorted(rng.sample(NAMES, rng.randint(2, len(NAMES))), key=str.casefold)
    files: dict[str, dict[str, Any]] = {
        name: {"laddereditor": raw["laddereditor"], "id": raw["id"]} for name in names
    }
    for key, value in raw.items():
        if key in COLLECTIONS and isinstance(value, list) and len(value) > 1:
            places = sorted(rng.randrange(len(names)) for _ in value)
            for place, entity in zip(places, value, strict=True):
                files[names[place]].setdefault(key, []).append(entity)
        elif key not in ("laddereditor", "id"):
            files[rng.choice(names)][key] = value
    return {name: _written(values, rng, brackets=brackets) for name, values in files.items()}


def _written(values: dict[str, Any], rng: Random, *, brackets: bool) -> bytes:
    style = Style(rng)
    if not brackets:
        style.flow = 0.0
    text = style.file(values)
    return rng.choice(_MARKS) + text.encode("utf-8")


def put(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files into a folder, and return the folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return what the files of a folder hold, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
