"""Headings that say what the texts below them are: “Responsibilities”, “Anforderungen”."""

from collections.abc import Mapping
from functools import cache

from laddereditor.exchange.tables.terms.words import table_words, word_key
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs

# What a heading names, by the role of a column with the same head; "" says nothing of its own.
_BY_HEAD: Mapping[str, str] = {
    "responsibilities": "responsibilities",
    "qualifications": "qualifications",
    "uses": "uses",
    "skill": "uses",
    "experience": "experience",
    "pay": "pay",
    "title": "title",
    "titles": "titles",
    "summary": "summary",
    "description": "summary",
    "comment": "comment",
    "statement": "",
    "competency": "",
}
_BY_FIELD: Mapping[str, str] = {
    "responsibilities": "responsibilities",
    "qualifications": "qualifications",
    "skills": "uses",
    "titles": "titles",
    "experience": "experience",
    "pay": "pay",
    "factors": "factor",
    "expectations": "",
}
REMARK = "it is a remark, and not part of the ladder"


@cache
def _headings() -> dict[str, str]:
    found = {}
    for name, section in _BY_FIELD.items():
        spec = field_specs(Profile)[name]
        for words in (spec.heading, spec.title, *spec.other_headings):
            found[word_key(words)] = section
    return found


def section_of(text: str) -> str | None:
    """Return what the texts below a heading are, as a field of facts.

    Returns:
        "" if it only opens a list of expectations, None if it is the name of something.
    """
    key = word_key(text)
    if key in _headings():
        return _headings()[key]
    roles = table_words().heads.get(key, ())
    return next((_BY_HEAD[role] for role in roles if role in _BY_HEAD), None)
