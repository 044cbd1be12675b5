"""Create new ids: made from names, unique among their siblings; codes of levels."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from laddereditor.model.kinds import KINDS, entities, key_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.terms import Track

_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d"}
_WORDS = {"&": " and ", "+": " plus ", "#": " sharp "}
_ID = re.compile(r"[a-z0-9-]+")
_CODE = re.compile(r"([A-Za-z]+)([0-9]+)")


def slug(text: str, fallback: str) -> str:
    """Return lower-case ASCII letters, digits and hyphens: `AI/ML Engineer` -> `ai-ml-engineer`.

    Text without any such character gives the fallback.
    """
    spelled = "".join(_LETTERS.get(char, _WORDS.get(char, char)) for char in text.lower())
    plain = unicodedata.normalize("NFKD", spelled)
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    joined = re.sub(r"['’]", "", letters.casefold())
    return re.sub(r"[^a-z0-9]+", "-", joined).strip("-") or fallback


def unique(wanted: str, taken: Collection[str], joint: str = "-") -> str:
    """Return `wanted`, or with the first free number from 2 on: `mentoring-2`.

    Args:
        wanted: The id or name.
        taken: Those that are in use.
        joint: What is put between it and the number.
    """
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        candidate = f"{wanted}{joint}{number}"
    return candidate


def well_formed(kind: str, new_id: str) -> bool:
    """Whether an id may be given to an entity of this kind."""
    return bool((_CODE if kind == "level" else _ID).fullmatch(new_id))


def code_parts(code: str) -> tuple[str, int] | None:
    """Return the letters and the number of a level's code, or None if it is not such a code."""
    found = _CODE.fullmatch(code)
    return (found[1], int(found[2])) if found else None


def taken_ids(ladder: Ladder, kind: str) -> set[str]:
    """Return the ids that a new entity of this kind cannot have.

    Competencies of the ladder and of families share one namespace, so that a reference is never
    ambiguous.
    """
    taken = {key_of(entity) for entity in entities(ladder, kind)}
    if kind == "competency":
        taken |= {own.id for family in ladder.families for own in family.competencies}
    return taken


def suggest_id(ladder: Ladder, kind: str, name: str) -> str:
    """Return a free, well-formed id for a new entity of a kind with this name.

    For a level: the name if it is a free code, else the next code of the first track.

    Args:
        ladder: The ladder, whose ids are taken.
        kind: The kind of entity.
        name: What people call it.
    """
    if kind != "level":
        return unique(slug(name, KINDS[kind].name), taken_ids(ladder, kind))
    if well_formed("level", name) and name not in taken_ids(ladder, "level"):
        return name
    first = ladder.tracks[0].id if ladder.tracks else ""
    return next_code(ladder.tracks, ladder.levels, first)


def next_code(tracks: Iterable[Track], levels: Iterable[Level], track: str) -> str:
    """Return the code of the next level of a track: P7 after P1 … P6.

    Args:
        tracks: All tracks, whose codes the levels begin with.
        levels: All levels.
        track: The id of the track.
    """
    known = list(levels)
    letters = _letters_of(tracks, known, track)
    numbers = [
        parts[1] for level in known if (parts := code_parts(level.id)) and parts[0] == letters
    ]
    return f"{letters}{max(numbers, default=0) + 1}"


def _letters_of(tracks: Iterable[Track], levels: Iterable[Level], track: str) -> str:
    own = next((entry for entry in tracks if entry.id == track), None)
    if own and re.fullmatch(r"[A-Za-z]+", own.code):
        return own.code
    used = [
        parts[0] for level in levels if level.track == track and (parts := code_parts(level.id))
    ]
    if used:
        return max(used, key=used.count)
    return re.sub(r"[^A-Z]", "", slug(track, "level")[:1].upper()) or "L"
