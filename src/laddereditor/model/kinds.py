"""The kinds of entity in a ladder, and the field that lists each kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.terms import Competency, Factor, Proficiency, Skill, Track


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity: its class, its words, and the ladder's field that lists it."""

    name: str  # "skill"
    entity: type[Entity]
    collection: str  # field of the parent that lists it: "skills"
    title: str  # "Skill"
    plural: str  # "Skills"
    key: str = "id"  # field that identifies it among its siblings
    is_ordered: bool = True  # whether the order in its list has a meaning

    @property
    def word(self) -> str:
        """The kind in running text: `skill`, `leveling factor`."""
        return self.title.lower()

    @property
    def words(self) -> str:
        """Several of the kind in running text: `skills`, `leveling factors`."""
        return self.collection if self.word == self.name else f"{self.word}s"


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("track", Track, "tracks", "Track", "Tracks"),
        Kind("factor", Factor, "factors", "Leveling factor", "Leveling factors"),
        Kind("proficiency", Proficiency, "proficiencies", "Proficiency", "Proficiency scale"),
        Kind("competency", Competency, "competencies", "Competency", "Competencies"),
        Kind("level", Level, "levels", "Level", "Levels"),
        Kind("skill", Skill, "skills", "Skill", "Skills", is_ordered=False),
        Kind("family", Family, "families", "Family", "Families"),
        Kind("profile", Profile, "profiles", "Profile", "Profiles", key="level"),
    )
}

# Kinds that are listed in groups: the field whose value is the group.
GROUPED: dict[str, FieldSpec] = {
    kind.name: spec
    for kind in KINDS.values()
    for spec in field_specs(kind.entity).values()
    if spec.names_group
}
# Kinds that the ladder itself lists, in the order of the file.
LADDER_KINDS = tuple(kind for kind in KINDS.values() if kind.name != "profile")
# Kinds that other entities refer to.
SHARED_KINDS = tuple(kind.name for kind in LADDER_KINDS if kind.entity is not Family)
# With families, which only their sub-families refer to.
REFERRED_KINDS = (*SHARED_KINDS, "family")
COLLECTIONS: dict[str, Kind] = {kind.collection: kind for kind in LADDER_KINDS}
# All kinds by the field that lists them, those in families too.
COLLECTION_KINDS: dict[str, Kind] = {kind.collection: kind for kind in KINDS.values()}


_KIND_OF_CLASS: dict[type, Kind] = {kind.entity: kind for kind in KINDS.values()}


def kind_of(entity: object) -> Kind | None:
    """Return the kind of an entity, or None for the ladder and for values inside entities."""
    return _KIND_OF_CLASS.get(type(entity))


def key_of(entity: Entity) -> str:
    """Return what identifies the entity among its siblings: its id, or a profile's level."""
    kind = kind_of(entity)
    return str(getattr(entity, kind.key)) if kind else ""


def label_of(entity: Entity) -> str:
    """Return the words people know the entity by: its name or title, else its id."""
    if isinstance(entity, Profile):
        return f"{entity.level} {entity.title}".strip()
    if isinstance(entity, Level):
        return f"{entity.id} {entity.name}".strip()
    return entity_name(entity) or key_of(entity)


def naming_field(entity: type[Entity]) -> str:
    """Return the field that holds what people call an entity of a class, "" for none."""
    return next((spec.name for spec in field_specs(entity).values() if spec.is_name), "")


def entity_name(entity: object) -> str:
    """Return the name of an entity, "" for one without; a profile has a title instead."""
    return str(getattr(entity, "name", ""))


def entities(ladder: Ladder, kind: str) -> tuple[Entity, ...]:
    """Return the ladder's own list of a kind, e.g. `entities(ladder, "skill")`."""
    return tuple(getattr(ladder, KINDS[kind].collection))


def all_profiles(ladder: Ladder) -> Iterator[tuple[Family, Profile]]:
    """Yield every profile with its family, in file order."""
    for family in ladder.families:
        for profile in family.profiles:
            yield family, profile


def by_id(ladder: Ladder, kind: str) -> dict[str, Entity]:
    """Return the ladder's entities of a kind by id; of several with one id, the first."""
    found: dict[str, Entity] = {}
    key = KINDS[kind].key
    for entity in entities(ladder, kind):
        found.setdefault(str(getattr(entity, key)), entity)
    return found
