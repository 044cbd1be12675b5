"""What the columns of a comparison are called in a few letters, and whether they are versions."""

from collections import Counter
from collections.abc import Sequence

from laddereditor.compare.sheet.subject import Subject
from laddereditor.model.kinds import KINDS, key_of, label_of


def short_names(columns: Sequence[Subject]) -> tuple[str, ...]:
    """Return a name for each column: its level's code, with more where that is not enough.

    The family is named where there are several, and then the file or version of those that still
    have the name of another column.
    """
    codes = [key_of(subject.entity) for subject in columns]
    if len({(one.address.entity_list, one.origin) for one in columns}) == 1:
        return tuple(codes)
    owners = [_owner(one) for one in columns]
    is_enough = len(set(codes)) == len(codes) or len(set(owners)) == 1
    owned = [f"{owner} {code}" for owner, code in zip(owners, codes, strict=True)]
    short = codes if is_enough else owned
    counts = Counter(short)
    return tuple(
        f"{name} ({one.origin})" if counts[name] > 1 and one.origin else name
        for name, one in zip(short, columns, strict=True)
    )


def _owner(subject: Subject) -> str:
    return label_of(subject.family) if subject.family else KINDS["level"].title


def are_versions(columns: Sequence[Subject]) -> bool:
    """Whether the columns show one profile or level at several times, in copies of one ladder.

    Copies of a ladder have its id; two ladders that only use the same codes have ids of their own.
    """
    places = {(one.address, one.ladder.id) for one in columns}
    return len(places) == 1 and len({id(one.ladder) for one in columns}) > 1
