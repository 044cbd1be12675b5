"""A ladder as JSON, with the keys of the ladder file."""

from collections.abc import Iterator

from laddereditor.reports.common.json_values import json_text, value_json
from laddereditor.reports.exporter import DATA, ExportedFile, Exporter, ExportSource, Progress
from laddereditor.reports.scope_values import scope_values

EXPORTED = "exported"  # the key that says what the file is an export of


def write_json(source: ExportSource, progress: Progress) -> Iterator[ExportedFile]:
    """Yield the one file: the ladder as in its own file, and what was exported when for whom."""
    day = {"date": source.today.isoformat()} if source.today else {}
    known = {**scope_values(source.scope), **day}
    text = json_text({**value_json(source.ladder), EXPORTED: known})
    progress(1, 1)
    yield ExportedFile("", f"{text}\n".encode("utf-8", "replace"))


JSON_EXPORT = Exporter(
    "json", "Data for programs (JSON)", ".json", write_json, DATA, "Data for programs (JSON)"
)
