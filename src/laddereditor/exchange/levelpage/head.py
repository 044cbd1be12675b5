"""Read the head of a page: the level's code and name, the title, the family, the summary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.lines import PageLine, has_words, is_short, paragraphs
from laddereditor.exchange.levelpage.marks import level_marks

_CODE = r"(?P<code>[A-Z]{1,4}\d{1,2})"
_CODE_LINES = (
    re.compile(rf"(?:Level )?{_CODE}(?:\s*(?P=code))*(?!\w)\s*[—–:|·-]+\s*(?P<name>\S.*)$"),
    re.compile(rf"(?:Level )?{_CODE}(?:\s*(?P=code))*(?P<name>)$"),
    re.compile(rf"{_CODE}(?:\s*(?P=code))*(?!\w)\s+(?P<name>[^\d\s].*)$"),
    re.compile(rf"(?P<name>\S.*?)\s+\({_CODE}\)$"),
)
_BETWEEN = r"\s*[·|•]\s*"
# `Journey Baker · BAKE.BREAD01.P2`, `Food · Bread Baking`, `P2 · P2 — Journey Baker · Management`
_KEY_LINE = re.compile(
    rf"(?P<title>\S.*?){_BETWEEN}(?P<key>[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)*)\.{_CODE}$"
)
_KEY_ALONE = re.compile(rf"(?P<key>[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)*)\.{_CODE}$")
_FAMILY_LINE = re.compile(rf"(?P<function>[^·|•]+?){_BETWEEN}(?P<family>[^·|•]+)$")
_LEVEL_LINE = re.compile(
    rf"(?:{_CODE}{_BETWEEN})(?P=code)\s*[—–-]\s*(?P<name>[^·|•]+?)(?:{_BETWEEN}(?P<track>[^·|•]+))?$"
)


_FAMILY_LINES = 2  # function and family, between the key and the level


@dataclass(slots=True)
class PageHead:
    """The values of the first lines."""

    code: str = ""
    name: str = ""
    title: str = ""
    summary: str = ""
    family: str = ""  # if the page names it
    function: str = ""
    key: str = ""  # short codes of the family: `BAKE.BREAD01`
    track: str = ""  # as the page calls it
    marked: bool = False  # whether there are marks behind the level's name, as on canon pages


def code_line(text: str) -> tuple[str, str] | None:
    """Return code and name of a line such as `M2M2 — Senior Manager`, or None."""
    for pattern in (_LEVEL_LINE, *_CODE_LINES):
        if match := pattern.match(text):
            return match["code"], level_marks(match["name"].strip())[0]
    return None


def is_key_line(text: str) -> bool:
    """Return whether a line is a title with the key of its profile behind it."""
    return bool(_KEY_LINE.match(text) or _KEY_ALONE.match(text))


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
    keyed = next((at for at, line in enumerate(plain) if is_key_line(line.text)), None)
    if keyed and _KEY_ALONE.match(plain[keyed].text):
        _skip(plain[: keyed - 1], log)
        _read_keyed_lines(plain[keyed - 1 :], head, log)
        return head
    if keyed is not None and _KEY_LINE.match(plain[keyed].text):
        _skip(plain[:keyed], log)
        _read_keyed(plain[keyed:], head, log)
        return head
    start = _start(plain)
    _skip(plain[:start], log)
    plain = plain[start:]
    codes = _read_code(plain, head, log)
    _read_title(plain, codes, head, log)
    return head


def _skip(lines: Sequence[PageLine], log: ImportLog) -> None:
    for line in lines:
        log.unread(line, "above the code of the level that the page is about")


def _read_keyed(lines: Sequence[PageLine], head: PageHead, log: ImportLog) -> None:
    """Read the head of the newer layout: title and key, function and family, level and track."""
    first = _KEY_LINE.match(lines[0].text)
    assert first
    head.title, head.key, head.code = first["title"], first["key"], first["code"]
    log.use(lines[0], Owner.PROFILE, "title")
    log.use(lines[0], Owner.FAMILY, "code")
    log.use(lines[0], Owner.LEVEL, "id")
    rest = []
    for line in lines[1:]:
        level = _LEVEL_LINE.match(line.text)
        if level and level["code"] == head.code and not head.name:
            head.name, head.track = level["name"], level["track"] or ""
            log.use(line, Owner.LEVEL, "name")
            log.use(line, Owner.LEVEL, "track")
        elif not head.family and is_short(line.text, 16) and (at := _FAMILY_LINE.match(line.text)):
            head.function, head.family = at["function"], at["family"]
            log.use(line, Owner.FAMILY, "function")
            log.use(line, Owner.FAMILY, "name")
        else:
            rest.append(line)
    head.summary = paragraphs(rest)
    for line in rest:
        log.use(line, Owner.PROFILE, "summary")


def _read_keyed_lines(lines: Sequence[PageLine], head: PageHead, log: ImportLog) -> None:
    """Read the head of the newer layout with each of its pieces on a line of its own."""
    key = _KEY_ALONE.match(lines[1].text)
    assert key
    head.title, head.key, head.code = lines[0].text, key["key"], key["code"]
    log.use(lines[0], Owner.PROFILE, "title")
    log.use(lines[1], Owner.FAMILY, "code")
    levels = [at for at, line in enumerate(lines) if at > 1 and is_level_line(line, head.code)]
    first = levels[0] if levels else 2
    names = lines[2:first][-2:] if first <= _FAMILY_LINES + 2 else ()
    if names:
        head.family = names[-1].text
        log.use(names[-1], Owner.FAMILY, "name")
    if len(names) > 1:
        head.function = names[0].text
        log.use(names[0], Owner.FAMILY, "function")
    for at in levels:
        found = code_line(lines[at].text)
        head.name = head.name or (found[1] if found else "")
        log.use(lines[at], Owner.LEVEL, "id")
    behind = levels[-1] + 1 if levels else 2
    rest = list(lines[behind:])
    if levels and rest and is_short(rest[0].text, 3):
        head.track = rest[0].text
        log.use(rest.pop(0), Owner.LEVEL, "track")
    head.summary = paragraphs(rest)
    for line in rest:
        log.use(line, Owner.PROFILE, "summary")


def is_level_line(line: PageLine, code: str) -> bool:
    """Return whether a line says the code of a level, perhaps with its name, and nothing else."""
    found = code_line(line.text) if is_short(line.text, 12) else None
    return bool(found and found[0] == code)


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


def is_doubled(line: PageLine) -> bool:
    """Return whether a line begins with the same code twice: `P2P2 — Journey Baker`."""
    return bool(re.match(rf"{_CODE}(?P=code)(?!\w)", line.text))


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
        _note_marks(line, head, log)
        places.append(at)
        log.use(line, Owner.LEVEL, "id")
        if found[1]:
            log.use(line, Owner.LEVEL, "name")
    return places


def _note_marks(line: PageLine, head: PageHead, log: ImportLog) -> None:
    marks = level_marks(line.text)[1]
    if not marks:
        return
    head.marked = True
    log.note(
        f"The marks “{' · '.join(marks)}” behind the level's name were left out: a ladder has no "
        "field for them."
    )


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
