"""The parts of a document as PDF, laid out by typst in threads."""

import json
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from laddereditor.assets import resource

if TYPE_CHECKING:
    import typst  # an extra

_MOST_THREADS = 3  # each keeps what it lays out in memory
_FORGETS = 10  # typst forgets what it laid out after so many other documents


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Lays out documents given as data."""

    fonts: "typst.Fonts"
    markup: bytes
    made: datetime | None  # written into the file as the time when it was made

    def pdf(self, given: Mapping[str, Any], *, tagged: bool = True) -> bytes:
        """Return what is given to the template as PDF."""
        import typst

        compiler = typst.Compiler(font_paths=self.fonts, package_path=None)
        text = json.dumps(given, ensure_ascii=False)
        found = compiler.compile(
            self.markup,
            format="pdf",
            sys_inputs={"document": text},
            timestamp=self.made,
            pdf_tags=tagged,
        )
        for _ in range(_FORGETS):
            compiler.compile(b"", format="pdf", sys_inputs=None)
        assert isinstance(found, bytes)
        return found


def typesetter(day: str) -> Typesetter:
    """Return a typesetter with the fonts of the system.

    Args:
        day: The day on which the document is made, as in ISO 8601; "" if none is written.

    Raises:
        ImportError: The package typst is not installed.
    """
    import typst

    markup = resource("documents", "document.typ").read_bytes()
    made = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    return Typesetter(typst.Fonts(), markup, made)


@contextmanager
def typesetting(setter: Typesetter) -> Iterator["Typesetting"]:
    """Give what lays out documents in threads; what is not begun at the end never is."""
    threads = max(1, min(_MOST_THREADS, os.cpu_count() or 1))
    pool = ThreadPoolExecutor(threads, "typst")
    try:
        yield Typesetting(setter, pool, threads + 1)
    finally:
        pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Typesetting:
    """Threads that lay out documents."""

    setter: Typesetter
    pool: ThreadPoolExecutor
    ahead: int  # how many documents are laid out or wait for it

    def one(self, given: Mapping[str, Any], *, tagged: bool = True) -> bytes:
        """Return a document as PDF; the threads use their memory again for it."""
        return self.pool.submit(self.setter.pdf, given, tagged=tagged).result()

    def all(self, parts: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
        """Yield documents as PDF, in their order; the next ones are laid out meanwhile."""
        waiting: deque[Future[bytes]] = deque()
        for part in parts:
            waiting.append(self.pool.submit(self.setter.pdf, part))
            if len(waiting) > self.ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
