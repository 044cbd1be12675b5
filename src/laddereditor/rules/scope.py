"""The subjects that rules check; each holds everything that a rule may depend on.

A subject is checked again only if one of its values is another object than before, so a rule must
not use anything that its subject does not hold. The address, which is the first value of every
subject, is compared by its text.
"""

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.terms import Factor, Skill, Track
from laddereditor.rules.alike_skills import AlikeSkill
from laddereditor.rules.facts import LevelFacts, LevelRanks, Terms
from laddereditor.rules.facts_above import FamiliesAbove
from laddereditor.rules.facts_across import NOTHING_ACROSS, FamilyAcross, SharedStatement
from laddereditor.rules.facts_contents import NO_USE, LevelUse, Ways
from laddereditor.rules.facts_overrides import NO_OVERRIDES, Overrides
from laddereditor.rules.options import RuleOptions


class EntitySubject(NamedTuple):
    """One entity of any kind by itself, the ladder included."""

    address: Address
    entity: Entity
    options: RuleOptions
    similar: str = ""  # name and id of an earlier entry of its list with practically the same name


class Referring(NamedTuple):
    """One level, skill, profile or family's own competency, with the ids that exist."""

    address: Address
    entity: Entity
    terms: Terms
    own_competencies: frozenset[str]  # of the profile's family and those above it


class LevelInTrack(NamedTuple):
    """One level with its track and the level before it in that track."""

    address: Address
    level: Level
    track: Track | None
    before: Level | None
    ranks: LevelRanks
    factors: tuple[Factor, ...]
    options: RuleOptions
    ways: Ways = Ways()
    use: LevelUse = NO_USE
    summaries_elsewhere: bool = True  # some level or profile of the ladder has a summary
    is_skipped: bool = False  # two families or more have profiles below and above, and not here
    shared: tuple[SharedStatement, ...] = ()  # what all families say at this level


class SkillInUse(NamedTuple):
    """One skill with the proficiencies that all profiles together require."""

    address: Address
    skill: Skill
    used: bool
    asked: tuple[str, ...]  # proficiencies, lowest first
    options: RuleOptions
    no_texts: bool = False  # none of several skills says anything of its proficiencies
    same: AlikeSkill | None = None  # an earlier skill whose name says the same
    near: AlikeSkill | None = None  # an earlier skill whose name says nearly the same


class FactorInUse(NamedTuple):
    """One leveling factor, and whether levels or profiles have a text for it."""

    address: Address
    factor: Factor
    used: bool


class FamilyInLadder(NamedTuple):
    """One family with its profiles and the ranks of all levels."""

    address: Address
    family: Family
    ranks: LevelRanks
    options: RuleOptions
    same_code: str = ""  # name and id of an earlier family with the same short code
    above: FamiliesAbove | None = None  # of a family with a parent
    ways: Ways = Ways()
    skipped: frozenset[str] = frozenset()  # levels that several families leave out, and all others
    scale: tuple[str, ...] = ()  # ids of proficiencies, lowest first
    across: FamilyAcross = NOTHING_ACROSS
    same_as_level: Overrides = NO_OVERRIDES  # values that the levels of its profiles have too


class ProfileParts(NamedTuple):
    """One profile with what is said elsewhere in its place: in family, level and ladder."""

    address: Address
    profile: Profile
    level: LevelFacts | None
    use: LevelUse  # of its level
    ways: Ways
    lacked_by_family: frozenset[str]  # parts that all profiles of the family lack
    terms: Terms
    above: FamiliesAbove | None = None  # of a family with a parent

    def has(self, part: str) -> bool:
        """Whether the profile says something in a part, or inherits that from a family above."""
        above = self.above if part not in self.profile.replaces else None
        given = above is not None and above.gives(self.profile.level, part)
        return given or bool(self.profile.__dict__[part])


class ProfileInFamily(NamedTuple):
    """One profile with its level and the family's profile at the nearest level below."""

    address: Address
    profile: Profile
    level: LevelFacts | None
    below: Profile | None
    level_below: LevelFacts | None
    neighbours: bool  # whether no level of the track is between the two
    options: RuleOptions
    above: FamiliesAbove | None = None  # of a family with a parent

    def inherits(self, field: str) -> bool:
        """Whether the profile inherits something in a list, and adds to it."""
        return field not in self.profile.replaces and self.could_inherit(field)

    def could_inherit(self, field: str) -> bool:
        """Whether a family above says something in a field, or the level has a list to add to."""
        if self.above is not None and self.above.gives(self.profile.level, field):
            return True
        return field == "skills" and self.level is not None and self.level.has_skills


class LadderSubject(NamedTuple):
    """The whole ladder, which changes with every edit: only for quick checks."""

    address: Address
    ladder: Ladder
    rule_ids: tuple[str, ...]
    ways: Ways
    has_summaries: bool  # at one level or profile at least
    asked: int  # number of skills for which profiles ask a proficiency


RuleSubject = (
    EntitySubject
    | Referring
    | LevelInTrack
    | SkillInUse
    | FactorInUse
    | ProfileParts
    | FamilyInLadder
    | ProfileInFamily
    | LadderSubject
)
S = TypeVar("S")


@dataclass(frozen=True)
class Scope(Generic[S]):
    """A kind of subject."""

    name: str
    subject: type[S]


ENTITY = Scope("entity", EntitySubject)
REFERENCES = Scope("references", Referring)
LEVEL = Scope("level", LevelInTrack)
SKILL = Scope("skill", SkillInUse)
FACTOR = Scope("factor", FactorInUse)
PARTS = Scope("parts", ProfileParts)
FAMILY = Scope("family", FamilyInLadder)
PROFILE = Scope("profile", ProfileInFamily)
LADDER = Scope("ladder", LadderSubject)
