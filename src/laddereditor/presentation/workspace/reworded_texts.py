"""Find the statements that an edit reworded, so that what is known of a text follows it."""

from collections.abc import Iterator, Mapping, Sequence

from laddereditor.align.corrections import PairCorrections
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.shapes import TEXT_LISTS
from laddereditor.model.statement import statement_text

Lists = Mapping[tuple[str, str], Sequence[str]]  # field and key -> texts


def following(said: PairCorrections, before: Ladder, after: Ladder) -> PairCorrections:
    """Return corrections of pairs as they are about a ladder after an edit.

    Args:
        said: The corrections that were about the ladder before.
        before: The ladder before the edit.
        after: The ladder after it.
    """
    wanted = {text for pair in said.together | said.apart for text in pair}
    renamed = {old: new for old, new in reworded_texts(before, after).items() if old in wanted}
    return said.following(renamed, all_statements(after)) if renamed else said


def reworded_texts(before: Ladder, after: Ladder) -> dict[str, str]:
    """Return the new text of each statement that an edit reworded, by the old one.

    A statement was reworded if its place in its list holds another text now, and neither the old
    text nor the new one stands elsewhere in the list that the other is from.

    Args:
        before: The ladder before the edit.
        after: The ladder after it.
    """
    found: dict[str, str] = {}
    known = dict(_entities(before))
    for key, now in _entities(after):
        then = known.get(key)
        if then is None or then is now:
            continue
        lists = _lists(then)
        for name, new in _lists(now).items():
            found |= _reworded_in(lists.get(name, ()), new)
    return found


def _reworded_in(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    pairs = zip(old, new, strict=False)
    return {one: other for one, other in pairs if one not in new and other not in old}


def all_statements(ladder: Ladder) -> set[str]:
    """Return the texts of all statements of a ladder."""
    return {
        text for _, one in _entities(ladder) for texts in _lists(one).values() for text in texts
    }


def _entities(ladder: Ladder) -> Iterator[tuple[tuple[str, str], Profile | Level]]:
    for level in ladder.levels:
        yield ("", level.id), level
    for family in ladder.families:
        for profile in family.profiles:
            yield (family.id, profile.level), profile


def _lists(entity: Profile | Level) -> Lists:
    found: dict[tuple[str, str], Sequence[str]] = {}
    for spec in field_specs(type(entity)).values():
        if spec.shape not in TEXT_LISTS:
            continue
        value = getattr(entity, spec.name) or ()
        lists = value.items() if isinstance(value, Mapping) else [("", value)]
        for key, items in lists:
            found[spec.name, key] = [statement_text(item) for item in items]
    return found
