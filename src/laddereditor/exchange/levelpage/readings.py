"""The ways to read a title as a pattern combined with a specialty."""

from dataclasses import dataclass

from laddereditor.exchange.levelpage.ranks import (
    RankWords,
    numeral_suffix,
    posts_of,
    prefix_words,
    rank_behind,
)

SPECIALTY = "{specialty}"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a title. `ranked` says whether the words around the specialty are a rank."""

    pattern: str
    specialty: str
    ranked: bool
    post: bool = False  # whether the words around the specialty are a post or a rank behind it

    @property
    def literal(self) -> int:
        """Length of the pattern without the placeholder, in characters."""
        return len(self.pattern) - len(SPECIALTY)

    @property
    def bare(self) -> bool:
        """Whether the pattern consists of the specialty alone."""
        return self.pattern == SPECIALTY


def readings(title: str, ranks: RankWords) -> tuple[Reading, ...]:
    """Return the ways to read a title, with and without its rank words and first words."""
    found = {}
    for suffix in dict.fromkeys((numeral_suffix(title, ranks), "")):
        words = title.removesuffix(suffix).split(" ") if suffix else title.split(" ")
        ranked = prefix_words(words, ranks)
        for count in dict.fromkeys((ranked, 0, 1, 2)):
            if count >= len(words):
                continue
            specialty = " ".join(words[count:])
            prefix = " ".join(words[:count])
            pattern = f"{prefix} {SPECIALTY}{suffix}".lstrip()
            rank = bool(pattern != SPECIALTY and count in (0, ranked))
            found[pattern] = Reading(pattern, specialty, rank)
    if behind := rank_behind(title):
        pattern = f"{SPECIALTY}{behind}"
        rest = title.removesuffix(behind)
        found.setdefault(pattern, Reading(pattern, rest, ranked=True, post=True))
    for before, specialty, behind in posts_of(title):
        pattern = f"{before}{SPECIALTY}{behind}"
        found[pattern] = Reading(pattern, specialty, ranked=True, post=True)
    return tuple(found.values())
