"""Find where titles that a page runs together may meet, and where they certainly do."""

import re

_MAX_CUTS = 200

_CAMEL = re.compile(  # words with a capital inside
    r"(?:Dev|DevSec|ML|AI|Fin|Data|Sec|Rev|Git)Ops|(?:Bio|Fin|Ed|Med|Health|Insur|Prop|Mar|Ad)Tech"
    r"|Git(?:Hub|Lab)|(?:Java|Type)Script|Power(?:Point|Shell|BI)|Share[Pp]oint|QuickBooks"
    r"|WordPress|YouTube|LinkedIn|(?:Postgre|My|No)SQL|PhD|Mc[A-Z]\w+|[SPI]aaS|HubSpot"
    r"|(?:i|mac|tv)OS|e(?:Commerce|Learning)"
)
_CASE_JOINTS = re.compile(  # between lower case, an acronym or a bracket and a capital
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])|(?<=[^ ]\d)(?=[A-Z][a-z])|(?<=\))(?=\w)"
)
_TWICE = re.compile(r"\b([A-Z]{2,})\1\b")  # an acronym that meets itself: `HRHR`
_NUMERAL_JOINTS = re.compile(  # between a numeral and a capital: ` IIBread`, ` 2Bread`
    r"(?<= \d)(?=[A-Z][A-Za-z&])|(?<= I)(?=[A-Z][a-z])|(?<= II)(?=[A-HJ-Z])|(?<= III)(?=[A-Z])"
    r"|(?<= [IVX]{2})(?=[A-Z][a-z])|(?<=^[IVX])(?=[A-Z][a-z])"
)
_AFTER_NUMERAL = re.compile(r"(?<= [IVX\d])(?=[A-Z])|(?<= [IVX\d]{2})(?=[A-Z])|(?<= III)(?=[A-Z])")


def places_to_cut(text: str) -> list[int]:
    """Return the places where one title may end and the next begin without a space.

    If there are too many (a text in capitals, or not a list of titles), only the most certain are
    returned, or none.
    """
    places = [
        at for at in range(1, len(text)) if _may_cut(text[at - 1], text[at], text[at + 1 : at + 2])
    ]
    if len(places) > _MAX_CUTS:
        marks = (_CASE_JOINTS, _AFTER_NUMERAL)
        places = sorted({match.start() for mark in marks for match in mark.finditer(text)})
    return places if len(places) <= _MAX_CUTS else []


def _may_cut(before: str, here: str, after: str) -> bool:
    if not (before.isalnum() or before in ")+#"):
        return False
    if here.isdigit():
        return before.islower() or after.isupper()
    return here.isupper() or (after.isupper() and (here.islower() or here == "."))


def joints(text: str, *, case: bool) -> int:
    """Return in how many places titles certainly meet: at numerals and, with `case`, capitals.

    Capitals inside words such as DevOps do not count.
    """
    found = len(_NUMERAL_JOINTS.findall(text))
    if not case:
        return found
    plain = " ".join("" if _CAMEL.fullmatch(word) else word for word in text.split(" "))
    return found + len(_CASE_JOINTS.findall(plain)) + len(_TWICE.findall(plain))
