"""Put what came back in an exported table into a ladder: the edited cells, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from laddereditor.edits.cell_texts import read_statements
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.parts.listing import (
    NOTHING,
    SINGLE,
    PartLister,
    record_class,
)
from laddereditor.edits.parts.merging_lists import merged_list
from laddereditor.edits.parts.part import is_cut, mark_of, plain_cell
from laddereditor.edits.parts.reading import PartReader
from laddereditor.edits.parts.record_texts import read_record
from laddereditor.edits.parts.returned import ReturnedCell, by_place
from laddereditor.edits.paths import put, replaced, value_at
from laddereditor.edits.places.inherited import below_at
from laddereditor.edits.reading.conventions import Conventions
from laddereditor.model.address import Address, FieldPath, NoSuchPlace
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs, inner_class
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import RatedSkill, skill_of


@dataclass
class Returning:
    """A ladder while edits come back, and sentences about what was not taken."""

    ladder: Ladder
    notes: list[str] = field(default_factory=list)

    def take(self, cells: Sequence[ReturnedCell]) -> None:
        """Put the edited cells of a table into the ladder."""
        edited = [cell for cell in cells if cell.is_edited]
        self._add_new(edited)
        touched = {(cell.address, cell.list_path) for cell in edited}
        wanted = [cell for cell in cells if (cell.address, cell.list_path) in touched]
        for address, path, found in by_place(wanted):
            try:
                self._take(address, path, found)
            except (EditRefused, ValueError) as error:
                texts = next(cell for cell in found if cell.is_edited)
                self.notes.append(_not_taken(texts, str(error)))

    # -- entities that the table adds -----------------------------------------------------------

    def _add_new(self, edited: Sequence[ReturnedCell]) -> None:
        """Add the entities that only the table has: all of their cells are new."""
        by_entity: dict[Address, list[ReturnedCell]] = {}
        for cell in edited:
            by_entity.setdefault(cell.address, []).append(cell)
        for address, found in by_entity.items():
            if not address.has_entry(self.ladder) and not any(c.exported.mark for c in found):
                self._add(address)

    def _add(self, address: Address) -> None:
        kind = address.kind
        if kind is None:
            return
        entity = kind.entity.model_validate({kind.key: address.key})
        if isinstance(entity, Profile):
            family = address.parent.entity(self.ladder)
            assert isinstance(family, Family)
            order = [level.id for level in self.ladder.levels]
            profiles = sorted(
                (*family.profiles, entity),
                key=lambda one: order.index(one.level) if one.level in order else len(order),
            )
            grown = evolve(family, profiles=tuple(profiles))
            self.ladder = replaced(self.ladder, address.parent, grown)
        elif not address.parent:
            held = getattr(self.ladder, kind.collection)
            self.ladder = evolve(self.ladder, **{kind.collection: (*held, entity)})

    # -- values ---------------------------------------------------------------------------------

    def _take(self, address: Address, path: FieldPath, cells: Sequence[ReturnedCell]) -> None:
        first = next(cell for cell in cells if cell.is_edited)
        try:
            entity = address.entity(self.ladder)
        except NoSuchPlace:
            self.notes.append(_not_taken(first, "its entry is no longer in the ladder"))
            return
        spec = first.spec
        if spec is None:
            return
        reader = PartReader(PartLister(self.ladder).names, Conventions(self.ladder.language))
        if spec.shape == "skills":
            self._take_use(address, entity, spec, first, reader)
        elif self._is_single(entity, spec, path) or (len(cells) == 1 and first.path == path):
            self._take_text(address, entity, path, first, reader)
        else:
            self._take_list(address, entity, path, cells, reader)

    @staticmethod
    def _is_single(entity: Entity, spec: FieldSpec, path: FieldPath) -> bool:
        """Whether a path leads to one value, and not to a list."""
        if spec.is_keyed:
            return spec.shape == "texts" and not isinstance(value_at(entity, path), tuple)
        inner = inner_class(type(entity), path.name) if path.rest else None
        within = field_specs(inner).get(path.rest.name) if inner else spec
        return within is not None and within.shape in SINGLE

    def _take_text(
        self,
        address: Address,
        entity: Entity,
        path: FieldPath,
        cell: ReturnedCell,
        reader: PartReader,
    ) -> None:
        """Take one value, or a list that a cell has as lines.

        Args:
            address: The entity.
            entity: What it is now.
            path: The place of the value in it.
            cell: What came back.
            reader: Reads the text of the cell.
        """
        now = self._text_at(address, entity, path)
        if self._is_refused(cell, now) or mark_of(now) == mark_of(cell.text):
            return
        self._warn(cell, now)
        raw = reader.values(type(entity), [(path, cell.text)])
        made = type(entity).model_validate({**_required(entity), **raw})
        is_list = cell.spec is not None and not self._is_single(entity, cell.spec, path)
        value = value_at(made, path)
        self.ladder = put(self.ladder, address, path, value or () if is_list else value)

    def _take_use(
        self,
        address: Address,
        entity: Entity,
        spec: FieldSpec,
        cell: ReturnedCell,
        reader: PartReader,
    ) -> None:
        uses = getattr(entity, spec.name)
        key = reader.names.key("skill", cell.path.key)
        if key is None:
            raise ValueError(f"the ladder has no skill “{cell.path.key}”; add it first")
        place = next((n for n, use in enumerate(uses) if skill_of(use) == key), None)
        now = "" if place is None else PartLister(self.ladder).use(uses[place])
        if self._is_refused(cell, now) or mark_of(now) == mark_of(cell.text):
            return
        self._warn(cell, now)
        made = [reader.use(key, cell.text)] if cell.text else []
        old = uses[place] if place is not None else None
        if made and isinstance(old, RatedSkill) and old.model_extra:
            said = made[0] if isinstance(made[0], dict) else {"skill": key}
            made = [{**old.model_extra, **said}]
        at = len(uses) if place is None else place
        after = (*uses[:at], *made, *uses[at + 1 :])
        self.ladder = replaced(self.ladder, address, evolve(entity, **{spec.name: after}))

    def _take_list(
        self,
        address: Address,
        entity: Entity,
        path: FieldPath,
        cells: Sequence[ReturnedCell],
        reader: PartReader,
    ) -> None:
        record = record_class(type(entity), path)
        own = value_at(entity, path)
        now = own if isinstance(own, tuple) else ()
        is_inherited = any(cell.exported.inherited for cell in cells)
        spec = cells[0].spec
        is_whole = spec is not None and spec.is_keyed  # its entries replace inherited ones
        if is_inherited and is_whole and not now and isinstance(entity, Profile):
            below = below_at(self.ladder, address, path)
            now = below if isinstance(below, tuple) else ()

        def read(text: str, old: Any) -> Sequence[Any]:
            if record is not None:
                values = read_record(record, text, reader.conventions)
                kept = (old.model_extra or {}) if isinstance(old, Entity) else {}
                return [record.model_validate({**kept, **values})]
            if text.strip() == NOTHING:
                return []
            if spec is not None and spec.shape == "lines":
                return [line.strip() for line in text.split("\n") if line.strip()]
            return read_statements(text, old)

        merged = merged_list(now, cells, read)
        self.notes += merged.notes
        if merged.values != now:
            self.ladder = put(self.ladder, address, path, merged.values)

    def _text_at(self, address: Address, entity: Entity, path: FieldPath) -> str:
        parts = PartLister(self.ladder).of_entity(address, entity)
        return "\n".join(p.text for p in parts if path in (p.path, p.list_path))

    def _is_refused(self, cell: ReturnedCell, now: str) -> bool:
        """Whether an edit cannot be taken; a sentence says why."""
        if cell.exported.inherited and not cell.text:
            self.notes.append(_not_taken(cell, "what is inherited cannot be emptied"))
            return True
        if is_cut(plain_cell(now)):
            self.notes.append(_not_taken(cell, "the table had only the beginning of the text"))
            return True
        return False

    def _warn(self, cell: ReturnedCell, now: str) -> None:
        exported = "" if cell.exported.inherited else cell.exported.mark
        if exported != (mark_of(now) if now else ""):
            self.notes.append(
                f"{cell.where}: this was changed in the ladder too since the export; “{now}” is "
                f"there now, “{cell.text}” came back."
            )


def _required(entity: Entity) -> dict[str, Any]:
    fields = type(entity).model_fields
    return {name: getattr(entity, name) for name, info in fields.items() if info.is_required()}


def _not_taken(cell: ReturnedCell, why: str) -> str:
    return f"{cell.where}: “{cell.text}” was not taken: {why.rstrip('.')}."
