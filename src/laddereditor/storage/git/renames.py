"""Find the former name of a file: a file with similar lines that the same commit removed."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from stat import S_ISREG

from dulwich.diff_tree import tree_changes
from dulwich.object_store import BaseObjectStore
from dulwich.objects import Blob, ObjectID

from laddereditor.storage.git.sizes import ObjectTooLarge

_ALIKE = 0.5  # share of equal lines for a rename, the default of git (git-diff(1), --find-renames)
_MAXIMUM = 100  # files that are compared
_LARGEST = 50_000_000  # bytes of a file that is compared


def former_path(
    store: BaseObjectStore, before: ObjectID, after: ObjectID, blob: ObjectID
) -> bytes | None:
    """Return the path in the earlier tree of the file that became `blob`; None if it is new.

    Args:
        store: The objects of the repository.
        before: The id of the earlier tree.
        after: The id of the later tree.
        blob: The id of the contents in the later tree.
    """
    removed = list(_removed_files(store, before, after))
    for path, old in removed:
        if old == blob:
            return path
    lines = _lines(store, blob)
    if lines is None:
        return None
    scored = [(_similarity(lines, _lines(store, old)), path) for path, old in removed[:_MAXIMUM]]
    best = max(scored, default=(0.0, b""))
    return best[1] if best[0] >= _ALIKE else None


def _removed_files(
    store: BaseObjectStore, before: ObjectID, after: ObjectID
) -> Iterator[tuple[bytes, ObjectID]]:
    """Yield path and content of the files that were removed, YAML files first."""
    found: list[tuple[bytes, ObjectID]] = []
    for change in tree_changes(store, before, after):
        old, is_removed = change.old, change.new is None or change.new.path is None
        if is_removed and old and old.path and old.sha and old.mode and S_ISREG(old.mode):
            found.append((old.path, old.sha))
    yield from sorted(found, key=lambda one: not one[0].lower().endswith((b".yaml", b".yml")))


def _lines(store: BaseObjectStore, blob: ObjectID) -> Counter[bytes] | None:
    with suppress(KeyError, ObjectTooLarge):  # a partial clone lacks some contents
        found = store[blob]
        if isinstance(found, Blob) and found.raw_length() <= _LARGEST:
            return Counter(found.data.split(b"\n"))
    return None


def _similarity(one: Counter[bytes], other: Counter[bytes] | None) -> float:
    if not other:
        return 0.0
    return (one & other).total() / max(one.total(), other.total())
