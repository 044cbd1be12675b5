"""Words that say less than they seem to, by the lists in `resources/words/rules`."""

import re
from collections.abc import Iterator

from laddereditor.rules.finding import Severity
from laddereditor.rules.occurrences import Occurrence, occurrences
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import (
    APA,
    GAUCHER,
    OWN,
    PLAIN_LANGUAGE,
    PUBLIC_LADDERS,
    TAXONOMY,
)
from laddereditor.rules.wording import GROUP

_WORDS = "phrases that are found at word borders, ignoring case; `^` means only at the start"
_MEASURE = re.compile(r"\d|%")
# Names, and what terms such as competencies are, ask nothing of people.
_NOT_DEMANDS = ("title", "name", "specialties", "aliases", "description")


def _hits(one: EntitySubject, rule_id: str) -> Iterator[Occurrence]:
    """Yield where a list's phrases are in texts that ask for something."""
    for hit in occurrences(one.entity, one.options.words(rule_id)):
        if not hit.field.startswith(_NOT_DEMANDS):
            yield hit


def _issues(one: EntitySubject, rule_id: str, says: str) -> Iterator[Issue]:
    """Yield an issue for each text with phrases of a list; `says` is what the first one does."""
    for hit in _hits(one, rule_id):
        yield Issue(hit.field, f"“{hit.words}” {says}", (), hit.spans)


@rule(
    ENTITY,
    "able-to",
    "Says what somebody could do",
    "What somebody is able to do cannot be seen until it is done, so nobody can say whether it "
    "is met.",
    source=PLAIN_LANGUAGE,
    remedy="Write what the person does: “Leads the shift” for “Is able to lead the shift”.",
    fires="levels: [{id: P1, summary: Is able to lead a shift}]",
    silent="levels: [{id: P1, summary: Enables others to lead a shift}]",
    severity=Severity.WARNING,
    group=GROUP,
    words=_WORDS,
)
def able_to(one: EntitySubject) -> Iterator[Issue]:
    """A statement says what somebody does."""
    yield from _issues(one, "able-to", "says what somebody could do. Write what the person does.")


@rule(
    ENTITY,
    "unobservable-verb",
    "Begins with what nobody can see",
    "What somebody understands or knows cannot be seen; what is done with it can.",
    source=TAXONOMY,
    remedy="Write what the person does with it: “Explains the figures” for “Understands the "
    "figures”.",
    fires="families: [{id: a, profiles: [{level: P1, responsibilities: [Knows the oven]}]}]",
    silent="families: [{id: a, profiles: [{level: P1, responsibilities: [Lets the team know]}]}]",
    severity=Severity.INFO,
    group=GROUP,
    words=_WORDS,
)
def unobservable_verb(one: EntitySubject) -> Iterator[Issue]:
    """A statement begins with a verb that can be observed."""
    says = "cannot be observed. Write what the person does with it."
    yield from _issues(one, "unobservable-verb", says)


@rule(
    ENTITY,
    "hedge",
    "Takes a demand back in part",
    "With “as needed” or “where possible”, nobody can say when the demand is met.",
    source=PLAIN_LANGUAGE,
    remedy="Say when it is asked for, or leave the words out.",
    fires="levels: [{id: P1, summary: Cleans the bench as needed}]",
    silent="levels: [{id: P1, summary: Cleans the bench after each shift}]",
    severity=Severity.INFO,
    group=GROUP,
    words=_WORDS,
)
def hedge(one: EntitySubject) -> Iterator[Issue]:
    """A demand is not taken back in part."""
    yield from _issues(one, "hedge", "leaves open when this is asked for. Say it, or leave it out.")


@rule(
    ENTITY,
    "trivialising-word",
    "Makes a task sound small",
    "Whoever finds the task hard reads that it should not be.",
    source=PLAIN_LANGUAGE,
    remedy="Leave the word out.",
    fires="levels: [{id: P1, summary: Simply follows the recipe}]",
    silent="levels: [{id: P1, summary: Follows simple recipes}]",
    severity=Severity.WARNING,
    group=GROUP,
    words=_WORDS,
)
def trivialising_word(one: EntitySubject) -> Iterator[Issue]:
    """No word makes a task sound small."""
    yield from _issues(one, "trivialising-word", "makes the task sound small. Leave it out.")


