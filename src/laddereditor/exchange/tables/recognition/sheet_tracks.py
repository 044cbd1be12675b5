"""Sheets whose names say a track: “IC” and “Management”, “Nursing – Fachlaufbahn”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from laddereditor.exchange.tables.mapping import LineRole
from laddereditor.exchange.tables.recognition.table import FoundTable
from laddereditor.exchange.tables.roles import ROLES
from laddereditor.exchange.tables.terms.level_heads import level_head
from laddereditor.exchange.tables.terms.words import own_name, table_words, word_key

_SIGNS = re.compile(r"\s+[-–—]\s+|\s*[–—|/:(),]\s*")
_ENDS = re.compile(r"\s+(?:track|path|ladder|levels|laufbahn|matrix)$")


@dataclass(frozen=True, slots=True)
class SheetTrack:
    """The track in the name of a sheet, and what else the name says."""

    track: str
    rest: str
    leads: bool


def sheet_tracks(names: Sequence[str]) -> dict[str, SheetTrack]:
    """Return the tracks in the names of sheets, of those that have one.

    “Management” can be a family like others. It is a track only if all sheets are tracks, or if
    another sheet has the other track of the same work.

    Args:
        names: The names of the sheets that are taken.
    """
    found = {name: one for name in names if (one := _track_in(name))}
    kinds: dict[str, set[bool]] = {}
    for one in found.values():
        kinds.setdefault(word_key(one.rest), set()).add(one.leads)
    both = {rest for rest, leads in kinds.items() if len(leads) > 1}
    are_all = len(found) == len(names) and (len(names) > 1 or not _leads(found))
    return {
        name: one
        for name, one in found.items()
        if word_key(one.rest) in both or (both and one.rest) or are_all
    }


def with_tracks(
    pairs: Sequence[tuple[str, FoundTable | None]], tracks: dict[str, SheetTrack]
) -> list[FoundTable | None]:
    """Return tables whose levels say their track, where two tracks call their levels the same.

    “Level 1” of the experts and “Level 1” of the managers are two levels.

    Args:
        pairs: The names of all sheets with the tables that are taken.
        tracks: The tracks in the names.
    """
    used: dict[str, set[str]] = {}
    for name, table in pairs:
        for one in table.columns if table and name in tracks else ():
            if ROLES[one.role].use == "level" and not level_head(one.value).code:
                used.setdefault(word_key(one.value), set()).add(tracks[name].track)
    return [
        replace(table, columns=tuple(_said(one, tracks[name], used) for one in table.columns))
        if table and name in tracks
        else table
        for name, table in pairs
    ]


def _said(one: LineRole, track: SheetTrack, used: dict[str, set[str]]) -> LineRole:
    is_shared = ROLES[one.role].use == "level" and len(used.get(word_key(one.value), ())) > 1
    is_own = is_shared and not one.pinned and one.role != "at-step"
    return replace(one, value=f"{track.track} {one.value}") if is_own else one


def _leads(found: dict[str, SheetTrack]) -> bool:
    return any(one.leads for one in found.values())


def _track_in(name: str) -> SheetTrack | None:
    parts = [part.strip() for part in _SIGNS.split(name) if part.strip()]
    for at, part in enumerate(parts):
        if (leads := _kind(part)) is not None:
            rest = " ".join(parts[:at] + parts[at + 1 :])
            return SheetTrack(part, own_name(rest), leads)
    words = name.split()
    for size in (2, 1):
        last = " ".join(words[-size:])
        if len(words) > size and (leads := _kind(last)) is not None:
            return SheetTrack(last, own_name(" ".join(words[:-size])), leads)
    return None


def _kind(text: str) -> bool | None:
    """Return whether people on the track of a name lead others, None if it names no track."""
    known, key = table_words().tracks, word_key(text)
    keys = (key, _ENDS.sub("", key), word_key(own_name(text)))
    return next((known[one] for one in keys if one in known), None)
