"""Distinct names for several open ladders."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def distinct_names(ladders: Sequence[tuple[str, Path | None]]) -> list[str]:
    """Return the name of each ladder, with the folder, or else a number, where two share one.

    Args:
        ladders: name and file of each ladder; None for one that was not saved yet.
    """
    names = [name for name, _ in ladders]
    depth = 1
    while (shared := _shared(names)) and depth <= max(_depths(ladders)):
        names = [
            _with_folder(name, path, depth) if now in shared else now
            for now, (name, path) in zip(names, ladders, strict=True)
        ]
        depth += 1
    shared, counts, found = _shared(names), Counter[str](), []
    for name in names:
        counts[name] += 1
        found.append(f"{name} ({counts[name]})" if name in shared else name)
    return found


def _shared(names: Sequence[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if count > 1}


def _depths(ladders: Sequence[tuple[str, Path | None]]) -> list[int]:
    return [0, *(len(path.parts) - 1 for _, path in ladders if path)]


def _with_folder(name: str, path: Path | None, depth: int) -> str:
    if path is None:
        return name
    return f"{name} — {'/'.join(path.parent.parts[-depth:])}"
