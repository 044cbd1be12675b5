"""The pages of a site, one after the other."""

from collections.abc import Iterable, Iterator

from laddereditor.model.address import Address
from laddereditor.model.level import Level
from laddereditor.model.terms import Skill
from laddereditor.reports.exporter import ExportedFile
from laddereditor.reports.site.family_matrix import matrix_parts
from laddereditor.reports.site.groups import Grouped, grouped
from laddereditor.reports.site.page_text import embedded, shown
from laddereditor.reports.site.search_index import search_index
from laddereditor.reports.site.shell import Shell
from laddereditor.reports.site.side_by_side import side_by_side
from laddereditor.reports.site.site import FamilyPages, Site, SitePage
from laddereditor.reports.site.site_paths import INDEX, LEVELS, SIDE_BY_SIDE, SKILLS
from laddereditor.reports.site.uses import SkillMention, skill_uses

OVERVIEWS = 4  # pages that a site has, whatever the ladder has


def pages_of(site: Site, shell: Shell) -> Iterator[ExportedFile]:
    """Yield the files of a site, the overview first."""
    yield _index(site, shell)
    yield _levels(site, shell)
    yield _skills(site, shell)
    yield _side_by_side(site, shell)
    yield from _family_pages(site, shell)
    yield from _profile_pages(site, shell)
    yield from _level_pages(site, shell)
    yield from _skill_pages(site, shell)


def page_count(site: Site) -> int:
    """Return how many files a site has."""
    return OVERVIEWS + len(site.paths)


def _index(site: Site, shell: Shell) -> ExportedFile:
    functions = grouped(site.families, lambda one: one.family.function)
    index = embedded(search_index(site))
    return shell.page(
        "index.html",
        INDEX,
        site.name,
        script="search.js",
        functions=functions,
        tracks=_tracks(site),
        index=index,
    )


def _tracks(site: Site) -> list[Grouped[SitePage]]:
    """Return the levels by the names of their tracks."""
    names = {track.id: shown(track.name, track.id) for track in site.ladder.tracks}

    def name(one: SitePage) -> str:
        track = one.entity.track if isinstance(one.entity, Level) else ""
        return names.get(track, track)

    return grouped(site.levels, name, tuple(names.values()))


def _levels(site: Site, shell: Shell) -> ExportedFile:
    title = site.phrases.say("Levels")
    return shell.page("levels.html", LEVELS, title, tracks=_tracks(site))


def _skills(site: Site, shell: Shell) -> ExportedFile:
    def category(one: SitePage) -> str:
        return one.entity.category if isinstance(one.entity, Skill) else ""

    title = site.phrases.say("Skills")
    return shell.page("skills.html", SKILLS, title, categories=grouped(site.skills, category))


def _side_by_side(site: Site, shell: Shell) -> ExportedFile:
    return shell.page(
        "side-by-side.html",
        SIDE_BY_SIDE,
        site.phrases.say("Side by side"),
        script="side-by-side.js",
        data=embedded(side_by_side(site)),
    )


def _family_pages(site: Site, shell: Shell) -> Iterator[ExportedFile]:
    below: dict[str, list[FamilyPages]] = {}
    for one in site.families:
        below.setdefault(one.family.parent, []).append(one)
    known = {one.family.id: one for one in reversed(site.families)}
    for one in site.families:
        yield shell.page(
            "family.html",
            site.paths[one.own.address],
            one.name,
            one=one,
            parent=known.get(one.family.parent),
            sub_families=below.get(one.family.id, ()) if one.family.id else (),
            sections=[s for s in one.own.page.sections if s.field != "profiles"],
            parts=matrix_parts([profile.cells for profile in one.profiles]),
        )


def _profile_pages(site: Site, shell: Shell) -> Iterator[ExportedFile]:
    levels = {level.page.badge: level for level in reversed(site.levels)}
    for family in site.families:
        for number, one in enumerate(family.profiles):
            yield shell.page(
                "profile.html",
                site.paths[one.address],
                f"{one.name} – {family.name}",
                family=family,
                one=one,
                level=levels.get(one.page.badge),
                below=family.profiles[number - 1] if number else None,
                above=next(iter(family.profiles[number + 1 : number + 2]), None),
            )


def _level_pages(site: Site, shell: Shell) -> Iterator[ExportedFile]:
    found: dict[str, list[tuple[FamilyPages, SitePage]]] = {}
    for family, profile in site.profiles():
        found.setdefault(profile.page.badge, []).append((family, profile))
    for one in site.levels:
        yield shell.page(
            "level.html",
            site.paths[one.address],
            one.name,
            one=one,
            profiles=found.get(one.page.badge, ()),
        )


def _skill_pages(site: Site, shell: Shell) -> Iterator[ExportedFile]:
    uses = skill_uses(site)
    none: Iterable[SkillMention] = ()
    for one in site.skills:
        yield shell.page(
            "skill.html",
            site.paths[one.address],
            one.name,
            one=one,
            uses=uses.get(Address("skills").entry(one.key), none),
        )
