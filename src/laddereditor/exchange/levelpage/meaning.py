"""Read what a level means: its summary, then terms with their texts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.levelpage.experience import parse_experience
from laddereditor.exchange.levelpage.head import is_level_line
from laddereditor.exchange.levelpage.headings import heading_key
from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.lines import PageLine, has_words, is_short, paragraphs
from laddereditor.exchange.levelpage.terms import factor_id, is_experience, is_known_term
from laddereditor.model.counting import plural
from laddereditor.model.level import Experience
from laddereditor.model.terms import Factor

_PAIR = re.compile(r"(?P<term>[^:—–]{2,60}?)\s*(?::\s+|\s[—–-]\s)(?P<text>\S.*)$")

_REPEATED = 2  # lines above the definition that may say the level's code and name again
_MIN_BEFORE = 3  # lines before a usual term: one of the summary, another term and its text
_HEADS_OF_TERMS = ("factor", "leveling factor", "factors", "dimension", "criterion", "attribute")


@dataclass(slots=True)
class Meaning:
    """The values of this part of the page."""

    summary: str = ""
    factors: list[Factor] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)  # factor id -> text
    experience: Experience | None = None
    conventions: Conventions = USUAL  # how its numbers are written


def read_meaning(
    lines: Sequence[PageLine],
    log: ImportLog,
    conventions: Conventions = USUAL,
    code: str = "",
) -> Meaning:
    """Return the level's definition: lines before the first term are its summary.

    Args:
        lines: The lines below the heading of the level.
        log: Notes where each line goes, and which are not understood.
        conventions: How numbers are written. They decide how years of experience are read.
        code: The code of the level, which may be repeated above its definition.
    """
    meaning = Meaning(conventions=conventions)
    repeated = [line for line in lines[:_REPEATED] if is_level_line(line, code)]
    for line in repeated:
        log.use(line, Owner.LEVEL, "id")
    lines = [line for line in lines if line not in repeated]
    start = _start_of_terms(lines)
    definition = [line for line in lines[:start] if has_words(line.text)]
    meaning.summary = paragraphs(definition)
    for line in definition:
        log.use(line, Owner.LEVEL, "summary")
    rest = [line for line in lines[start:] if has_words(line.text)]
    for line in lines:
        if not has_words(line.text):
            log.unread(line, "a line without words")
    _read_terms(rest, meaning, log)
    return meaning


def _start_of_terms(lines: Sequence[PageLine]) -> int:
    """Return where the terms begin; terms and texts on alternating lines may begin with new ones.

    They are recognised by a usual term behind them: the lines between are an even number.
    """
    start = next((at for at, line in enumerate(lines) if _begins_terms(line)), len(lines))
    if start == len(lines) or not _is_bare(lines[start]):
        return start
    while start >= _MIN_BEFORE and _may_be_term(lines[start - 2]):
        start -= 2
    return start


def _is_bare(line: PageLine) -> bool:
    """Whether a line is a term alone, without any sign that it is one."""
    return not line.bullet and not line.depth and not line.cells and is_known_term(line.text)


def _may_be_term(line: PageLine) -> bool:
    return is_short(line.text, 3) and not line.cells and line.text[:1].isupper()


def _begins_terms(line: PageLine) -> bool:
    marked = line.bullet or bool(line.depth) or line.pair is not None
    return marked or is_known_term(line.text) or bool(_known_pair(line))


def _known_pair(line: PageLine) -> tuple[str, str] | None:
    """Return term and text of a line such as `Scope: one team`, for a usual term."""
    match = _PAIR.match(line.text)
    if match and is_known_term(match["term"]):
        return match["term"], match["text"]
    return None


def _read_terms(lines: Sequence[PageLine], meaning: Meaning, log: ImportLog) -> None:
    inline = _all_inline(lines)
    at = 0
    while at < len(lines):
        line = lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else None
        if _is_head_of_table(line):
            log.unread(line, "the head of a table")
            at += 1
        elif pair := line.pair or (_any_pair(line) if inline else _known_pair(line)):
            _take(pair[0], line, replace(line, text=pair[1]), meaning, log)
            at += 1
        elif _is_term(line) and following and not is_known_term(following.text):
            _take(line.text.rstrip(": "), line, following, meaning, log)
            at += 2
        else:
            log.unread(line, _why_unread(line, following))
            at += 1


def _is_head_of_table(line: PageLine) -> bool:
    return line.pair is not None and heading_key(line.pair[0]) in _HEADS_OF_TERMS


def _any_pair(line: PageLine) -> tuple[str, str] | None:
    match = _PAIR.match(line.text)
    return (match["term"], match["text"]) if match else None


def _all_inline(lines: Sequence[PageLine]) -> bool:
    """Return whether each line holds a term and its text, so that unknown terms are accepted."""
    pairs = [line for line in lines if _any_pair(line)]
    return len(pairs) == len(lines) and any(_known_pair(line) for line in lines)


def _is_term(line: PageLine) -> bool:
    return is_known_term(line.text) or is_short(line.text.rstrip(":"), 5)


def _why_unread(line: PageLine, following: PageLine | None) -> str:
    if not _is_term(line):
        return "neither a term nor the text of one"
    return "a term without a text" if following is None or is_known_term(following.text) else ""


def _take(term: str, at: PageLine, text: PageLine, meaning: Meaning, log: ImportLog) -> None:
    """Store one term and its text, and record both lines."""
    if is_experience(term):
        _take_experience(at, text, meaning, log)
        return
    name = factor_id(term)
    if name in meaning.texts:
        for line in (at, text):
            log.unread(line, f"“{term}” already has a text")
        return
    meaning.factors.append(Factor(id=name, name=term))
    meaning.texts[name] = text.text
    log.use(at, Owner.LADDER, f"factors/{name}")
    log.use(text, Owner.LEVEL, f"factors/{name}")


def _take_experience(at: PageLine, text: PageLine, meaning: Meaning, log: ImportLog) -> None:
    found = parse_experience(text.text, meaning.conventions)
    if meaning.experience is not None or found is None:
        twice = meaning.experience is not None
        reason = "the experience was already given" if twice else "not a range of years"
        for line in (at, text):
            log.unread(line, reason)
        return
    meaning.experience = found
    if found.max is None and re.search(r"\d\D+\d.*\+", text.text):
        log.note(f"“{text.text}” is read as {plural(found.min or 0, 'year')} and more.")
    log.use(at, Owner.LEVEL, "experience")
    log.use(text, Owner.LEVEL, "experience")
