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


def read_occupations(lines: Sequence[PageLine], log: ImportLog) -> tuple[Occupation, ...]:
    """Return the occupation codes; a line may hold several."""
    found: list[Occupation] = []
    for line in lines:
        codes = list(_CODE.finditer(line.text))
        if not codes or line.text[: codes[0].start()].strip(_EDGES):
            log.unread(line, "no occupation code at its start")
            continue
        ends = [*(code.start() for code in codes[1:]), len(line.text)]
        for code, end in zip(codes, ends, strict=True):
            log.use(line, Owner.FAMILY, f"occupations/{len(found)}")
            found.append(_occupation(code, line.text[code.end() : end], log))
    return tuple(found)


def _occupation(code: re.Match[str], behind: str, log: ImportLog) -> Occupation:
    marks = [match["states"] for match in _MARK.finditer(behind)]
    states = [state for mark in marks for state in re.split(r"\s*[·,;/|–—]\s*", mark)]
    title = _MARK.sub("", behind).strip(_EDGES)
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