@rule(
    ENTITY,
    "ableist-word",
    "Uses a disability as a picture",
    "It hurts readers who live with it, and says less than the plain word.",
    source=APA,
    remedy="Use the plain word: “final check” for “sanity check”.",
    fires="levels: [{id: P1, summary: Makes a sanity check of each bill}]",
    silent="levels: [{id: P1, summary: Writes pages that blind people can read}]",
    severity=Severity.WARNING,
    group=GROUP,
    words=_WORDS,
)
def ableist_word(one: EntitySubject) -> Iterator[Issue]:
    """No illness or disability is a picture of something bad."""
    yield from _issues(one, "ableist-word", "uses a disability as a picture. Use the plain word.")


@rule(
    ENTITY,
    "gendered-word",
    "Word for one gender",
    "It leaves out everybody else who does or will do this job.",
    source=APA,
    remedy="Write “they” or “the person”, and a title for everybody: “chair” for “chairman”.",
    fires="levels: [{id: P1, summary: Plans his own day}]",
    silent="levels: [{id: P1, summary: Plans the day of this team}]",
    severity=Severity.WARNING,
    group=GROUP,
    words=_WORDS,
)
def gendered_word(one: EntitySubject) -> Iterator[Issue]:
    """Words for people are for all of them, also in titles."""
    for hit in occurrences(one.entity, one.options.words("gendered-word")):
        message = f"“{hit.words}” is a word for one gender. Use one for everybody."
        yield Issue(hit.field, message, (), hit.spans)


@rule(
    ENTITY,
    "gender-coded-word",
    "Word that readers associate with one gender",
    "Experiments found that such words make a job less attractive to the other gender.",
    source=GAUCHER,
    remedy="Say what the person does instead.",
    fires="""
checks: {rules: {gender-coded-word: info}}
levels: [{id: P1, summary: Is a competitive seller}]
""",
    silent="levels: [{id: P1, summary: Is a competitive seller}]",
    severity=Severity.INFO,
    group=GROUP,
    words=_WORDS,
    is_optional=True,
)
def gender_coded_word(one: EntitySubject) -> Iterator[Issue]:
    """No word is associated with one gender."""
    for hit in _hits(one, "gender-coded-word"):
        message = f"Readers associate “{hit.words}” with one gender. Say what the person does."
        yield Issue(hit.field, message, (), hit.spans)


@rule(
    ENTITY,
    "vague-word",
    "Praise without a measure",
    "Two readers do not mean the same by “excellent”, so the demand differs with the reader.",
    source=PUBLIC_LADDERS,
    remedy="Say how it can be recognised: how much, how often, by when, or by whom.",
    fires="levels: [{id: P1, summary: Gives outstanding service}]",
    silent="levels: [{id: P1, summary: Gives outstanding service to 9 of 10 guests}]",
    severity=Severity.INFO,
    group=GROUP,
    words=_WORDS,
)
def vague_word(one: EntitySubject) -> Iterator[Issue]:
    """Praise comes with a measure, which has a number."""
    for hit in _hits(one, "vague-word"):
        if not _MEASURE.search(hit.text):
            message = f"“{hit.words}” has no measure. Say how it can be recognised."
            yield Issue(hit.field, message, (), hit.spans)


@rule(
    ENTITY,
    "vacancy-talk",
    "Sounds like a job advertisement",
    "A ladder is read by people who are there; what attracts applicants tells them nothing.",
    source=OWN,
    remedy="Say what is expected, in the words of the other statements.",
    fires="levels: [{id: P1, summary: You will work in an exciting team}]",
    silent="levels: [{id: P1, summary: Works in a team of three}]",
    severity=Severity.WARNING,
    group=GROUP,
    words=_WORDS,
)
def vacancy_talk(one: EntitySubject) -> Iterator[Issue]:
    """No text is one of an advertisement."""
    yield from _issues(one, "vacancy-talk", "is what advertisements say. Say what is expected.")
