"""What is compared with what: the active ladder with another one, or two others."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.merge_session import MergeSession
from laddereditor.session.session import Session

# since: the active ladder against an earlier state, each change can be undone · review: another
# ladder against the active one, each change can be taken · between: two others, to be read only ·
# merge: another ladder together with the active one, conflicts resolved before anything is taken.
Mode = Literal["since", "review", "between", "merge"]


@dataclass(frozen=True, slots=True)
class DiffSides:
    """The two ladders, and what people call them."""

    old: Ladder
    new: Ladder
    old_name: str
    new_name: str


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """What the active ladder is compared with."""

    mode: Mode
    name: str  # of the other ladder: "the saved file", "version 2.1.0", "anna.yaml"
    other: Callable[[Session], Ladder | None]
    fixed: DiffSides | None = None  # of "between"
    merging: MergeSession | None = None  # of "merge"
    files: Callable[[], tuple[Path, ...]] = tuple  # that the other one is from, if it has its own

    def sides(self, session: Session) -> DiffSides | None:
        """Return the two sides that are compared now, None if there is nothing to compare with."""
        if self.fixed is not None:
            return self.fixed
        other = self.other(session)
        if other is None:
            return None
        if self.mode == "review":
            return DiffSides(session.ladder, other, session.name, self.name)
        if self.mode == "merge":
            return DiffSides(session.ladder, other, session.name, "merged")
        return DiffSides(other, session.ladder, self.name, session.name)

    @property
    def title(self) -> str:
        """The words above the list."""
        if self.fixed is not None:
            return f"From {self.fixed.old_name} to {self.fixed.new_name}"
        if self.mode == "review":
            return f"What {self.name} would change"
        if self.mode == "merge":
            return f"Merge with {self.name}"
        return f"Changed since {self.name}"


SAVED = Basis("since", "the last save", lambda session: session.saved_ladder)


def against(ladder: Ladder, name: str) -> Basis:
    """Return the basis for what changed since another state of this ladder."""
    return Basis("since", name, lambda _: ladder)


def review_of(theirs: Ladder, name: str) -> Basis:
    """Return the basis for taking changes of another ladder into this one."""
    return Basis("review", name, lambda _: theirs)


def review_of_import(added: Callable[[Ladder], Ladder], name: str) -> Basis:
    """Return the basis for taking what an import adds.

    Args:
        added: Returns a ladder with the import.
        name: What people call the import.
    """
    last: list[tuple[Ladder, Ladder]] = []  # a ladder and what comes of it

    def other(session: Session) -> Ladder:
        ladder = session.ladder
        if not last or last[0][0] is not ladder:
            last[:] = [(ladder, added(ladder))]
        return last[0][1]

    return Basis("review", name, other)


def from_file(basis: Basis, file: Path) -> Basis:
    """Return a basis whose other ladder is from a file of its own."""
    return replace(basis, files=lambda: (file,))


def review_of_open(theirs: Session) -> Basis:
    """Return the basis for taking changes of another open ladder, as it is from now on."""
    return Basis(
        "review",
        theirs.name,
        lambda _: theirs.ladder,
        files=lambda: (theirs.path,) if theirs.path else (),
    )


def between(old: Ladder, new: Ladder, old_name: str, new_name: str) -> Basis:
    """Return the basis for a read-only comparison of any two ladders.

    Args:
        old: The older ladder.
        new: The newer one.
        old_name: What people call the older one: “version 1.0.0”.
        new_name: What they call the newer one.
    """
    return Basis("between", new_name, lambda _: new, DiffSides(old, new, old_name, new_name))


def merge_of(merging: MergeSession, *files: Path) -> Basis:
    """Return the basis for a three-way merge; the other side is the merged ladder so far.

    `files` are the files of the merged ladders, except that of the active ladder.
    """
    return Basis(
        "merge",
        merging.name,
        lambda session: merging.state(session.ladder).ladder,
        merging=merging,
        files=lambda: files,
    )
