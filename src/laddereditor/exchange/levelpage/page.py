"""Build a ladder from the values read from a page."""

import re
from dataclasses import dataclass, field
from typing import Any

from laddereditor.exchange.family_proposal import FamilyProposal
from laddereditor.exchange.ids import slug
from laddereditor.exchange.levelpage.head import PageHead
from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.job import FamilyClues, propose_family
from laddereditor.exchange.levelpage.meaning import Meaning
from laddereditor.exchange.levelpage.titles import Titles
from laddereditor.model.address import Address
from laddereditor.model.family import Family, Occupation, Profile
from laddereditor.model.ladder import FORMAT_VERSION, Ladder
from laddereditor.model.level import Level
from laddereditor.model.pay import Pay
from laddereditor.model.statement import Statements
from laddereditor.model.terms import Skill, Track

_TRACKS = {
    "P": ("professional", "Professional"),
    "M": ("management", "Management"),
    "S": ("support", "Support"),
    "E": ("executive", "Executive"),
}
# Other names that pages have for these tracks.
_SAME_TRACK = {
    "P": (
        "professional",
        "professionals",
        "individual contributor",
        "individual contributors",
        "ic",
    ),
    "M": ("management", "manager", "managers", "people manager", "people managers", "leadership"),
    "S": ("support", "operational support", "administrative"),
    "E": ("executive", "executives", "executive leadership"),
}
_LEADING = ("M", "E")  # tracks whose people lead others
_NO_CODE = "L1"


@dataclass(slots=True)
class LevelPage:
    """The values of a page, part by part."""

    head: PageHead = field(default_factory=PageHead)
    meaning: Meaning = field(default_factory=Meaning)
    duties: Statements = ()
    skills: tuple[Skill, ...] = ()
    good: Statements = ()
    titles: Titles = field(default_factory=Titles)
    pay: Pay | None = None
    occupations: tuple[Occupation, ...] = ()
    others: dict[str, Any] = field(default_factory=dict)  # further fields of the profile


def build_ladder(page: LevelPage, proposal: FamilyProposal, log: ImportLog) -> Ladder:
    """Return the ladder of a page; values that apply to every family go to the level.

    Args:
        page: The values of the page.
        proposal: The family that it is about.
        log: Notes the choices that are made.
    """
    track, family = _track(page, log), _family(page, proposal)
    return Ladder(
        laddereditor=FORMAT_VERSION,
        id=family.id,
        name=family.name,
        status="draft",
        tracks=(track,),
        factors=tuple(page.meaning.factors),
        levels=(_level(page, track.id),),
        skills=page.skills,
        families=(family,),
    )


def places_of(ladder: Ladder) -> dict[Owner, str]:
    """Return the address of each owner of fields."""
    level, family = ladder.levels[0].id, Address("families").entry(ladder.families[0].id)
    return {
        Owner.LADDER: "",
        Owner.LEVEL: Address("levels").entry(level),
        Owner.FAMILY: family,
        Owner.PROFILE: family.entry(level),
    }


def track_of(code: str, called: str = "") -> Track:
    """Return the track of a level's code: P professional, M management, S support, E executive.

    Args:
        code: The code of the level.
        called: What the page calls the track, which names it unless that is another word for it.
    """
    letters = re.sub(r"\d+$", "", code)
    name, title = _TRACKS.get(letters, (slug(letters, "track"), letters))
    if called and called.casefold() not in _SAME_TRACK.get(letters, ()):
        title = called
    return Track(id=name, code=letters, name=title)


def _track(page: LevelPage, log: ImportLog) -> Track:
    track = track_of(page.head.code or _NO_CODE, page.head.track)
    if page.head.code:
        log.note(
            f"Level {page.head.code} is put on the track “{track.name}” because of its letters."
        )
    else:
        log.note(f"The page names no level code; {_NO_CODE} is used instead.")
    return track


def _level(page: LevelPage, track: str) -> Level:
    meaning = page.meaning
    return Level(
        id=page.head.code or _NO_CODE,
        name=page.head.name,
        track=track,
        summary=meaning.summary,
        factors=meaning.texts,
        experience=meaning.experience,
        title_patterns=page.titles.patterns,
    )


def _family(page: LevelPage, proposal: FamilyProposal) -> Family:
    head = page.head
    profile = Profile(
        level=head.code or _NO_CODE,
        title=head.title,
        summary=head.summary,
        responsibilities=page.duties,
        skills=tuple(skill.id for skill in page.skills),
        qualifications=page.good,
        titles=page.titles.others,
        pay=page.pay,
        **page.others,
    )
    return Family(
        id=slug(proposal.name, "family"),
        name=proposal.name,
        code=head.key,
        function=head.function,
        occupations=page.occupations,
        specialties=page.titles.specialties,
        profiles=(profile,),
    )


def family_of(page: LevelPage, source: str, log: ImportLog) -> FamilyProposal:
    """Return the family that a page is about, and note why.

    The newer layout names two, `Food · Bread Baking`, and their short codes, `BAKE.BREAD01`. The
    first is kept as the job function, and both codes as the family's: this is the place to make a
    sub-family of them.

    Args:
        page: The values of the page.
        source: What people call the page, such as the name of its file.
        log: Notes the choice.
    """
    head = page.head
    clues = FamilyClues(
        stated=head.family,
        title=head.title,
        level_name=head.name,
        leads=re.sub(r"\d+$", "", head.code) in _LEADING,
        specialties=page.titles.specialties,
        source=source,
        left=page.titles.others,
    )
    proposal = propose_family(clues)
    log.note(proposal.note)
    return proposal
