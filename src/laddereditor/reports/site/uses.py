"""Which profiles ask for a skill."""

from dataclasses import dataclass

from laddereditor.model.address import Address
from laddereditor.reports.site.site import FamilyPages, Site, SitePage


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A profile that asks for a skill."""

    family: FamilyPages
    profile: SitePage
    remark: str  # the proficiency that it asks for, "" for any


def skill_uses(site: Site) -> dict[Address, list[SkillMention]]:
    """Return the profiles that ask for each skill, by the address of the skill."""
    found: dict[Address, list[SkillMention]] = {}
    for family, profile in site.profiles():
        items = (item for section in profile.page.sections for item in section.items if item.at)
        for at, item in {item.at: item for item in items}.items():
            found.setdefault(at, []).append(SkillMention(family, profile, item.remark))
    return found
