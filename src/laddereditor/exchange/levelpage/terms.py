"""The terms of a level's definition: leveling factors and experience."""

from laddereditor.exchange.ids import slug
from laddereditor.exchange.levelpage.headings import EXPERIENCE_KEYS, heading_key

# Leveling factors that pages usually name; any other term becomes a new factor.
USUAL_FACTORS = frozenset(
    {
        "scope",
        "autonomy",
        "complexity",
        "impact",
        "influence",
        "knowledge",
        "decision rights",
        "leadership",
        "communication",
        "collaboration",
        "problem solving",
    }
)


def is_experience(text: str) -> bool:
    """Return whether a term names the typical experience."""
    return heading_key(text) in EXPERIENCE_KEYS


def is_known_term(text: str) -> bool:
    """Return whether a text names a usual leveling factor or the experience."""
    return heading_key(text) in USUAL_FACTORS or is_experience(text)


def factor_id(term: str) -> str:
    """Return the id of the factor that a term names: `Decision rights` -> `decision-rights`."""
    return slug(term.rstrip(": "), "factor")
