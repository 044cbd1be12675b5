"""Walk back lazily through the commits that touched one file, newest first.

History is simplified as by `git log`: where a merge has the same file as one parent, only that
parent is followed. Where a file begins, a file with similar lines that was removed in the same
commit is taken for the same file under its former name.
"""

import heapq
from collections.abc import Callable, Iterator
from functools import lru_cache

from dulwich.object_store import tree_lookup_path
from dulwich.objects import Commit, ObjectID

from laddereditor.storage.git.checkout import Checkout
from laddereditor.storage.git.commit import FileCommit, file_commit
from laddereditor.storage.git.renames import former_path
from laddereditor.storage.reading.faults import Cancelled

_CACHED = 4096  # commits and entries in the cache
_LOOK_UP = 64  # commits between two checks whether the walk was cancelled

NextCommit = tuple[
    int, int, ObjectID, bytes
]  # minus the time, the number, the commit, the path then


class CommitWalk:
    """One walk; `commits` can be iterated once."""

    def __init__(self, checkout: Checkout, cancelled: Callable[[], bool]) -> None:
        """Start at the checkout's commit; `cancelled` is called at intervals."""
        self._repo, self._shallow = checkout.repo, checkout.shallow
        self._cancelled = cancelled
        self._steps: list[NextCommit] = []
        self._seen: set[tuple[ObjectID, bytes]] = set()
        self._commit = lru_cache(_CACHED)(self._read)
        self._entry = lru_cache(_CACHED)(self._find)
        self._go_to(checkout.head, checkout.path)

    def commits(self) -> Iterator[FileCommit]:
        """Yield the commits that touched the file.

        Raises:
            Cancelled: The person cancelled the operation.
        """
        number = 0
        while self._steps:
            number += 1
            if number % _LOOK_UP == 0 and self._cancelled():
                raise Cancelled
            _, _, commit, path = heapq.heappop(self._steps)
            entry = self._entry(commit, path)
            parents = self._parents(commit)
            if (same := self._unchanged(parents, path, entry)) is not None:
                self._go_to(same, path)
                continue
            for parent in parents:
                self._go_to(parent, self._path_in(parent, commit, path))
            if parents or entry is not None:
                yield file_commit(self._commit(commit), path, entry is None)

    def _unchanged(
        self, parents: list[ObjectID], path: bytes, entry: ObjectID | None
    ) -> ObjectID | None:
        return next((parent for parent in parents if self._entry(parent, path) == entry), None)

    def _path_in(self, parent: ObjectID, commit: ObjectID, path: bytes) -> bytes:
        """Return the path of the file before a commit."""
        blob = self._entry(commit, path)
        if blob is None or self._entry(parent, path) is not None:
            return path
        trees = self._commit(parent).tree, self._commit(commit).tree
        return former_path(self._repo.object_store, *trees, blob) or path

    def _go_to(self, commit: ObjectID, path: bytes) -> None:
        if (commit, path) not in self._seen:
            self._seen.add((commit, path))
            time = -self._commit(commit).commit_time
            heapq.heappush(self._steps, (time, len(self._seen), commit, path))

    def _parents(self, commit: ObjectID) -> list[ObjectID]:
        """Return the parents; a shallow clone has none at its boundary."""
        return [] if commit in self._shallow else self._commit(commit).parents

    def _read(self, commit: ObjectID) -> Commit:
        found = self._repo.object_store[commit]
        if not isinstance(found, Commit):
            raise KeyError(commit)
        return found

    def _find(self, commit: ObjectID, path: bytes) -> ObjectID | None:
        store = self._repo.object_store
        try:
            return tree_lookup_path(store.__getitem__, self._commit(commit).tree, path)[1]
        except (KeyError, NotADirectoryError):
            return None
