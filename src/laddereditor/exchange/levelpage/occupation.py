"""Read the line with codes of public classifications: `O*NET / SOC: 15-0000 — Title (inferred)`."""

import re
from collections.abc import Sequence

from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.lines import PageLine
from laddereditor.model.family import Occupation

_CODE = re.compile(r"(?<![\d-])\d{2}-\d{4}(?P<detail>\.\d{2})?(?![\d-])")
_INFERRED = re.compile(r"\s*[(\[]\s*inferred\s*[)\]]", re.IGNORECASE)
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
            found.append(_occupation(code, line.text[code.end() : end]))
    return tuple(found)


def _occupation(code: re.Match[str], behind: str) -> Occupation:
    return Occupation(
        scheme="onet-soc" if code["detail"] else "soc-2018",
        code=code[0],
        title=_INFERRED.sub("", behind).strip(_EDGES),
        inferred=bool(_INFERRED.search(behind)),
    )
