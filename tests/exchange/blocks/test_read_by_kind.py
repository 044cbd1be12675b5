"""Documents of kinds that were read wrongly once."""

from pathlib import Path

from laddereditor.exchange.registry import import_file
from laddereditor.model.ladder import Ladder

ASIDE = """\
# Ferry crews

## How to read this

Talk about it twice a year.

## Deckhand I

### Ropes
- Ties the ferry to the pier

## Deckhand II

### Ropes
- Splices ropes alone

## Senior Deckhand

### Ropes
- Teaches others how to splice
"""
TABLE = """\
# Ferry ladder

| Area | D1 – Deckhand | D2 – Mate |
|---|---|---|
| **Deck** | | |
| Ropes | Ties the ferry to the pier in calm weather | Ties the ferry to the pier in a storm |
| Guests | Shows guests where the life vests are kept | Calms guests when the sea is rough |
"""


def read(folder: Path, text: str) -> Ladder:
    path = folder / "ours.md"
    path.write_text(text, "utf-8")
    return import_file(path).ladder


def test_that_a_remark_among_the_headings_of_levels_is_no_level(tmp_path: Path) -> None:
    names = [level.name for level in read(tmp_path, ASIDE).levels]
    assert names == ["Deckhand I", "Deckhand II", "Senior Deckhand"]


def test_that_a_table_with_a_column_of_names_keeps_them(tmp_path: Path) -> None:
    found = read(tmp_path, TABLE)
    assert [one.name for one in found.competencies] == ["Ropes", "Guests"]
    assert {one.group for one in found.competencies} == {"Deck"}
    assert [level.id for level in found.levels] == ["D1", "D2"]
