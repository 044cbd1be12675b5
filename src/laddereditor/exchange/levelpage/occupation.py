"""Read the line with codes of public classifications: `O*NET / SOC: 15-0000 — Title (inferred)`."""

import re
from collections.abc import Sequence

from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.lines import PageLine
from laddereditor.model.family import Occupation

_CODE = re.compile(r"(?<![\d-])\d{2}-\d{4}(?P<detail>\.\d{2})?(?![\d-])")
# What a page says about a code in brackets behind its title.
_STATES = r"inferred|derived|estimated|guessed|proposed|under review|in review|reviewed|confirmed"
_MARK = re.compile(
    rf"\s*[(\[]\s*(?P<states>(?:{_STATES}|draft|approved)(?:\s*[·,;/|–—-]\s*(?:{_STATES}|draft|approved))*)"
    r"\s*[)\]]",
    re.IGNORECASE,
)
_GUESSED = re.compile(r"inferred|derived|estimated|guessed", re.IGNORECASE)
_EDGES = " —–-:|·•;,"


_BEHIND = re.compile(
    rf"(?:\s*[—–·|,;-]\s*|(?<=[a-z]))(?P<states>(?:{_STATES})(?:\s*[·,;/|–—-]\s*(?:{_STATES}))*)$",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[\s·|,;/—–-]*\b(?:O\*?NET(?:[-/ ]*SOC)?|SOC)(?: \d{4})?(?: codes?)?:?\s*$")
_TITLE_FIRST = re.compile(
    r"(?P<title>[^\d()]+?)\s*[(\[]\s*(?P<code>\d{2}-\d{4}(?:\.\d{2})?)\s*[)\]]\s*$"
)


def read_occupations(lines: Sequence[PageLine], log: ImportLog) -> tuple[Occupation, ...]:
    """Return the occupation codes; a line may hold several, and a title may be above its code."""
    found: list[Occupation] = []
    above: PageLine | None = None  # a line that may be the title of the code below it
    for line in lines:
        text = line.text
        if first := _TITLE_FIRST.fullmatch(text):
            text = f"{first['code']} {first['title']}"
        codes = list(_CODE.finditer(text))
        if above and len(codes) == 1 and not text.replace(codes[0][0], "").strip(_EDGES):
            text = f"{codes[0][0]} {above.text}"
            codes = list(_CODE.finditer(text))
            log.use(above, Owner.FAMILY, f"occupations/{len(found)}")
            above = None
        if above:
            log.unread(above, "no occupation code at its start")
            above = None
        if not codes:
            above = line
            continue
        if _SCHEME.sub("", text[: codes[0].start()]).strip(_EDGES):
            log.unread(line, "no occupation code at its start")
            continue
        ends = [*(code.start() for code in codes[1:]), len(text)]
        for code, end in zip(codes, ends, strict=True):
            log.use(line, Owner.FAMILY, f"occupations/{len(found)}")
            found.append(_occupation(code, text[code.end() : end], log))
    if above:
        log.unread(above, "no occupation code at its start")
    return tuple(found)


def _occupation(code: re.Match[str], behind: str, log: ImportLog) -> Occupation:
    rest = _SCHEME.sub("", behind)
    marks = [match["states"] for match in _MARK.finditer(rest)]
    rest = _MARK.sub("", rest)
    if match := _BEHIND.search(rest):
        marks.append(match["states"])
        rest = rest[: match.start()]
    states = [state for mark in marks for state in re.split(r"\s*[·,;/|–—]\s*", mark)]
    title = rest.strip(_EDGES)
    if title.startswith("(") and title.endswith(")"):
        title = title[1:-1].strip()
    if others := [state for state in states if not _GUESSED.fullmatch(state)]:
        log.note(
            f"The mark “{' · '.join(others)}” behind {title or code[0]} was left out: a ladder "
            "has no field for it."
        )
    return Occupation(
        scheme="onet-soc" if code["detail"] else "soc-2018",
        code=code[0],
        title=title,
        inferred=any(map(_GUESSED.fullmatch, states)),
    )
