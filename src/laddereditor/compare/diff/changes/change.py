"""The definition of a change between two ladders."""

from dataclasses import dataclass
from dataclasses import field as set_field
from typing import Any, Literal

from laddereditor.compare.diff.changes.list_plan import Detail
from laddereditor.model.address import Address, FieldPath

ChangeKind = Literal["added", "removed", "changed", "moved", "renamed", "reordered"]
Effect = Literal["raises", "lowers", "clarifies", "neutral", "unclear"]
# What a change is about that people care for, although it asks nothing of them; "" for all else.
Concern = Literal["", "pay raised", "pay lowered", "pay", "title", "level code", "terms"]
BumpOrNone = Literal["none", "patch", "minor", "major"]


@dataclass(frozen=True, slots=True)
class LadderChange:
    """One semantic change, as a person would describe it."""

    kind: ChangeKind
    address: Address  # of the entity in the new ladder; in the old one if it is gone
    field: FieldPath  # inside the entity: "summary", "responsibilities/2"; "" for the entity itself
    before: Any  # model values: text, Statement, SkillUse, Experience, an entity …; None if absent
    after: Any
    effect: Effect  # on the people the ladder describes
    reason: str  # why that effect, or what is unknown; a short phrase for people
    origin: Address = Address()  # of a move or a rename: the old address, with the old field path
    division: Literal["", "split", "joined"] = ""  # `before` or `after` is a tuple of statements
    bump: BumpOrNone = "patch"  # the least step of the version for it
    concerns: Concern = ""  # of a neutral one
    references: int = 0  # places that a rename also touches, folded into this change
    detail: Detail = set_field(default=Detail(), repr=False, compare=False)  # for taking it


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that both sides changed differently from the base."""

    address: Address
    field: FieldPath
    base: Any  # None where there was nothing
    ours: Any  # None where it was taken out
    theirs: Any
    proposal: Any = None  # what the merge would put there, if that is neither ours nor theirs
    key: str = (
        ""  # distinguishes it from the other conflicts of a merge, whatever was resolved before
    )
