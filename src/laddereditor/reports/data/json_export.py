"""A ladder as JSON, with the keys of the ladder file."""

from collections.abc import Iterator

from laddereditor.reports.common.json_values import json_text, value_json
from laddereditor.reports.exporter import ExportedFile, Exporter, ExportSource, Progress

EXPORTED = "exported"  # the key that says what the file is an export of


def write_json(source: ExportSource, progress: Progress) -> Iterator[ExportedFile]:
    """Yield the one file: the ladder as in its own file, and what was exported when for whom."""
    scope = source.scope
    about = {
        "audience": scope.audience,
        "date": source.today.isoformat() if source.today else "",
        "families": list(scope.families),
        "levels": list(scope.levels),
        "tracks": list(scope.tracks),
        "sections": list(scope.sections),
        "at": [str(address) for address in scope.at],
    }
    known = {name: value for name, value in about.items() if value}
    text = json_text({**value_json(source.ladder), EXPORTED: known})
    progress(1, 1)
    yield ExportedFile("", f"{text}\n".encode("utf-8", "replace"))


JSON_EXPORT = Exporter("json", "Data for programs (JSON)", ".json", write_json)
