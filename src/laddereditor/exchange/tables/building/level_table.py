"""The levels of a workbook: which names of several sheets are one level, and their codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from laddereditor.edits.ids import code_parts, well_formed
from laddereditor.exchange.levelpage.page import track_of
from laddereditor.exchange.tables.terms.level_heads import LevelHead, are_codes, level_head
from laddereditor.exchange.tables.terms.words import table_words, word_key
from laddereditor.model.spacing import single_spaced
from laddereditor.model.terms import Track


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """A level: its code, the name that people call it, and its track."""

    code: str
    name: str
    track: Track


@dataclass(frozen=True)
class LevelTable:
    """All levels, lowest first, and which of them a name of the workbook means."""

    entries: tuple[LevelEntry, ...]
    by_name: dict[str, int]
    others: frozenset[str] = frozenset()  # names that are not those of their entries

    def entry(self, name: str) -> LevelEntry | None:
        """Return the level that a name means, None for none."""
        at = self.by_name.get(_key(name))
        return self.entries[at] if at is not None else None

    def is_other_name(self, name: str) -> bool:
        """Return whether a level has another name than this one, which also means it."""
        return _key(name) in self.others


def level_table(
    series: Sequence[Sequence[str]],
    codes: dict[str, str],
    taken: frozenset[str] = frozenset(),
    tracks: Mapping[str, str] | None = None,
    *,
    align: bool,
) -> LevelTable:
    """Return the levels of all sheets.

    Args:
        series: The names of the levels of each sheet, lowest first.
        codes: Codes that a column, a row or the ladder there gives for names.
        taken: Codes that levels of other names have.
        tracks: What the workbook calls the tracks of levels.
        align: Whether levels of other names in another sheet are those at the same place.
    """
    called = {_key(name): track for name, track in (tracks or {}).items()}
    order: list[str] = []
    same: dict[str, str] = {}
    shown = {_key(name): name for names in reversed(list(series)) for name in names}
    for names in dict.fromkeys(tuple(one) for one in series if one):
        keys = [_key(name) for name in names]
        may_align = align and not are_codes([*names, *(shown[key] for key in order)])
        other = _same_levels(keys, order, called) if may_align else []
        if other:
            same.update(zip(keys, other, strict=True))
            continue
        _merge(order, keys)
    said = {_key(name): code for name, code in codes.items()}
    heads = [level_head(shown[key]) for key in order]
    of_levels = [called.get(key, "") for key in order]
    entries = _entries(heads, [said.get(key, "") for key in order], taken, of_levels)
    entries = _with_names_of_tracks(entries, of_levels)
    by_name = {key: at for at, key in enumerate(order)}
    by_name |= {key: by_name[other] for key, other in same.items()}
    return LevelTable(tuple(entries), by_name, frozenset(same))


def _same_levels(keys: Sequence[str], order: Sequence[str], called: Mapping[str, str]) -> list[str]:
    """Return the levels of the same track that are as many and none of them, [] if there are none.

    Args:
        keys: The keys of the names of a sheet.
        order: Those of all sheets before.
        called: The tracks of levels, where sheets say them.
    """
    tracks = {called.get(key, "") for key in keys}
    there = [key for key in order if called.get(key, "") in tracks]
    is_other = len(there) == len(keys) and not set(keys) & set(order)
    return there if is_other and len(tracks) == 1 else []


def _merge(order: list[str], keys: Sequence[str]) -> None:
    """Insert names into an order, each behind the one that is before it in its own series.

    A series that has none of the others' names comes last.
    """
    at = -1 if set(keys) & set(order) else len(order) - 1
    for key in keys:
        if key in order:
            at = order.index(key)
        else:
            at += 1
            order.insert(at if order and at <= len(order) else len(order), key)


def _entries(
    heads: Sequence[LevelHead],
    said: Sequence[str],
    others: frozenset[str],
    tracks: Sequence[str],
) -> list[LevelEntry]:
    own = [code if well_formed("level", code) else "" for code in said]
    codes = [
        one.code if not given and one.code and well_formed("level", one.code) else given
        for one, given in zip(heads, own, strict=True)
    ]
    taken = {*filter(None, codes), *others}
    made = []
    counts: dict[str, int] = {}
    plain = [one for one in heads if not one.code and not one.leads]
    by_number = all(map(_is_numbered, plain)) and len({h.number for h in plain}) == len(plain)
    for head, code, track in zip(heads, codes, tracks, strict=True):
        leads = table_words().tracks.get(word_key(track), head.leads)
        given = code or _new_code(
            replace(head, leads=leads), counts, taken, by_number=by_number and not leads
        )
        taken.add(given)
        name = head.name if head.code and head.name else head.text
        made.append(LevelEntry(given, "" if name == given else name, track_of(_letters(given))))
    return made


def _with_names_of_tracks(entries: Sequence[LevelEntry], called: Sequence[str]) -> list[LevelEntry]:
    """Return levels whose tracks are called as in the workbook, where that is one name for each."""
    names: dict[str, set[str]] = {}
    for entry, track in zip(entries, called, strict=True):
        names.setdefault(entry.track.code, set()).add(track)
    alone = {code: next(iter(found)) for code, found in names.items() if len(found) == 1}
    return [
        replace(one, track=track_of(one.track.code, single_spaced(alone.get(one.track.code, ""))))
        for one in entries
    ]


def _letters(code: str) -> str:
    parts = code_parts(code)
    return f"{parts[0]}{parts[1]}" if parts else code


def _is_numbered(head: LevelHead) -> bool:
    """Whether a level has a number of its own, and not one that counts within a rank."""
    return head.number is not None and head.rank is None


def _new_code(head: LevelHead, counts: dict[str, int], taken: set[str], *, by_number: bool) -> str:
    if by_number and _is_numbered(head) and f"L{head.number}" not in taken:
        return f"L{head.number}"
    letter = "M" if head.leads else "P"
    while True:
        counts[letter] = counts.get(letter, 0) + 1
        if f"{letter}{counts[letter]}" not in taken:
            return f"{letter}{counts[letter]}"


def _key(name: str) -> str:
    head = level_head(name)
    return head.code.casefold() if head.code else word_key(single_spaced(name))
