"""Which profiles ask for a skill."""

from typing import NamedTuple

from laddereditor.model.address import Address
from laddereditor.reports.site.site import Site


class SkillMention(NamedTuple):
    """A profile that asks for a skill."""

    path: str  # of its page, in the site
    name: str  # "Data Engineer P3"
    remark: str  # the proficiency that it asks for, "" for any


def skill_uses(site: Site) -> dict[Address, list[SkillMention]]:
    """Return the profiles that ask for each skill, by the address of the skill."""
    found: dict[Address, list[SkillMention]] = {}
    for family, profile in site.profiles():
        path, name = site.paths[profile.address], f"{family.name} {profile.page.badge}".strip()
        items = (item for section in profile.page.sections for item in section.items if item.at)
        for at, item in {item.at: item for item in items}.items():
            found.setdefault(at, []).append(SkillMention(path, name, item.remark))
    return found
