"""Odd ladders, each made from a number, and everything that reads a ladder tried on them."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.merge.merging import merge
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.track import track_steps
from laddereditor.edits.edit import EditRefused
from laddereditor.model.address import NoSuchPlace, walk
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.reports.changes.diff_html import diff_html
from laddereditor.reports.changes.diff_json import diff_json
from laddereditor.reports.changes.diff_text import diff_text
from laddereditor.reports.comparison.html import comparison_html
from laddereditor.reports.comparison.json_report import comparison_json
from laddereditor.reports.comparison.table import to_html_table, to_tsv
from laddereditor.reports.comparison.text import comparison_text
from laddereditor.reports.notes.note import change_note
from laddereditor.reports.notes.note_html import note_html, note_table
from laddereditor.reports.notes.note_markdown import note_markdown
from laddereditor.reports.page.html import page_html
from laddereditor.reports.page.reader_page import page_of
from laddereditor.rules.check import check
from laddereditor.storage.files.document import Document, new_document, place_of, read_text, update
from laddereditor.storage.files.merge_text import merged_text
from laddereditor.storage.reading.faults import UnreadableLadder

TEXTS = (
    *("", " ", "\n", "a\n\nb", "x" * 3000, "{specialty}", "{", "}", "{0}", "{family", "%s", "\\1"),
    *("<b>&amp;", "=1+1", "NO", "1_000", "9" * 400, "-1", "2026-12-01", "a/b", "~", "..", "a~1b"),
    *("\u0007", "\x1b[31m", "\u202e", "\u2028", "\ufeff", "🚀", "ﬃ İ ß", "[[", "(?", "*", "P1"),
    *("P2", "0", "P0", "P99999999999999999999", "work", "#", "- a", "a: b", "'", '"', "a\tb"),
)
NUMBERS = (0, -1, 10**400, 0.1, 1e308, -(10**30), 5, 99999999999999)
DATES = ("0001-01-01", "9999-12-31", "2026-02-28")
WORDS = ("profiles", "levels", "id", "skills", "families", "text", "level", "name", "", " ", "a/b")


def _families() -> list[dict[str, Any]]:
    return [
        {
            "id": "work",
            "name": "Work",
            "specialties": ["Deep work", "Shallow"],
            "competencies": [{"id": "own", "name": "Own"}],
            "occupations": [{"scheme": "soc", "code": "15-0000", "title": "T", "inferred": True}],
            "profiles": [
                {
                    "level": f"P{number}",
                    "title": f"Worker {number}",
                    "summary": f"Works on {number} things",
                    "factors": {"scope": f"{number} teams"},
                    "experience": {"min": number, "max": number + 2},
                    "responsibilities": [
                        f"Leads {number} projects of the team",
                        {"text": "Reviews the work of others", "examples": ["a plan"]},
                    ],
                    "expectations": {"talk": [f"Talks to {number} people"], "own": ["Owns it"]},
                    "skills": ["read", {"skill": "write", "proficiency": "good"}],
                    "qualifications": ["Five years of work"],
                    "titles": ["Doer"],
                    "pay": {
                        "status": "published",
                        "ranges": [
                            {"market": "US", "currency": "USD", "min": 1, "mid": 2, "max": 3}
                        ],
                    },
                }
                for number in (1, 2)
            ],
        },
        {
            "id": "rest",
            "name": "Rest",
            "profiles": [{"level": "M1", "responsibilities": ["Rests"]}],
        },
    ]


@cache
def plain_ladder() -> dict[str, Any]:
    """Return the plain values of a small ladder that has something of everything."""
    return {
        "laddereditor": 1,
        "id": "odd",
        "name": "Odd",
        "version": "1.2.0",
        "tracks": [{"id": "p", "code": "P", "name": "P"}, {"id": "m", "code": "M", "name": "M"}],
        "factors": [{"id": "scope", "name": "Scope"}, {"id": "impact", "name": "Impact"}],
        "proficiencies": [{"id": "some", "name": "Some"}, {"id": "good", "name": "Good"}],
        "competencies": [{"id": "talk", "name": "Talk", "description": "Talking"}],
        "levels": [
            {
                "id": code,
                "name": f"Level {code}",
                "track": code[0].lower(),
                "factors": {"scope": f"Scope of {code}"},
                "experience": {"min": 1, "max": 3},
                "expectations": {"talk": ["Talks to people", f"Writes {code}"]},
                "title_patterns": ["{specialty} II", "Lead {family}"],
            }
            for code in ("P1", "P2", "M1")
        ],
        "skills": [
            {"id": "read", "name": "Read", "category": "Basics", "aliases": ["Reading"]},
            {"id": "write", "name": "Write", "proficiencies": {"good": "Writes well"}},
        ],
        "families": _families(),
        "checks": {"rules": {"unused-skill": "off"}, "accepted": [{"rule": "choice", "at": "x"}]},
        "history": [{"version": "1.0.0", "date": "2026-01-01", "summary": "First"}],
    }


def _places(raw: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every group or list in plain values with each of its keys."""
    for key in list(raw) if isinstance(raw, dict) else range(len(raw)):
        yield raw, key
        if isinstance(raw[key], dict | list):
            yield from _places(raw[key])


def _changed(raw: Any, random: Random) -> None:
    """Change one place of plain values, mostly so that it can still be opened."""
    places = list(_places(raw))
    if not places:
        return
    holder, key = random.choice(places)
    other, other_key = random.choice(places)
    random.choice(_CHANGES)(holder, key, other, other_key, random)


