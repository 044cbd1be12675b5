"""A family of similar work and its profiles, one for each level."""

from typing import ClassVar

from laddereditor.model.base import DayOrText, Entity, TextMap
from laddereditor.model.equivalent import Equivalents, equivalents_field
from laddereditor.model.fields import (
    FormPlace,
    PagePlace,
    described,
    external_id_field,
    inferred_field,
    notes_field,
)
from laddereditor.model.level import Expectations, Experience
from laddereditor.model.pay import Pay
from laddereditor.model.statement import Lines, SkillUses, Statements
from laddereditor.model.terms import Competency
from laddereditor.model.web_link import WebLinks, links_field

STATUSES = ("draft", "published", "retired")
REVIEW_STATUSES = ("draft", "in-review", "approved")
FLSA = ("exempt", "nonexempt")
SCHEMES = ("soc-2018", "onet-soc")


class Occupation(Entity):
    """A code of a public classification of occupations."""

    scheme: str = described(
        "Scheme",
        "The classification the code is from.",
        "choice",
        default="soc-2018",
        choices=SCHEMES,
        labels={"soc-2018": "SOC 2018", "onet-soc": "O*NET-SOC"},
    )
    code: str = described("Code", "Such as 15-1252 or 15-1252.00.", default="")
    title: str = described(
        "Title", "The classification's title for the code.", default="", form=FormPlace(width=4)
    )
    inferred: bool = inferred_field()


class Profile(Entity):
    """One family at one level. It stores only what differs from its level."""

    describes_people: ClassVar[bool] = True

    level: str = described(
        "Level",
        "The level this profile is for.",
        "reference",
        refers_to="level",
        form=FormPlace(width=3),
        page=PagePlace("head"),
    )
    title: str = described(
        "Title",
        "The family's name for a person at this level.",
        default="",
        heading="Title",
        inherits="pattern",
        asks="name",
        form=FormPlace(beside="level", width=4),
        page=PagePlace("head"),
    )
    summary: str = described(
        "Summary",
        "Who this person is in this family, in a sentence or two.",
        "text",
        default="",
        inherits="level",
        page=PagePlace("head"),
    )
    factors: TextMap = described(
        "Leveling factors",
        "Only where this family differs from the level.",
        "texts",
        default={},
        heading="What this level means",
        other_headings=(
            "What the level means",
            "About this level",
            "Level definition",
            "Level summary",
            "This level",
        ),
        refers_to="factor",
        inherits="level",
    )
    experience: Experience | None = described(
        "Typical experience",
        "Only where this family differs from the level.",
        "experience",
        default=None,
        heading="Typical experience",
        other_headings=(
            "Experience",
            "Years of experience",
            "Years",
            "Typical years",
            "Typical years of experience",
        ),
        unit="years",
        inherits="level",
        form=FormPlace(below="summary"),
        page=PagePlace("term"),
    )
    responsibilities: Statements = described(
        "Responsibilities",
        "What the person does, one statement a line.",
        "statements",
        default=(),
        heading="What you'd do",
        other_headings=(
            "What you do",
            "What you will do",
            "What you'll do",
            "Responsibilities",
            "Key responsibilities",
            "Main responsibilities",
            "Core responsibilities",
            "Typical responsibilities",
            "Duties",
            "Key duties",
        ),
    )
    expectations: Expectations = described(
        "Expectations",
        "Replaces the level's list for a competency.",
        "expectations",
        default={},
        heading="What is expected",
        refers_to="competency",
        inherits="level",
    )
    skills: SkillUses = described(
        "Skills",
        "Skills of the library, with the proficiency asked for.",
        "skills",
        default=(),
        heading="Skills, knowledge & tools",
        other_headings=(
            "Skills",
            "Skills and knowledge",
            "Knowledge and skills",
            "Skills and tools",
            "Skills, tools and knowledge",
            "Knowledge, skills and tools",
            "Tools",
            "Tools and technologies",
            "Key skills",
            "Core skills",
            "Required skills",
        ),
        refers_to="skill",
        inherits="level-too",
    )
    qualifications: Statements = described(
        "Qualifications",
        "What good looks like, one statement a line.",
        "statements",
        default=(),
        heading="What good looks like",
        other_headings=(
            "Qualifications",
            "What good looks like here",
            "Requirements",
            "Minimum qualifications",
            "Typical qualifications",
        ),
    )
    titles: Lines = described(
        "Common titles",
        "Titles beyond those that the level's patterns give.",
        "lines",
        default=(),
        heading="Common titles",
        other_headings=(
            "Titles",
            "Job titles",
            "Common job titles",
            "Typical titles",
            "Also known as",
            "Alternative titles",
            "Sample titles",
        ),
        inherits="pattern",
        asks="name",
        entry="a title",
        entries="titles of its own",
        form=FormPlace(section=""),
        one_line=False,
    )
    status: str = described(
        "Status",
        "How far the profile is: a draft, in review, or approved.",
        "choice",
        default="",
        choices=REVIEW_STATUSES,
        readers="managers",
        asks="file",
        form=FormPlace(section="Review"),
        page=PagePlace("none"),
    )
    owner: str = described(
        "Owner",
        "Who answers for the content; only where it differs from the family.",
        default="",
        inherits="parent",
        readers="managers",
        asks="file",
        form=FormPlace(beside="status"),
        page=PagePlace("none"),
    )
    reviewer: str = described(
        "Reviewer",
        "Who reviews the content; only where it differs from the family.",
        default="",
        inherits="parent",
        readers="managers",
        asks="file",
        form=FormPlace(beside="owner"),
        page=PagePlace("none"),
    )
    review_by: DayOrText = described(
        "Review by",
        "The day by which it is to be reviewed; only where it differs from the family.",
        "date",
        default=None,
        inherits="parent",
        readers="managers",
        asks="file",
        form=FormPlace(beside="reviewer"),
        page=PagePlace("none"),
    )
    flsa: str = described(
        "FLSA status",
        "Exempt or nonexempt under the Fair Labor Standards Act (United States).",
        "choice",
        default="",
        choices=FLSA,
        asks="terms",
        form=FormPlace(below="pay"),
        page=PagePlace("none"),
    )
    pay: Pay | None = described(
        "Pay",
        "Pay ranges, or why there are none; only where this family differs from the level.",
        "pay",
        default=None,
        heading="What it pays",
        other_headings=(
            "Pay",
            "Pay range",
            "Pay ranges",
            "Pay and position",
            "Where it sits & what it pays",
            "Market pay",
            "Compensation",
            "Salary",
            "Salary range",
        ),
        inherits="level",
        readers="pay",
    )
    replaces: Lines = described(
        "Replaces",
        "In a sub-family: the lists that replace the parent's; others add to them.",
        "lines",
        default=(),
        readers="editors",
        asks="file",
        entry="the name of a list",
        is_structural=True,
        form=FormPlace(shown=False),
    )
    links: WebLinks = links_field()
    notes: str = notes_field()
    external_id: str = external_id_field()


