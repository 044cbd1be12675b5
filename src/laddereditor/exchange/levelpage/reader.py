"""A saved level page as text, to a ladder of one family at one level."""

from collections.abc import Sequence

from laddereditor.exchange.importer import Importer, ImportRefused, ImportResult
from laddereditor.exchange.levelpage.head import code_line, read_head
from laddereditor.exchange.levelpage.headings import FIELDS, Part, known_titles
from laddereditor.exchange.levelpage.import_log import Ledger
from laddereditor.exchange.levelpage.lines import Line, read_lines
from laddereditor.exchange.levelpage.lists import read_skills, read_statements
from laddereditor.exchange.levelpage.meaning import read_meaning
from laddereditor.exchange.levelpage.occupation import read_occupations
from laddereditor.exchange.levelpage.page import Page, build_ladder, places_of
from laddereditor.exchange.levelpage.pay import read_pay
from laddereditor.exchange.levelpage.ranks import ranks_of
from laddereditor.exchange.levelpage.sections import Section, cut
from laddereditor.exchange.levelpage.titles import read_titles

MAX_CHARACTERS = 2_000_000
MAX_LINES = 5000
_LOOKED_AT = 100_000  # characters by which a page is recognised


def recognises(text: str) -> bool:
    """Return whether a text looks like a level page."""
    return _is_page(cut(read_lines(text[:_LOOKED_AT])))


def read(text: str, source: str) -> ImportResult:
    """Return the ladder of a level page; raises ImportRefused for anything else."""
    if len(text) > MAX_CHARACTERS:
        raise ImportRefused(_too_long(source, len(text), MAX_CHARACTERS, "characters"))
    lines = read_lines(text)
    if len(lines) > MAX_LINES:
        raise ImportRefused(_too_long(source, len(lines), MAX_LINES, "lines"))
    sections = cut(lines)
    if not _is_page(sections):
        raise ImportRefused(_no_page(source))
    ledger = Ledger()
    page = _read_parts(sections, ledger)
    ladder = build_ladder(page, ledger)
    ledger.settle(lines)
    return ImportResult(
        ladder=ladder,
        not_understood=ledger.not_understood(),
        used=ledger.used(places_of(ladder)),
        notes=tuple(ledger.notes),
    )


def _too_long(source: str, count: int, most: int, what: str) -> str:
    return (
        f"{source} holds {count:,} {what}, and a level page that can be imported at most {most:,}; "
        f"save the page of one level on its own, or cut off what does not belong to it."
    )


def _no_page(source: str) -> str:
    wanted = ", ".join(f"“{title}”" for title in known_titles())
    return (
        f"{source} is no saved level page: looked for a line with a level's code such as "
        f"“P3 — …” and headings such as {wanted}, and found fewer than two of these."
    )


def _is_page(sections: Sequence[Section]) -> bool:
    """Two known parts make a page; the line with the level's code counts as one."""
    parts = {section.part for section in sections if section.part in FIELDS}
    head = [line for section in sections if section.part is Part.HEAD for line in section.lines]
    coded = any(code_line(line.text) for line in head[:4])
    return len(parts) + coded > 1 and bool(parts) and not _is_keyed(sections)


def _is_keyed(sections: Sequence[Section]) -> bool:
    """Return whether most lines are `key: value`, as in YAML and settings files."""
    lines = [line for section in sections for line in section.lines]
    lines += [section.heading for section in sections if section.heading]
    keyed = sum(_looks_keyed(line) for line in lines)
    return keyed * 2 > len(lines)


def _looks_keyed(line: Line) -> bool:
    key, colon, rest = line.text.partition(":")
    plain = key.replace("_", "").replace("-", "").isalnum() and key[:1].islower()
    return bool(colon) and plain and (not rest or rest.startswith(" "))


def _read_parts(sections: Sequence[Section], ledger: Ledger) -> Page:
    lines: dict[Part, list[Line]] = {part: [] for part in Part}
    for section in sections:
        _account_heading(section, ledger)
        lines[section.part] += section.lines
    page = Page(head=read_head(lines[Part.HEAD], ledger))
    page.meaning = read_meaning(lines[Part.MEANING], ledger)
    page.duties = read_statements(lines[Part.DUTIES], ledger, "responsibilities")
    page.skills = read_skills(lines[Part.SKILLS], ledger)
    page.good = read_statements(lines[Part.GOOD], ledger, "qualifications")
    ranks = ranks_of(page.head.name)
    page.titles = read_titles(lines[Part.TITLES], page.head.title, ranks, ledger)
    page.pay = read_pay(lines[Part.PAY], ledger)
    page.occupations = read_occupations(lines[Part.OCCUPATION], ledger)
    return page


def _account_heading(section: Section, ledger: Ledger) -> None:
    if section.part is Part.UNKNOWN:
        for line in (section.heading, *section.lines):
            if line:
                ledger.unread(line, section.reason)
    elif section.heading:
        owner, _, name = FIELDS[section.part]
        ledger.use(section.heading, owner, name)


LEVEL_PAGE = Importer(
    name="level-page",
    title="Saved level page",
    suffixes=(".txt", ".md"),
    recognises=recognises,
    read=read,
)
