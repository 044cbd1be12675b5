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
        "entry",
        "developing",
        "proficient",
        "skilled",
        "seasoned",
        "expert",
        "trainee",
        "apprentice",
        "journey",
        "journeyman",
    }
)
# Words that name a rank or a post where nothing else is in the title; beside others they may be
# part of the job: “Master Data”, “Product Manager”.
_ALONE = _RANKS | {
    "advanced",
    "master",
    "career",
    "foundational",
    "foundation",
    "emerging",
    "journey",
    "learner",
    "beginner",
    "novice",
    "intern",
    "graduate",
    "fellow",
    "executive",
    "professional",
    "specialist",
    "contributor",
    "individual contributor",
    "ic",
    "employee",
    "manager",
    "director",
    "supervisor",
    "head",
    "vp",
    "vice president",
    "team lead",
    "level",
    "title",
    "role",
    "mastery",
    "c-level",
    "early-career",
    "mid-career",
}
_BEHIND = (
    *("senior", "junior", "sr", "jr", "mid-level", "entry-level", "intermediate", "expert"),
    *("apprentice", "trainee", "intern"),
)
_BEFORE = ("foundational", "early-career", "mid-career", "emerging", "intern", "graduate")
_BEHIND_TWO = ("mid level", "entry level")
_LEVELS = re.compile(r"(?:[A-Z]{1,3}\d{1,2})(?:\s*[-–—/]\s*(?:[A-Z]{1,3})?\d{1,2})?$")
_NUMERAL = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|[1-9]|1\d|20)"
_NUMERALS = re.compile(rf" {_NUMERAL}(?:\s*[/–-]\s*{_NUMERAL})+$")
_CODE_BEFORE = re.compile(r"^[A-Z]{1,3}\d{1,2}\s*[·:|–—-]?\s+(?=\S)")
_IN_BRACKETS = re.compile(r"\s*\((?P<inner>[^()]+)\)$")
_LAST = re.compile(rf"(?:,| [-–—])? (?:(?:Level|Grade) )?(?:{_NUMERAL}|[A-Z]{{1,2}}\d{{1,2}})$")
_COMMA_RANK = re.compile(r", (?P<rank>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?)$")

# The posts of people who lead others: `Manager, Bread Baking`, `Bread Baking Senior Manager`.
_BEFORE_POST = r"(?:(?:Senior|Sr\.?|Associate|Assistant|Deputy|Group|Executive|Regional|General) )*"
_POST_WORDS = (
    r"(?:Manager|Director|Supervisor|Head|Vice President|VP|Team Leader|Team Lead|Coordinator)"
)
_POST = rf"{_BEFORE_POST}{_POST_WORDS}(?: {_NUMERAL})?"
_POST_FIRST = re.compile(rf"(?P<post>{_POST})(?P<mark>,| of| [–—-]) (?P<rest>\S.*)$")
_POST_LAST = re.compile(rf"(?P<rest>\S.*?) (?P<post>{_POST})$")
_ONLY_POST = re.compile(_POST)
_ENDS_WITH_POST = re.compile(rf"(?:^|[^\W\d_]|\s){_POST}$")

RankWords = frozenset[str]


def rank_behind(title: str) -> str:
    """Return a rank word at the end of a title, with the space before it: ` Associate`."""
    first, _, last = title.rpartition(" ")
    return f" {last}" if first and last.casefold() in _RANKS and last.casefold() != "lead" else ""


def posts_of(title: str) -> tuple[tuple[str, str, str], ...]:
    """Return the ways to take a post off a title: the words before, the rest, the words behind."""
    found = []
    if match := _POST_FIRST.match(title):
        found.append((f"{match['post']}{match['mark']} ", match["rest"], ""))
    if match := _POST_LAST.match(title):
        found.append(("", match["rest"], f" {match['post']}"))
    return tuple(found)


def ends_with_post(text: str) -> bool:
    """Return whether a text ends in a post, as `Bread Baking ManagerManager` does."""
    return bool(_ENDS_WITH_POST.search(text))


def is_post(text: str) -> bool:
    """Return whether a text is nothing but a post: `Manager`, `Senior Manager II`."""
    return bool(_ONLY_POST.fullmatch(text.strip()))


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


def family_name(title: str, ranks: RankWords = _RANKS, *, leads: bool = False) -> str:
    """Return a title without its rank words: `Experienced Baker II` -> `Baker`.

    Args:
        title: The title of a profile.
        ranks: The rank words, casefolded.
        leads: Whether people at its level lead others, so that their post is no part of the job.

    Returns:
        The name of the job; "" if the title holds nothing else than a rank: `Lead/Expert`,
        `P3–P4`, `Manager II`.
    """
    name = _bare_of_codes(title.strip())
    while suffix := numeral_suffix(name, ranks):
        name = name.removesuffix(suffix).rstrip()
    words = _without_first_ranks(name.split(), ranks)
    while len(words) > 1 and words[-1].casefold() in _BEHIND:
        words.pop()
    while len(words) > 2 and " ".join(words[-2:]).casefold() in _BEHIND_TWO:
        del words[-2:]
    name = " ".join(words).strip(" -–—:,|·")
    if leads:
        if re.fullmatch(_POST, name):
            return ""
        name = next((rest for _, rest, _ in posts_of(name)), name)
    return "" if is_rank_alone(name, ranks) else name


def _bare_of_codes(title: str) -> str:
    """Return a title without a level's code before it, and without ranks in brackets behind it."""
    name = _CODE_BEFORE.sub("", title)
    behind = _IN_BRACKETS.search(name)
    if behind and behind.start() and is_rank_alone(behind["inner"]):
        name = name[: behind.start()]
    return _NUMERALS.sub("", name) or title


def _without_first_ranks(words: list[str], ranks: RankWords) -> list[str]:
    """Return the words of a title behind its ranks: `Junior to Mid-Level Baker` -> `Baker`."""
    rest = words
    while len(rest) > 1:
        count = prefix_words(rest, ranks)
        first = rest[0].casefold()
        if not count and (first in _BEFORE or ("/" in first and is_rank_alone(first, ranks))):
            count = 1
        if not count:
            break
        rest = rest[count:]
        while len(rest) > 1 and rest[0].casefold() in ("to", "or", "and", "level", "/", "-", "–"):
            rest = rest[1:]
    return rest


def is_rank_alone(text: str, ranks: RankWords = _RANKS) -> bool:
    """Return whether a text names ranks or levels and nothing else."""
    if _LEVELS.match(text):
        return True
    parts = re.split(r"\s*[/,&|–—]\s*|\s+(?:and|or)\s+", text.casefold())
    return all(_is_rank(part, ranks) for part in parts)


def _is_rank(text: str, ranks: RankWords) -> bool:
    """Whether a part of a title consists of rank words, in any order, and numerals."""
    plain = re.sub(rf"(?:^|\s)(?:level |grade )?{_NUMERAL}$", "", text, flags=re.IGNORECASE).strip()
    if plain in _ALONE or plain in ranks or not plain:
        return True
    return all(word in _ALONE for word in plain.split())
