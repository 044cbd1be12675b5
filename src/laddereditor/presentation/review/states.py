"""Which families and profiles are a draft, approved, due for review: what a view shows alone."""

from datetime import date

from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs

ANY = ""  # whatever the status is
NO_STATUS, DUE = "no-status", "due"


def review_states() -> tuple[tuple[str, str], ...]:
    """Return each state of profiles that a view can show alone, with its words."""
    spec = field_specs(Profile)["status"]
    known = tuple((value, spec.choice_words(value)) for value in spec.choices)
    return (*known, (NO_STATUS, "Without a status"), (DUE, "Due for review"))


def profile_is(state: str, family: Family, profile: Profile, today: date) -> bool:
    """Whether a profile is in a state.

    Args:
        state: One of `review_states`; `ANY` for each of them.
        family: The family of the profile, whose day of review it has unless it has its own.
        profile: The profile.
        today: The day of asking.
    """
    if state == ANY:
        return True
    if state == DUE:
        day = family.review_by if profile.review_by is None else profile.review_by
        return _is_past(day, today)
    return profile.status == ("" if state == NO_STATUS else state)


def family_is(state: str, family: Family, today: date) -> bool:
    """Whether a family itself is in a state; its own states are other ones than a profile's.

    Args:
        state: One of `review_states`, or a status of families.
        family: The family.
        today: The day of asking.
    """
    if state == DUE:
        return _is_past(family.review_by, today)
    return state not in (ANY, NO_STATUS) and family.status == state


def _is_past(day: date | str | None, today: date) -> bool:
    return isinstance(day, date) and day <= today
