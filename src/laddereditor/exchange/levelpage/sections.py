"""Split a page into its parts, in any order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from laddereditor.exchange.levelpage.headings import (
    EXPERIENCE_KEYS,
    FIELDS,
    PageHeading,
    PagePart,
    heading_key,
    heading_of,
)
from laddereditor.exchange.levelpage.lines import (
    BOLD_DEPTH,
    SENTENCE_END,
    PageLine,
    continues_item,
    is_short,
)
from laddereditor.exchange.levelpage.terms import is_known_term

_DOUBLED_CODE = re.compile(r"([A-Z]{1,4}\d{1,2})\1(?!\w)")


@dataclass(slots=True)
class TextSection:
    """A heading and the lines below it. A part may consist of several sections."""

    part: PagePart
    heading: PageLine | None = None
    lines: list[PageLine] = field(default_factory=list)
    reason: str = ""  # why an unknown section is not understood
    name: str = ""  # the field that the part fills first
    level: str = ""  # what its heading says about the level: `P2 P2 — Journey Baker`

    @property
    def is_known(self) -> bool:
        """Whether a heading of a level page opens it."""
        return self.part in FIELDS or self.part is PagePart.FIELD


def cut(lines: Sequence[PageLine]) -> tuple[TextSection, ...]:
    """Return the sections of a page, the lines before any heading first."""
    found = [TextSection(PagePart.HEAD)]
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        current = found[-1]
        opened = _opened(line, following, current, found)
        if opened is None:
            current.lines.append(line)
        else:
            found.append(opened)
    return tuple(found)


def _opened(
    line: PageLine, following: PageLine | None, current: TextSection, found: Sequence[TextSection]
) -> TextSection | None:
    """Return the section that a line opens, or None if it belongs to the current one."""
    if _is_second_page(found):
        return None
    if _opens_head(line, current):
        return _head_or_second_page(line, found)
    if heading := heading_of(line):
        return _known_section(heading, line)
    term = line.pair[0] if line.pair else line.text
    if not line.bullet and heading_key(term) in EXPERIENCE_KEYS:
        return (
            None
            if current.part is PagePart.MEANING
            else TextSection(PagePart.MEANING, None, [line])
        )
    if _is_unknown_heading(line, following, current):
        reason = f"under the heading “{line.text}”, which is not one of a level page"
        return TextSection(PagePart.UNKNOWN, line, [], reason)
    return None


def _known_section(heading: PageHeading, line: PageLine) -> TextSection:
    found = TextSection(heading.part, line, [], heading.reason, heading.field, heading.level)
    if heading.rest:
        found.heading = None
        found.lines = [replace(line, text=heading.rest, depth=0, cells=())]
    return found


def _opens_head(line: PageLine, current: TextSection) -> bool:
    """Whether a line with a doubled code begins a page, even after other parts."""
    fresh = current.part is PagePart.HEAD and not current.lines
    return not fresh and not line.bullet and bool(_DOUBLED_CODE.match(line.text))


def _head_or_second_page(line: PageLine, found: Sequence[TextSection]) -> TextSection | None:
    codes = [
        match[1]
        for section in found
        if section.part is PagePart.HEAD
        for earlier in section.lines
        if (match := re.match(r"([A-Z]{1,4}\d{1,2}?)(?:\1)?(?!\w)", earlier.text))
    ]
    match = _DOUBLED_CODE.match(line.text)
    if not codes or (match and match[1] in codes):
        return TextSection(PagePart.HEAD, None, [line])
    if not any(section.is_known for section in found):
        return None
    return TextSection(
        PagePart.UNKNOWN, line, [], "a second page begins here; import it on its own"
    )


def _is_second_page(found: Sequence[TextSection]) -> bool:
    return found[-1].reason.startswith("a second page")


def _is_unknown_heading(line: PageLine, following: PageLine | None, current: TextSection) -> bool:
    if line.bullet:
        return False
    if line.depth:
        return current.part is PagePart.UNKNOWN or _is_unknown_markdown(line, current)
    if following is None or current.part is PagePart.UNKNOWN or not current.lines:
        return False
    wrapped = continues_item(line, current.lines[-1])
    return is_short(line.text, 8) and not wrapped and _is_unknown_plain(line, following, current)


def _is_unknown_plain(line: PageLine, following: PageLine, current: TextSection) -> bool:
    """Whether a short line without a mark is a heading, judged by its neighbours."""
    if current.part is PagePart.MEANING:
        return _is_unknown_in_meaning(line, following, current)
    if following.bullet:
        return current.part is not PagePart.HEAD or len(current.lines) > 2
    if current.part in (PagePart.PAY, PagePart.HEAD):
        return _follows_sentence(line, current)
    return _is_separate(line, following, current)


def _is_unknown_markdown(line: PageLine, current: TextSection) -> bool:
    if current.part is PagePart.HEAD:
        return len(current.lines) > 2 or any(not earlier.depth for earlier in current.lines)
    if current.part is PagePart.MEANING:
        opened_at = current.heading.depth if current.heading else 0
        deeper = line.depth > opened_at or line.depth == BOLD_DEPTH
        return not (deeper or is_known_term(line.text))
    return True


def _is_unknown_in_meaning(line: PageLine, following: PageLine, current: TextSection) -> bool:
    if is_known_term(line.text) or is_known_term(following.text):
        return False
    return following.bullet and any(earlier.bullet for earlier in current.lines)


def _follows_sentence(line: PageLine, current: TextSection) -> bool:
    """Whether a short capitalised line without digits follows a sentence, as a heading does."""
    closed = current.lines[-1].text.endswith(SENTENCE_END)
    plain = line.text[:1].isupper() and not any(char.isdigit() for char in line.text)
    return closed and plain and is_short(line.text, 6) and ":" not in line.text


def _is_separate(line: PageLine, following: PageLine, current: TextSection) -> bool:
    """Whether a short line has space above it in a list that had none so far."""
    tight = len(current.lines) > 1 and not any(item.after_blank for item in current.lines[1:])
    return tight and line.after_blank and not following.after_blank and is_short(line.text, 6)