def _new_text(holder: Any, key: Any, *rest: Any) -> None:
    if isinstance(holder[key], str):
        holder[key] = rest[-1].choice((*TEXTS, *DATES))


def _new_number(holder: Any, key: Any, *rest: Any) -> None:
    if isinstance(holder[key], int | float):
        holder[key] = rest[-1].choice(NUMBERS)


def _gone(holder: Any, key: Any, *_: Any) -> None:
    del holder[key]


def _copied(holder: Any, key: Any, other: Any, other_key: Any, _: Random) -> None:
    other[other_key] = deepcopy(holder[key])


def _like_another(holder: Any, key: Any, other: Any, other_key: Any, _: Random) -> None:
    if isinstance(holder[key], str) and isinstance(other[other_key], str):
        holder[key] = other[other_key]


def _odd_key(holder: Any, key: Any, other: Any, other_key: Any, random: Random) -> None:
    if isinstance(holder, dict):
        holder[random.choice((*WORDS, *TEXTS))] = deepcopy(other[other_key])


def _renamed(holder: Any, key: Any, other: Any, other_key: Any, random: Random) -> None:
    if isinstance(holder, dict):
        holder[random.choice((*WORDS, *TEXTS))] = holder.pop(key)


def _misplaced(holder: Any, key: Any, other: Any, other_key: Any, random: Random) -> None:
    name = random.choice(("profiles", "levels", "families", "skills", "checks", "history"))
    if isinstance(other[other_key], dict):
        found = [inner[name] for inner, at in _places({"": plain_ladder()}) if at == name]
        other[other_key][name] = deepcopy(random.choice(found)) if found else []


def _twice(holder: Any, key: Any, *_: Any) -> None:
    if isinstance(holder, list):
        holder.insert(key, deepcopy(holder[key]))


def _swapped(holder: Any, key: Any, *rest: Any) -> None:
    if isinstance(holder, list):
        rest[-1].shuffle(holder)


_CHANGES: tuple[Callable[..., None], ...] = (
    *(_new_text, _new_text, _new_text, _new_number, _gone, _copied, _like_another, _like_another),
    *(_odd_key, _renamed, _misplaced, _twice, _swapped),
)


def odd_raw(number: int) -> Any:
    """Return the plain values of an odd ladder."""
    random = Random(number)
    raw = deepcopy(plain_ladder())
    for _ in range(random.choice((1, 1, 2, 2, 3, 5, 8))):
        _changed(raw, random)
    raw["laddereditor"] = 1
    return raw


def as_text(raw: Any) -> str:
    """Return plain values as JSON, which is YAML."""
    return json.dumps(raw, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\x7f", "")


def opened(raw: Any) -> Document | None:
    """Return the document of plain values, None where they are not a ladder."""
    try:
        return read_text(as_text(raw))
    except UnreadableLadder:
        return None


@cache
def plain_document() -> Document:
    """Return the ladder that the odd ones are made from."""
    found = opened(plain_ladder())
    assert found is not None
    return found


def tried(number: int) -> Counter[str]:
    """Read an odd ladder in every way; returns what was done. Lets every exception out."""
    document = opened(odd_raw(number))
    if document is None:
        return Counter(refused=1)
    other = opened(odd_raw(number + 1_000_000_007)) or plain_document()
    try_alone(document)
    pairs = ((plain_document(), document), (document, plain_document()), (document, other))
    old, new = pairs[number % 3]
    try_diff(old.ladder, new.ladder)
    try_merge(plain_document() if number % 4 else None, document, other)
    return Counter(opened=1, merged=1)


def try_alone(document: Document) -> None:
    """Check a ladder, show every page of it, compare its levels and lay it out."""
    ladder = document.ladder
    for finding in check(ladder).findings:
        place_of(document, finding.address, finding.field)
    page_html(page_of(ladder, ladder))
    addresses = []
    for address, entity in walk(ladder):
        page_html(page_of(ladder, entity, _family_of(ladder, entity)))
        if address.startswith(("levels/", "families/")):
            addresses.append(address)
    subjects = []
    for address in addresses[:4]:
        try:
            subjects.append(subject_at(ladder, address))
        except NoSuchPlace:
            continue
    if len(subjects) > 1:
        _reports(compare(subjects))
    for family in (None, *ladder.families[:2]):
        track_steps(ladder, family, "")

    to_raw(ladder)
    new_document(ladder)


def _family_of(ladder: Ladder, entity: Any) -> Any:
    return next((family for family, profile in all_profiles(ladder) if profile is entity), None)


def _reports(comparison: Any) -> None:
    for report in (comparison_text, comparison_html, comparison_json, to_tsv, to_html_table):
        report(comparison)


def try_diff(old: Ladder, new: Ladder) -> None:
    """Tell what changed in every form, and take the changes."""
    changes = diff(old, new)
    diff_text(changes, old, new, 100)
    diff_html(changes, old, new)
    json.dumps(diff_json(changes))
    note = change_note(changes, old, new)
    note_html(note), note_table(note), note_markdown(note)
    with suppress(EditRefused):
        apply(changes, old)


def try_merge(base: Document | None, ours: Document, theirs: Document) -> None:
    """Merge two ladders, with their base or without, and lay the result out."""
    merged = merge(base.ladder if base else None, ours.ladder, theirs.ladder)
    result = merged_text(base, ours, theirs, merged.ladder)
    assert result.document.ladder == merged.ladder
    update(base or theirs, ours.ladder)