class Family(Entity):
    """A group of similar work with one body of knowledge, inside a job function."""

    id: str = described(
        "Id",
        "Stable name: lower-case letters, digits, hyphens.",
        "id",
        form=FormPlace(beside="name"),
        page=PagePlace("none"),
    )
    name: str = described(
        "Name",
        "What people call the family.",
        default="",
        form=FormPlace(width=4),
        page=PagePlace("head"),
    )
    aliases: Lines = described(
        "Other names",
        "Other names of the job, one on each line.",
        "lines",
        default=(),
        entry="another name",
        form=FormPlace(below="specialties"),
        page=PagePlace(below="specialties"),
    )
    code: str = described(
        "Short code",
        "A code of a few letters, such as AIML. Keys of profiles are formed from it: AIML.P3.",
        default="",
        form=FormPlace(beside="id"),
        page=PagePlace("none"),
    )
    function: str = described(
        "Job function",
        "The function it belongs to.",
        default="",
        groups="always",
        page=PagePlace("head"),
    )
    parent: str = described(
        "Parent family",
        "Makes this a sub-family: its profiles inherit from the parent's at the same level.",
        "reference",
        default="",
        refers_to="family",
        unset="None",
        is_structural=True,
        form=FormPlace(beside="function"),
        page=PagePlace("head"),
    )
    abstract: bool = described(
        "Abstract",
        "Only there to be inherited from; it is not a job of its own.",
        "flag",
        default=False,
        form=FormPlace(beside="parent"),
    )
    owner: str = described(
        "Owner",
        "Who answers for the content.",
        default="",
        readers="managers",
        asks="file",
        form=FormPlace(below="function"),
        page=PagePlace("none"),
    )
    reviewer: str = described(
        "Reviewer",
        "Who reviews the content.",
        default="",
        readers="managers",
        asks="file",
        form=FormPlace(beside="owner"),
        page=PagePlace("none"),
    )
    review_by: DayOrText = described(
        "Review by",
        "The day by which it is to be reviewed.",
        "date",
        default=None,
        readers="managers",
        asks="file",
        form=FormPlace(beside="reviewer"),
        page=PagePlace("none"),
    )
    status: str = described(
        "Status",
        "Where the family stands.",
        "choice",
        default="",
        choices=STATUSES,
        readers="managers",
        asks="file",
        form=FormPlace(beside="review_by"),
        page=PagePlace("none"),
    )
    summary: str = described(
        "Summary", "What work the family covers.", "text", default="", page=PagePlace("head")
    )
    occupations: tuple[Occupation, ...] = described(
        "Occupation codes",
        "Codes of public classifications, such as SOC or O*NET.",
        "occupations",
        default=(),
        heading="O*NET / SOC",
        other_headings=(
            "O*NET",
            "SOC",
            "SOC code",
            "O*NET code",
            "O*NET-SOC",
            "SOC / O*NET",
            "Occupation",
            "Occupation code",
            "Occupation codes",
        ),
        form=FormPlace(section="", below="competencies"),
        page=PagePlace(below="specialties"),
    )
    equivalents: Equivalents = equivalents_field()
    specialties: Lines = described(
        "Specialties",
        "Fields of work that titles are formed from.",
        "lines",
        default=(),
        form=FormPlace(below="summary"),
        page=PagePlace(below="profiles"),
    )
    competencies: tuple[Competency, ...] = described(
        "Own competencies",
        "Competencies of this family in addition to the ladder's.",
        "records",
        default=(),
        refers_to="competency",
        form=FormPlace(below="profiles"),
        page=PagePlace("none"),
    )
    profiles: tuple[Profile, ...] = described(
        "Profiles",
        "At most one for each level.",
        "records",
        default=(),
        refers_to="profile",
        form=FormPlace(section=""),
    )
    links: WebLinks = links_field()
    notes: str = notes_field()
    external_id: str = external_id_field()
