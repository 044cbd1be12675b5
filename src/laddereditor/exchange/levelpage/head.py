"""Read the head of a page: the level's code and name, the title, the summary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.lines import PageLine, has_words, is_short, paragraphs

_CODE = r"(?P<code>[A-Z]{1,4}\d{1,2})"
_CODE_LINES = (
    re.compile(rf"(?:Level )?{_CODE}(?:\s*(?P=code))*(?!\w)\s*[—–:|·-]+\s*(?P<name>\S.*)$"),
    re.compile(rf"(?:Level )?{_CODE}(?:\s*(?P=code))*(?P<name>)$"),
    re.compile(rf"{_CODE}(?:\s*(?P=code))*(?!\w)\s+(?P<name>[^\d\s].*)$"),
    re.compile(rf"(?P<name>\S.*?)\s+\({_CODE}\)$"),
)


@dataclass(slots=True)
class PageHead:
    """The values of the first lines."""

    code: str = ""
    name: str = ""
    title: str = ""
    summary: str = ""


def code_line(text: str) -> tuple[str, str] | None:
    """Return code and name of a line such as `M2M2 — Senior Manager`, or None."""
    for pattern in _CODE_LINES:
        if match := pattern.match(text):
            return match["code"], match["name"].strip()
    return None


def read_head(lines: Sequence[PageLine], log: ImportLog) -> PageHead:
    """Return the values of the lines before the first heading."""
    head = PageHead()
    plain = []
    for line in lines:
        if not has_words(line.text):
            log.unread(line, "a line without words")
        elif line.bullet:
            log.unread(line, "a list before the first heading")
        else:
            plain.append(line)
    start = _start(plain)
    for line in plain[:start]:
        log.unread(line, "above the code of the level that the page is about")
    plain = plain[start:]
    codes = _read_code(plain, head, log)
    _read_title(plain, codes, head, log)
    return head


def _start(lines: Sequence[PageLine]) -> int:
    """Return where the head begins: of several lines with codes, the last is the page's own.

    The title and the summary follow it; the lines above do not belong to the page. Only lines with
    a dash count, because a title may begin with letters and a number (`L2 Support`).
    """
    found = [(at, match["code"]) for at, line in enumerate(lines[:-1]) if (match := _dashed(line))]
    start = found[-1][0] if found else 0
    for at, code in reversed(found):
        if code != found[-1][1]:
            return start
        start = at
    return 0


def _dashed(line: PageLine) -> re.Match[str] | None:
    return _CODE_LINES[0].match(line.text) if is_short(line.text, 12) else None


def _read_code(lines: Sequence[PageLine], head: PageHead, log: ImportLog) -> list[int]:
    """Read code and name; return the positions of their lines."""
    places: list[int] = []
    for at, line in enumerate(lines):
        found = code_line(line.text) if is_short(line.text, 12) else None
        if not found or (places and (found[0] != head.code or (found[1] and head.name))):
            continue
        if places and at > places[-1] + 1:
            break
        head.code, head.name = found[0], head.name or found[1]
        places.append(at)
        log.use(line, Owner.LEVEL, "id")
        if found[1]:
            log.use(line, Owner.LEVEL, "name")
    return places


def _read_title(
    lines: Sequence[PageLine], codes: list[int], head: PageHead, log: ImportLog
) -> None:
    """Read the title after the code, else directly before it, and the rest as the summary."""
    after = codes[-1] + 1 if codes else 0
    at = next((place for place in _title_places(after, codes) if _is_title(lines, place)), None)
    if at is not None:
        head.title = lines[at].text
        log.use(lines[at], Owner.PROFILE, "title")
    first = max(after, at + 1 if at is not None else 0)
    for line in (lines[place] for place in range(first) if place not in (*codes, at)):
        log.unread(line, "before the level's code and the title")
    for line in lines[first:]:
        log.use(line, Owner.PROFILE, "summary")
    head.summary = paragraphs(lines[first:])


def _title_places(after: int, codes: list[int]) -> tuple[int, ...]:
    return (after, codes[0] - 1) if codes else (after,)


def _is_title(lines: Sequence[PageLine], place: int) -> bool:
    return 0 <= place < len(lines) and is_short(lines[place].text, 12)
