"""How many statements of a file end where they belong."""

from tests.exchange.records.shapes import RecordShape

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.records.importing import import_texts


def shares(shape: RecordShape, source: str) -> tuple[int, list[str]]:
    """Return how many statements are right, and what is wrong in words."""
    try:
        found = import_texts(list(shape.files.items()), source)
    except ImportRefused as error:
        return 0, [str(error)]
    places = {one.text: one.names for one in found.built.values if one.names != ("", "", "")}
    wrong = []
    for text, label in shape.labels.items():
        is_right = tuple(map(str.casefold, places.get(text, ("?",) * 3))) == tuple(
            map(str.casefold, label)
        )
        if not is_right:
            wrong.append(f"{text}: {places.get(text)} instead of {label}")
    return len(shape.labels) - len(wrong), wrong
