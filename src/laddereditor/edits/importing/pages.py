"""Join imported pages to one ladder, or to a ladder that is there, whatever their order."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.ids import code_parts
from laddereditor.edits.importing.differing import (
    DifferingValue,
    differing_values,
    take_values,
)
from laddereditor.edits.importing.frame import frame_of
from laddereditor.edits.importing.order import in_import_order
from laddereditor.edits.importing.sharing import with_shared_summaries
from laddereditor.edits.inserting import (
    ProfileHere,
    Taken,
    insert_ladder_parts,
    profiles_here,
)
from laddereditor.edits.words import shortened
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.model.parents import families_above


@dataclass(frozen=True, slots=True)
class NamedPage:
    """The ladder of a page, and what people call the page."""

    name: str
    ladder: Ladder


@dataclass(frozen=True, slots=True)
class JoinedPages:
    """A ladder with the contents of pages.

    Attributes:
        ladder: The ladder.
        left_out: The names of the pages that were left out.
        differing: What pages say otherwise than the ladder, whose words stay.
    """

    ladder: Ladder
    left_out: tuple[str, ...] = ()
    differing: tuple[DifferingValue, ...] = ()


class ProfilesThere(EditRefused):
    """A page whose profiles the ladder has with other words, and no decision about it."""

    def __init__(self, page: str, here: tuple[ProfileHere, ...]) -> None:
        super().__init__(f"{page}: its profiles are in the ladder already")
        self.page, self.here = page, here


def join_pages(
    ladder: Ladder | None,
    pages: Sequence[NamedPage],
    *,
    taken: Taken | None = None,
    skip: bool = False,
) -> JoinedPages:
    """Return a ladder with the contents of pages.

    Levels and factors are joined first, so that what is the same for all families is once on the
    level; a profile keeps as its own what its level says otherwise. A summary that profiles of a
    family share is once on the family. Pages are added by family, track and level, whatever their
    order. Where they differ, the first words stay, as those of the ladder do.

    Args:
        ladder: The ladder to add to; None makes a new one.
        pages: The pages. Their families have their final names.
        taken: What to do with a profile that is there with other words; None decides nothing.
        skip: Whether a page with such a profile is left out.

    Raises:
        ProfilesThere: Such a profile is there, and nothing is decided.
        EditRefused: A page cannot be added.
    """
    if ladder is None and len(pages) == 1:
        return JoinedPages(pages[0].ladder)
    ordered = sorted(pages, key=_page_key)
    frame = frame_of([page.ladder for page in ordered])
    now = _with_frame(ladder, frame)
    left_out: list[str] = []
    differing: list[DifferingValue] = []
    for page in ordered:
        here = different_profiles(now, page.ladder)
        if here and skip:
            left_out.append(page.name)
            continue
        if here and taken is None:
            raise ProfilesThere(page.name, here)
        differing += differing_values(now, page.ladder, page.name)
        now = insert_ladder_parts(now, page.ladder, taken=taken or "beside", complete=True).change(
            now
        )
    if now is not ladder:
        now = with_shared_summaries(now, _families_of(now, ordered, left_out))
        now = in_import_order(ladder, now)
    return JoinedPages(now, tuple(left_out), tuple(differing))


@builder
def import_pages(
    ladder: Ladder,
    pages: tuple[NamedPage, ...],
    *,
    taken: Taken = "beside",
    words: tuple[DifferingValue, ...] = (),
) -> Edit:
    """Add pages to a ladder, as one step that leads to the first of their profiles.

    Args:
        ladder: The ladder.
        pages: The pages. Their families have their final names.
        taken: What to do with a profile that is there with other words.
        words: What pages say otherwise than the ladder, and is taken in its place.

    Raises:
        EditRefused: A page cannot be added.
    """
    now = join_pages(ladder, pages, taken=taken).ladder
    if words:
        now = take_values(now, words).change(now)
    first = next((place for page in pages if (place := place_in(now, page, ladder))), Address())
    what = f"page {pages[0].name}" if len(pages) == 1 else plural(len(pages), "page")
    return Edit(shortened(f"Import {what}"), lambda _: now, select=first)


def place_in(ladder: Ladder, page: NamedPage, before: Ladder | None = None) -> Address:
    """Return the address that the profile of a page has in a ladder, "" if it has none.

    Args:
        ladder: The ladder.
        page: The page.
        before: The ladder without the page, in which other families may have its name.
    """
    old = {family.id for family in before.families} if before else set()
    for family in page.ladder.families:
        for profile in family.profiles:
            found = [
                one
                for one in ladder.families
                if one.name == family.name or one.name.startswith(f"{family.name} ")
                if any(own.level == profile.level for own in one.profiles)
            ]
            added = [one for one in found if one.id not in old] or found
            if added:
                return Address("families").entry(added[0].id).entry(profile.level)
    return Address()


def different_profiles(ladder: Ladder, page: Ladder) -> tuple[ProfileHere, ...]:
    """Return the profiles of a page that a ladder has with other words."""
    names = {one.name.casefold() for one in page.families} | {one.id for one in page.families}
    levels = {one.level for family in page.families for one in family.profiles}
    may_be_here = any(
        one.level in levels
        for family in ladder.families
        if family.id in names or family.name.casefold() in names
        for one in family.profiles
    )
    # Most pages are about another profile, which is found in no time in the largest ladder.
    return profiles_here(ladder, page, complete=True) if may_be_here else ()


def part_for_pages(ladder: Ladder, pages: Sequence[NamedPage]) -> Ladder:
    """Return the part of a ladder that decides what comes of pages.

    These are its levels, factors and skills, and the families that the pages are about with those
    above them. Looking at the part takes a fraction of the time in a large ladder.

    Args:
        ladder: The ladder.
        pages: The pages. Their families have their final names.
    """
    about = [family for page in pages for family in page.ladder.families]
    names = {one.id for one in about} | {one.name.casefold() for one in about}
    found = [one for one in ladder.families if one.id in names or one.name.casefold() in names]
    kept = {id(one) for each in found for one in (each, *families_above(ladder, each))}
    return evolve(ladder, families=tuple(one for one in ladder.families if id(one) in kept))


def _with_frame(ladder: Ladder | None, frame: Ladder) -> Ladder:
    if ladder is None:
        return in_import_order(None, frame)
    now = insert_ladder_parts(ladder, frame, complete=True).change(ladder)
    return in_import_order(ladder, now) if now is not ladder else ladder


def _families_of(
    now: Ladder, pages: Sequence[NamedPage], left_out: Sequence[str]
) -> frozenset[str]:
    """Return the ids of the families of a ladder that pages are about."""
    names = {
        family.name
        for page in pages
        if page.name not in left_out
        for family in page.ladder.families
    }
    return frozenset(family.id for family in now.families if family.name in names)


def _page_key(page: NamedPage) -> tuple[object, ...]:
    """Return what pages are ordered by: family, track, level, and then all they say."""
    ladder = page.ladder
    family = ladder.families[0].name.casefold() if ladder.families else ""
    level = ladder.levels[0].id if ladder.levels else ""
    parts = code_parts(level) or (level, 0)
    return family, parts[0], parts[1], level, repr(ladder)


def renamed_family(page: Ladder, name: str, key: str) -> Ladder:
    """Return the ladder of a page with its only family under another name and id.

    The ladder of a page is named after its family, so its name follows.

    Args:
        page: The ladder of the page.
        name: The new name of the family.
        key: Its new id.
    """
    if len(page.families) != 1 or (page.families[0].name, page.families[0].id) == (name, key):
        return page
    family = evolve(page.families[0], name=name, id=key)
    own = {"id": key, "name": name} if page.name == page.families[0].name else {}
    return evolve(page, families=(family,), **own)


def at_level(page: Ladder, code: str, there: Ladder | None = None) -> Ladder:
    """Return the ladder of a page with its only level under another code.

    Args:
        page: The ladder of the page.
        code: The code of the level.
        there: The ladder that it is added to, whose level of this code decides the track.
    """
    if len(page.levels) != 1 or page.levels[0].id == code or not code:
        return page
    (level,) = page.levels
    known = next((one for one in there.levels if one.id == code), None) if there else None
    tracks = {one.id: one for one in (*page.tracks, *(there.tracks if there else ()))}
    parts = code_parts(code)
    letters = next((one.id for one in tracks.values() if parts and one.code == parts[0]), "")
    track = known.track if known else letters or level.track
    families = tuple(
        evolve(
            family,
            profiles=tuple(
                evolve(one, level=code) if one.level == level.id else one for one in family.profiles
            ),
        )
        for family in page.families
    )
    return evolve(
        page,
        tracks=tuple(filter(None, [tracks.get(track)])),
        levels=(evolve(level, id=code, track=track),),
        families=families,
    )
