"""Find the family that a page is about: the job, not the rank."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from laddereditor.exchange.family_proposal import UNKNOWN, FamilyProposal
from laddereditor.exchange.levelpage.ranks import family_name, is_rank_alone, ranks_of

# Words in names of files that say nothing about the job.
_NO_JOB = frozenset(
    (
        "page", "pages", "level", "levels", "copy", "of", "saved", "text", "txt", "html", "export",
        "import", "download", "untitled", "document", "file", "new", "final", "draft", "the", "a",
        "an", "and", "for", "in", "job", "profile", "ladder", "guide", "canon", "index", "default",
        "pasted", "clipboard", "old", "version",
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first",
        "second", "third", "last", "next", "other", "another", "mail", "scan", "print", "my",
        "seed", "sample", "example", "test", "input", "data", "source", "temp", "tmp",
    )
)  # fmt: skip
_MAX_DIGITS = 2  # in a word that may be about the job, such as “3D”
_ENDING = re.compile(r"\.(?:txt|md|markdown|html?|text|csv|tsv)$", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]{0,3}\d+[a-z]?$")
_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with", "&")
)


@dataclass(frozen=True, slots=True)
class FamilyClues:
    """What a page says about its family."""

    stated: str = ""
    title: str = ""
    level_name: str = ""
    leads: bool = False  # whether people at its level lead others
    specialties: tuple[str, ...] = ()
    source: str = ""  # the name of the file
    left: tuple[str, ...] = ()  # common titles that follow from no pattern


def propose_family(clues: FamilyClues) -> FamilyProposal:
    """Return the family of one page: as stated, else from title, specialties or file name."""
    stem = job_in_file_name(clues.source)
    found = list(_names(clues, stem))
    name, reason = found[0] if found else (UNKNOWN, "")
    others = tuple(dict.fromkeys(other for other, _ in found[1:] if other != name))
    rest = tuple(one for one in clues.specialties if one not in (name, *others))
    return FamilyProposal(
        name, reason, bool(clues.stated), clues.specialties, (*others, *rest), stem
    )


def _names(clues: FamilyClues, stem: str) -> Iterator[tuple[str, str]]:
    if clues.stated:
        yield clues.stated, "as the page says"
    ranks = ranks_of(clues.level_name)
    if job := family_name(clues.title, ranks, leads=clues.leads):
        yield job, f"after the title “{clues.title}”"
    by_file = next((one for one in clues.specialties if one.casefold() in stem.casefold()), "")
    if by_file and stem:
        yield by_file, f"after the specialty that the file “{clues.source}” is named after"
    job = shared_words(clues.specialties)
    if job and len(clues.specialties) > 1 and stem.casefold().endswith(f" {job.casefold()}"):
        yield stem, f"after the file “{clues.source}”"
    if job:
        word = "specialty" if len(clues.specialties) == 1 else "specialties"
        yield job, f"after the {word} {_listed(clues.specialties)}"
    left = [job for title in clues.left if (job := family_name(title, ranks, leads=clues.leads))]
    if len(left) > 1 and (job := shared_words(left)):
        yield job, f"after what {_listed(clues.left)} have in common"
    if stem:
        yield stem, f"after the file “{clues.source}”"


def _listed(names: Sequence[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return ", ".join(quoted[:3]) + (" …" if len(quoted) > 3 else "")


def shared_words(names: Sequence[str]) -> str:
    """Return the words that all names end with, else begin with: `Bread Baking`, `Rye Baking`.

    A name alone is returned whole. Words that say nothing alone are left off the ends.
    """
    if not names:
        return ""
    lists = [name.split() for name in names]
    ends = _common([words[::-1] for words in lists])[::-1]
    return _worded(ends) or _worded(_common(lists))


def _common(lists: Sequence[Sequence[str]]) -> list[str]:
    found = []
    for words in zip(*lists, strict=False):
        if len({word.casefold() for word in words}) > 1:
            break
        found.append(words[0])
    return found


def _worded(words: Sequence[str]) -> str:
    plain = list(words)
    while plain and plain[0].casefold() in _SMALL:
        plain.pop(0)
    while plain and plain[-1].casefold() in _SMALL:
        plain.pop()
    text = " ".join(plain)
    return "" if not text or is_rank_alone(text) else text


def job_in_file_name(name: str) -> str:
    """Return the job that a file's name is about: `bread-baking_P2.txt` -> `Bread Baking`."""
    if not _ENDING.search(name):
        return ""  # the clipboard, or another source without a file
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", re.sub(r"\+", " ", _ENDING.sub("", name)))
    kept = [word for word in words if not _says_nothing(word)]
    while kept and is_rank_alone(kept[0]):
        kept.pop(0)
    while kept and is_rank_alone(kept[-1]):
        kept.pop()
    if not any(len(word) > 2 for word in kept):
        return ""
    return " ".join(word if any(map(str.isupper, word)) else word.capitalize() for word in kept)


def _says_nothing(word: str) -> bool:
    """Whether a word is a usual one of file names, a level's code, a date, a number or a digest."""
    digits = sum(map(str.isdigit, word))
    return word.casefold() in _NO_JOB or bool(_CODE.fullmatch(word)) or digits > _MAX_DIGITS
