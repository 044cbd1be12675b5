"""Texts that say nothing: blank items, placeholders, characters that nobody can see."""

from collections.abc import Iterator
from functools import cache

from laddereditor.edits.reading.controls import first_control, without_controls
from laddereditor.model.address import FieldPath
from laddereditor.model.base import Entity
from laddereditor.rules import contents
from laddereditor.rules.completeness import GROUP
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import remove, replace
from laddereditor.rules.occurrences import occurrences
from laddereditor.rules.options import own_words
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import OWN, PUBLIC_LADDERS
from laddereditor.rules.words import WordList

_LONGEST_HEADING = 10  # words; a longer text says something


@rule(
    ENTITY,
    "blank-item",
    "Empty line in a list",
    "An empty line shows as a bullet without text.",
    source=OWN,
    remedy="Write the line, or remove it.",
    fires='families: [{id: data, profiles: [{level: P1, responsibilities: [Loads figures, ""]}]}]',
    silent="families: [{id: data, profiles: [{level: P1, responsibilities: [Loads figures]}]}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def blank_item(one: EntitySubject) -> Iterator[Issue]:
    """Every item of a list says something."""
    items = contents.list_items(one.entity)
    for path, text in [(path, text) for path, text in items if not text or text.isspace()]:
        is_plain = path.number is not None
        place = path.number if is_plain else path.above.number
        fixes = (remove("Remove it", one.address, path, text),) if is_plain else ()
        yield Issue(path, f"Line {(place or 0) + 1} of this list is empty.", fixes)


@rule(
    ENTITY,
    "placeholder",
    "Placeholder text",
    "A page with TBD on it looks unfinished, and so does the ladder.",
    source=PUBLIC_LADDERS,
    remedy="Write the text, or remove the placeholder.",
    fires='levels: [{id: P1, summary: "Scope: TBD"}]',
    silent="levels: [{id: P1, summary: Orienta todo o time}]",
    severity=Severity.WARNING,
    group=GROUP,
    words="phrases that are found at word borders, ignoring case; `^` means only at the start",
)
def placeholder(one: EntitySubject) -> Iterator[Issue]:
    """No text that readers see is a placeholder; `alone` are headings without anything below."""
    for hit in occurrences(one.entity, one.options.words("placeholder")):
        message = f'"{hit.words}" is a placeholder. Write the text, or take it out.'
        yield Issue(hit.field, message, (), hit.spans[:1])
    for hit in occurrences(one.entity, _headings()):
        if len(hit.text.split()) <= _LONGEST_HEADING and _is_alone(one.entity, hit.field):
            message = f'"{hit.text}" is a heading without anything below it. Write the text.'
            yield Issue(hit.field, message, (), hit.spans[:1])


@cache
def _headings() -> WordList:
    return WordList.of(own_words("placeholder")["alone"])


def _is_alone(entity: Entity, field: FieldPath) -> bool:
    """Whether a text is the only one of its list, and has no examples."""
    holder = field.above if field.last == "text" else field
    around = holder.above if holder.number is not None else holder
    beside = [path for path, _ in contents.texts(entity) if path.startswith(f"{around}/")]
    return beside in ([], [field])


@rule(
    ENTITY,
    "control-character",
    "Control character in a text",
    "It cannot be seen, and other programs show it as a box, or cut the text off there.",
    source=OWN,
    remedy="Replace the character by what was meant, or remove it.",
    fires='levels: [{id: P1, summary: "Leads\\x0Bone team"}]',
    silent="levels: [{id: P1, summary: Leads one team}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def control_character(one: EntitySubject) -> Iterator[Issue]:
    """No text holds control characters; editors let none in, so the file was written elsewhere."""
    texts = [*contents.texts(one.entity), (FieldPath("notes"), getattr(one.entity, "notes", ""))]
    if first_control("\n".join([text for _, text in texts])):
        for path, text in texts:
            if sign := first_control(text):
                label = "Replace it by what it means, or remove it"
                fix = replace(label, one.address, path, text, _clean(text))
                yield Issue(path, f"This text holds the control character {sign}.", (fix,))


def _clean(text: str) -> str:
    """Return a text without control characters; a text of one line stays one."""
    clean = without_controls(text)
    return clean if "\n" in text else " ".join(clean.split("\n"))
