"""Texts of an entity as its values: the inverse of the listing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from laddereditor.edits.cell_texts import ANY_PROFICIENCY, read_statements
from laddereditor.edits.cells.reading import read_field
from laddereditor.edits.parts.listing import NOTHING, SINGLE, record_class, use_fields
from laddereditor.edits.parts.names import PartNames
from laddereditor.edits.parts.part import list_path
from laddereditor.edits.parts.record_texts import BETWEEN, read_record
from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec, field_specs, inner_class
from laddereditor.model.paths import FieldPath
from laddereditor.model.raw import to_raw

_ANY = ANY_PROFICIENCY.casefold()


@dataclass
class PartReader:
    """Reads the texts of entities of one ladder."""

    names: PartNames
    conventions: Conventions = USUAL
    doubts: list[str] = field(default_factory=list)  # what a text could not be read as

    def values(self, holder: type[Entity], parts: Iterable[tuple[FieldPath, str]]) -> Any:
        """Return the plain values of an entity's fields, from its texts in their order.

        Args:
            holder: The class of the entity.
            parts: The paths of its texts with these. An item of a list follows the one before it,
                whatever number it has.
        """
        raw: dict[str, Any] = {}
        for path, text in parts:
            spec = field_specs(holder).get(path.name)
            if spec is not None and text.strip():
                self._put(raw, holder, spec, path, text)
        return raw

    def _put(
        self, raw: dict[str, Any], holder: type[Entity], spec: FieldSpec, path: FieldPath, text: str
    ) -> None:
        if spec.shape == "skills":
            raw.setdefault(path.name, []).append(self.use(path.key, text))
        elif spec.shape in SINGLE:
            raw[path.name] = to_raw(self.value(spec, text))
        elif spec.is_keyed:
            entries = raw.setdefault(path.name, {})
            if path == list_path(spec, path):
                entries[path.key] = text.strip()
            else:
                items = entries.setdefault(path.key, [])
                items += () if text.strip() == NOTHING else self.items(holder, path, text)
        elif path.rest and not path.rest.name.isdigit():
            inner = inner_class(holder, path.name)
            assert inner is not None and issubclass(inner, Entity)
            within = raw.setdefault(path.name, {})
            self._put(within, inner, field_specs(inner)[path.rest.name], path.rest, text)
        else:
            raw.setdefault(path.name, []).extend(self.items(holder, path, text))

    def value(self, spec: FieldSpec, text: str) -> Any:
        """Return the value that a text means in a field of one value.

        Raises:
            ValueError: It means nothing; the message says why.
        """
        if spec.shape == "reference":
            key = self.names.key(spec.refers_to, text)
            if key is None:
                raise ValueError(_unknown(text, self.names.of(spec.refers_to).values()))
            return key
        if spec.shape in ("id", "line"):  # its spaces are kept, as in a file
            return text.replace("\n", " ").strip()
        try:
            return read_field(spec, text, self.conventions)
        except ValueError:
            if spec.keeps_text:
                return text.strip()
            raise

    def items(self, holder: type[Entity], path: FieldPath, text: str) -> list[Any]:
        """Return the items of a list that the text of one of them means, as plain values.

        Args:
            holder: The class of the entity that has the list.
            path: The path of the list, or of an item in it.
            text: The text.

        Raises:
            ValueError: It means none; the message says why.
        """
        record = record_class(holder, path)
        if record is not None:
            lines = filter(str.strip, text.split("\n"))
            return [to_raw(read_record(record, line, self.conventions)) for line in lines]
        spec = field_specs(holder)[path.name]
        if spec.shape == "lines":
            return [line.strip() for line in text.split("\n") if line.strip()]
        return [to_raw(one) for one in read_statements(text)]

    def use(self, skill: str, text: str) -> Any:
        """Return the use of a skill that a text means, as a plain value.

        Raises:
            ValueError: It names a proficiency that there is not; the message says which there are.
        """
        texts = [piece.strip() for piece in text.split(BETWEEN.strip())]
        found: dict[str, Any] = {}
        for spec, piece in self._of_use(texts):
            found[spec.name] = self.value(spec, piece)
        kept = {name: value for name, value in found.items() if value}
        return {"skill": skill, **kept} if kept else skill

    def _of_use(self, texts: list[str]) -> Iterable[tuple[FieldSpec, str]]:
        """Yield which text is for which field: the first for the proficiency."""
        first, *rest = use_fields()
        if texts and texts[0] and texts[0].casefold() != _ANY:
            yield first, texts[0]
        yield from zip(rest, texts[1:], strict=False)


def _unknown(text: str, known: Iterable[str]) -> str:
    listed = ", ".join(known)
    return f"there is no “{text.strip()}”; there are: {listed}" if listed else "there are none yet"
