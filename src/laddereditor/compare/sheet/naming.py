"""What the columns of a comparison are called in a few letters, and whether they are versions."""

from collections.abc import Sequence

from laddereditor.compare.sheet.subject import Subject
from laddereditor.model.kinds import KINDS, key_of, label_of


def short_names(columns: Sequence[Subject]) -> tuple[str, ...]:
    """Return a name for each column: its level's code, with more where that is not enough."""
    codes = [key_of(subject.entity) for subject in columns]
    if len({(one.address.entity_list, one.origin) for one in columns}) == 1:
        return tuple(codes)
    owned = [f"{_owner(one)} {code}" for one, code in zip(columns, codes, strict=True)]
    short = codes if len(set(codes)) == len(codes) else owned
    if len(set(short)) == len(short):
        return tuple(short)
    origins = [f" ({one.origin})" if one.origin else "" for one in columns]
    return tuple(f"{name}{origin}" for name, origin in zip(short, origins, strict=True))


def _owner(subject: Subject) -> str:
    return label_of(subject.family) if subject.family else KINDS["level"].title


def are_versions(columns: Sequence[Subject]) -> bool:
    """Whether the columns show one profile or level at several times, in copies of one ladder.

    Copies of a ladder have its id; two ladders that only use the same codes have ids of their own.
    """
    places = {(one.address, one.ladder.id) for one in columns}
    return len(places) == 1 and len({id(one.ladder) for one in columns}) > 1
