"""Parts of a ladder while they are put together."""

from dataclasses import dataclass, field
from typing import Any

from laddereditor.exchange.ids import UniqueIds
from laddereditor.exchange.tables.building.level_table import LevelTable
from laddereditor.exchange.tables.terms.words import word_key
from laddereditor.model.spacing import single_spaced
from laddereditor.model.statement import Statement


@dataclass(slots=True)
class EntryDraft:
    """An entry with an id and a name: a family, a competency, a skill, a step of a scale."""

    id: str
    name: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class PayDraft:
    """What cells say of the pay of a profile or a level."""

    texts: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)  # min, mid, max -> text
    currency: str = ""


@dataclass(slots=True)
class PlaceDraft:
    """What is said about a level, or about a family at a level."""

    fields: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, list[Any]] = field(default_factory=dict)
    expectations: dict[str, list[Statement]] = field(default_factory=dict)
    factors: dict[str, str] = field(default_factory=dict)
    uses: dict[str, str] = field(default_factory=dict)  # skill -> proficiency
    importances: dict[str, str] = field(default_factory=dict)  # skill -> importance
    pay: PayDraft = field(default_factory=PayDraft)
    own_title: str = ""  # what the family calls the level, if another one gives it its name


@dataclass(slots=True)
class EntryDrafts:
    """Entries of one kind by their names, each with an id of its own."""

    fallback: str
    entries: dict[str, EntryDraft] = field(default_factory=dict)
    ids: UniqueIds = field(default_factory=UniqueIds)

    def get(self, name: str) -> EntryDraft:
        """Return the entry of a name, a new one if there is none."""
        key = word_key(name) or name
        if key not in self.entries:
            shown = single_spaced(name).strip(" :")
            self.entries[key] = EntryDraft(self.ids.new(shown, self.fallback), shown)
        return self.entries[key]

    def has(self, name: str) -> bool:
        """Return whether there is an entry of a name."""
        return (word_key(name) or name) in self.entries


@dataclass(slots=True)
class LadderDraft:
    """A ladder while it is put together."""

    levels: LevelTable
    families: EntryDrafts = field(default_factory=lambda: EntryDrafts("family"))
    competencies: EntryDrafts = field(default_factory=lambda: EntryDrafts("competency"))
    skills: EntryDrafts = field(default_factory=lambda: EntryDrafts("skill"))
    steps: EntryDrafts = field(default_factory=lambda: EntryDrafts("step"))
    factors: EntryDrafts = field(default_factory=lambda: EntryDrafts("factor"))
    places: dict[tuple[str, str], PlaceDraft] = field(default_factory=dict)

    def place(self, family: str, code: str) -> PlaceDraft:
        """Return what is said about a family at a level; family "" is the level itself."""
        return self.places.setdefault((family, code), PlaceDraft())
