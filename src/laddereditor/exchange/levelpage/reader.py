"""Read a saved level page as a ladder of one family at one level."""

from collections.abc import Iterator, Sequence

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.importer import Importer, ImportRefused, ImportResult
from laddereditor.exchange.levelpage.by_shape import read_fields
from laddereditor.exchange.levelpage.head import (
    PageHead,
    code_line,
    is_doubled,
    is_key_line,
    read_head,
)
from laddereditor.exchange.levelpage.headings import (
    FIELDS,
    GOALS,
    PagePart,
    has_count,
    known_titles,
)
from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.lines import PageLine, has_words, paragraphs, read_lines
from laddereditor.exchange.levelpage.lists import read_skills, read_statements
from laddereditor.exchange.levelpage.meaning import read_meaning
from laddereditor.exchange.levelpage.occupation import read_occupations
from laddereditor.exchange.levelpage.page import LevelPage, build_ladder, family_of, places_of
from laddereditor.exchange.levelpage.pay import read_pay
from laddereditor.exchange.levelpage.ranks import ranks_of
from laddereditor.exchange.levelpage.sections import TextSection, cut
from laddereditor.exchange.levelpage.titles import read_titles

MAX_CHARACTERS = 2_000_000
MAX_LINES = 5000
_HEAD_LINES = 4  # that may have the code of the level, whatever form it has
_LOOKED_AT = 100_000  # characters that are enough to recognise a page


def recognises(text: str) -> bool:
    """Return whether a text looks like a level page."""
    return _is_page(cut(read_lines(text[:_LOOKED_AT])))


def read(text: str, source: str, conventions: Conventions = USUAL) -> ImportResult:
    """Return the ladder of a level page, its numbers read by the conventions of the person.

    Args:
        text: The page, as text.
        source: What people call the page, for messages: its file name or “the clipboard”.
        conventions: How numbers are written.

    Raises:
        ImportRefused: The text is not a level page.
    """
    if len(text) > MAX_CHARACTERS:
        raise ImportRefused(_too_long(source, len(text), MAX_CHARACTERS, "characters"))
    lines = read_lines(text)
    if len(lines) > MAX_LINES:
        raise ImportRefused(_too_long(source, len(lines), MAX_LINES, "lines"))
    sections = cut(lines)
    if not _is_page(sections):
        raise ImportRefused(_no_page(source, sections))
    log = ImportLog()
    page = _read_parts(sections, log, conventions)
    family = family_of(page, source, log)
    ladder = build_ladder(page, family, log)
    log.record_remaining(lines)
    return ImportResult(
        ladder=ladder,
        not_understood=log.not_understood(),
        used=log.used(places_of(ladder)),
        notes=tuple(log.notes),
        family=family,
    )


def _too_long(source: str, count: int, most: int, what: str) -> str:
    return (
        f"{source} holds {count:,} {what}, and a level page that can be imported at most {most:,}; "
        f"save the page of one level separately, or remove what does not belong to it."
    )


def _no_page(source: str, sections: Sequence[TextSection]) -> str:
    if any(section.reason == GOALS for section in sections):
        return f"{source} is not a level page: {GOALS}."
    wanted = ", ".join(f"“{title}”" for title in known_titles())
    return (
        f"{source} is not a saved level page: looked for a line with a level's code such as "
        f"“P3 — …” and headings such as {wanted}, and found fewer than two of these."
    )


def _is_page(sections: Sequence[TextSection]) -> bool:
    """Whether a text has at least two known parts; the line with the level's code counts as one."""
    parts = {(section.part, section.name) for section in sections if section.is_known}
    head = [line for section in sections if section.part is PagePart.HEAD for line in section.lines]
    coded = any(code_line(line.text) for line in head[:_HEAD_LINES])
    coded = coded or any(is_key_line(line.text) or is_doubled(line) for line in head)
    coded = coded or any(section.level for section in sections)
    return len(parts) + coded > 1 and bool(parts) and not _is_keyed(sections)


def _is_keyed(sections: Sequence[TextSection]) -> bool:
    """Return whether most lines are `key: value`, as in YAML and settings files."""
    lines = [line for section in sections for line in section.lines]
    lines += [section.heading for section in sections if section.heading]
    keyed = sum(_looks_keyed(line) for line in lines)
    return keyed * 2 > len(lines)


def _looks_keyed(line: PageLine) -> bool:
    key, colon, rest = line.text.partition(":")
    plain = key.replace("_", "").replace("-", "").isalnum() and key[:1].islower()
    return bool(colon) and plain and (not rest or rest.startswith(" "))


def _read_parts(
    sections: Sequence[TextSection], log: ImportLog, conventions: Conventions
) -> LevelPage:
    lines: dict[PagePart, list[PageLine]] = {part: [] for part in PagePart}
    others: dict[str, list[PageLine]] = {}
    for section in sections:
        _account_heading(section, log)
        lines[section.part] += section.lines
        if section.part is PagePart.FIELD:
            others.setdefault(section.name, []).extend(section.lines)
    page = LevelPage(head=read_head(lines[PagePart.HEAD], log))
    log.marked = page.head.marked or any(map(has_count, _headings(sections)))
    _complete_head(page.head, sections)
    _read_summary(lines[PagePart.SUMMARY], page.head, log)
    page.meaning = read_meaning(lines[PagePart.MEANING], log, conventions, page.head.code)
    page.duties = read_statements(lines[PagePart.DUTIES], log, "responsibilities")
    page.skills = read_skills(lines[PagePart.SKILLS], log)
    page.good = read_statements(lines[PagePart.GOOD], log, "qualifications")
    ranks = ranks_of(page.head.name)
    page.titles = read_titles(lines[PagePart.TITLES], page.head.title, ranks, log)
    page.pay = read_pay(lines[PagePart.PAY], log, conventions)
    page.occupations = read_occupations(lines[PagePart.OCCUPATION], log)
    page.others = read_fields(others, log, conventions)
    return page


def _headings(sections: Sequence[TextSection]) -> Iterator[PageLine]:
    return (section.heading for section in sections if section.heading)


def _complete_head(head: PageHead, sections: Sequence[TextSection]) -> None:
    """Take code and name of the level from a heading such as `This level — P2 — Journey Baker`."""
    for found in (code_line(section.level) for section in sections if section.level):
        if found and head.code in ("", found[0]):
            head.code, head.name = found[0], head.name or found[1]


def _read_summary(lines: Sequence[PageLine], head: PageHead, log: ImportLog) -> None:
    """Read the summary that has a heading of its own, behind the one without."""
    worded = [line for line in lines if has_words(line.text)]
    for line in worded:
        log.use(line, Owner.PROFILE, "summary")
    head.summary = "\n\n".join(filter(None, (head.summary, paragraphs(worded))))


def _account_heading(section: TextSection, log: ImportLog) -> None:
    if section.part is PagePart.UNKNOWN:
        for line in (section.heading, *section.lines):
            if line:
                log.unread(line, section.reason)
    elif section.heading:
        owner = FIELDS[section.part][0] if section.part in FIELDS else Owner.PROFILE
        if section.level:
            log.use(section.heading, Owner.LEVEL, "id")
        log.use(section.heading, owner, section.name)


LEVEL_PAGE = Importer(
    name="level-page",
    title="Saved level page",
    suffixes=(".txt", ".md"),
    recognises=recognises,
    read=read,
)
