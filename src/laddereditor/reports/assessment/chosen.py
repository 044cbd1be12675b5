"""The profiles that forms are made of, and what a form is called."""

from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import profile_title
from laddereditor.reports.exporter import ExportRefused, ExportSource

_MOST = 100  # forms in a file; more are a mistake in what was chosen


def chosen_profiles(source: ExportSource) -> list[tuple[Family, Profile]]:
    """Return the profiles that were chosen, each with its family.

    Raises:
        ExportRefused: No profile was chosen, or far too many.
    """
    chosen = [(family, profile) for family, found in source.families() for profile in found]
    if not chosen:
        raise ExportRefused("A form is about a profile. Choose one, such as --at baker/P3.")
    if len(chosen) > _MOST:
        raise ExportRefused(
            f"That would be {len(chosen):,} forms. Choose up to {_MOST} profiles, such as those of "
            "a family."
        )
    return chosen


def form_title(ladder: Ladder, family: Family, profile: Profile) -> str:
    """Return what a form is called: family, level and title."""
    parts = (label_of(family), profile.level, profile_title(ladder, family, profile))
    return " – ".join(filter(None, parts))
