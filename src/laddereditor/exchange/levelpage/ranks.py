"""Recognise rank words in titles: Senior, Lead, III, 3."""

import re

_RANKS = frozenset(
    {
        "entry-level",
        "entry level",
        "junior",
        "jr",
        "jr.",
        "associate",
        "intermediate",
        "mid-level",
        "mid level",
        "mid",
        "experienced",
        "senior",
        "sr",
        "sr.",
        "lead",
        "staff",
        "principal",
        "distinguished",
    }
)
_NUMERAL = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|[1-9]|1\d|20)"
_LAST = re.compile(rf"(?:,| [-–—])? (?:(?:Level|Grade) )?(?:{_NUMERAL}|[A-Z]{{1,2}}\d{{1,2}})$")
_COMMA_RANK = re.compile(r", (?P<rank>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?)$")

RankWords = frozenset[str]


def ranks_of(level_name: str) -> RankWords:
    """Return the rank words, casefolded, including those that a level's name begins with."""
    words = level_name.casefold().split()
    return _RANKS | {" ".join(words[:count]) for count in range(1, len(words) + 1)}


def prefix_words(words: list[str], ranks: RankWords) -> int:
    """Return how many of the first words are rank words; at least one word remains."""
    count = 0
    while longer := _longer(words, count, ranks):
        count = longer
    return count


def _longer(words: list[str], count: int, ranks: RankWords) -> int:
    for end in range(min(len(words) - 1, count + 3), count, -1):
        if " ".join(words[count:end]).casefold() in ranks:
            return end
    return 0


def numeral_suffix(title: str, ranks: RankWords) -> str:
    """Return the rank at the end of a title, with the space before it: ` III`, `, Senior`."""
    if match := _LAST.search(title):
        return match[0] if match.start() else ""
    match = _COMMA_RANK.search(title)
    return match[0] if match and match["rank"].casefold() in ranks and match.start() else ""


def family_name(title: str) -> str:
    """Return a title without its rank words: `Experienced Baker II` -> `Baker`."""
    name = title
    while suffix := numeral_suffix(name, _RANKS):
        name = name.removesuffix(suffix).rstrip()
    words = name.split()
    words = words[prefix_words(words, _RANKS) :]
    while len(words) > 1 and words[-1].casefold() in ("senior", "junior", "sr", "jr"):
        words.pop()
    return " ".join(words) or title
