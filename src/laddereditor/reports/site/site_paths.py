"""The file of each entity in a site."""

from collections.abc import Container

from laddereditor.model.address import Address, walk
from laddereditor.model.family import Profile
from laddereditor.model.kinds import key_of, kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.reports.site.file_names import FileNames

INDEX, LEVELS, SKILLS, SIDE_BY_SIDE = (
    "index.html",
    "levels.html",
    "skills.html",
    "side-by-side.html",
)
_WITH_PAGES = ("level", "skill", "family", "profile")


def paths_of(ladder: Ladder, hidden: Container[Address] = ()) -> dict[Address, str]:
    """Return the path of each entity that has a page, inside the folder of the site.

    Args:
        ladder: The ladder.
        hidden: Families and profiles that have no page.
    """
    folders: dict[str, FileNames] = {}
    found: dict[Address, str] = {}
    for address, entity in walk(ladder):
        kind = kind_of(entity)
        if kind is None or kind.name not in _WITH_PAGES or address in hidden:
            continue
        names = folders.setdefault(kind.collection, FileNames())
        text = key_of(entity)
        if isinstance(entity, Profile):
            family = found.get(address.family, "")
            text = f"{stem(family)} {text}"
        found[address] = f"{kind.collection}/{names.name(text, kind.name)}.html"
    return found


def stem(path: str) -> str:
    """Return the name of a file without its folder and ending."""
    return path.rpartition("/")[2].removesuffix(".html")


def root_of(path: str) -> str:
    """Return the way from a page to the folder of the site: "" or "../"."""
    return "../" * path.count("/")
