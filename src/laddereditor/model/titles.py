"""Titles that follow from a level's patterns and a family's specialties; never stored."""

from laddereditor.model.family import Family, Profile
from laddereditor.model.level import Level


def fill_pattern(pattern: str, specialty: str, family: str) -> str:
    """Return the title that a pattern such as `{specialty} III` gives."""
    return pattern.replace("{specialty}", specialty).replace("{family}", family).strip()


def derived_titles(family: Family, level: Level | None) -> tuple[str, ...]:
    """Return the titles that patterns and specialties give, specialty by specialty.

    A family without specialties uses its own name.
    """
    if level is None:
        return ()
    specialties = family.specialties or (family.name,)
    titles = (
        fill_pattern(pattern, specialty, family.name)
        for specialty in specialties
        for pattern in level.title_patterns
    )
    return tuple(dict.fromkeys(title for title in titles if title))


def derived_title(family: Family, level: Level | None) -> str:
    """Return the title of a profile that has none of its own: the first pattern, filled in."""
    if level is None or not family.name:
        return family.name
    if level.title_patterns:
        return fill_pattern(level.title_patterns[0], family.name, family.name)
    return f"{level.name} {family.name}".strip()


def title_of(family: Family, profile: Profile, level: Level | None) -> str:
    """Return the profile's own title, or the derived one."""
    return profile.title or derived_title(family, level)
