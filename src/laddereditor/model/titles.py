"""Titles derived from a level's patterns and a family's specialties; they are never stored.

There may be as many as patterns times specialties, so at most `MAX_TITLES` are made; views say how
many more there are (`titles_left_out`, `more_titles`).
"""

from itertools import islice, product

from laddereditor.model.counting import plural
from laddereditor.model.family import Family, Profile
from laddereditor.model.level import Level

MAX_TITLES = 500  # a limit for speed and for readers (docs/speed.md)


def fill_pattern(pattern: str, specialty: str, family: str) -> str:
    """Return the title that a pattern such as `{specialty} III` gives.

    Args:
        pattern: The pattern, with `{specialty}` or `{family}` in it.
        specialty: The specialty of the title.
        family: The name of the family.
    """
    return pattern.replace("{specialty}", specialty).replace("{family}", family).strip()


def derived_titles(family: Family, level: Level | None) -> tuple[str, ...]:
    """Return the titles that patterns and specialties give, specialty by specialty.

    A family without specialties uses its own name. If there are too many, the first are returned.
    """
    if level is None:
        return ()
    specialties = family.specialties or (family.name,)
    pairs = islice(product(specialties, level.title_patterns), MAX_TITLES)
    titles = [fill_pattern(pattern, specialty, family.name) for specialty, pattern in pairs]
    return tuple(dict.fromkeys(filter(None, titles)))


def titles_left_out(patterns: int, specialties: int) -> int:
    """Return how many titles are left out, given the numbers of patterns and specialties."""
    return max(0, patterns * max(specialties, 1) - MAX_TITLES)


MORE_TITLES = "… and {more} from patterns and specialties"


def more_titles(left_out: int) -> str:
    """Return the line after the listed titles that counts the others, or "" if there are none."""
    more = plural(left_out, "more title")
    return MORE_TITLES.format(more=more) if left_out else ""


def derived_title(family: Family, level: Level | None) -> str:
    """Return the title of a profile without its own: the first pattern, filled in."""
    if level is None or not family.name:
        return family.name
    if level.title_patterns:
        return fill_pattern(level.title_patterns[0], family.name, family.name)
    return f"{level.name} {family.name}".strip()


def title_of(family: Family, profile: Profile, level: Level | None) -> str:
    """Return the profile's own title, or the derived one.

    Args:
        family: The family of the profile.
        profile: The profile.
        level: Its level; None if the ladder has no such level.
    """
    return profile.title or derived_title(family, level)
