"""Which roles a row or a column can be given, and the colour of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.exchange.tables import COLUMN_ROLES, ROLES, ROW_ROLES, TableRole
from laddereditor.exchange.tables.mapping import PinPart

# Those that are needed most, in the menu itself; all others are in the menus below it.
_FIRST = (
    *("head", "body", "group-row", "family-row"),
    *("family", "level", "competency", "skill", "statement", "at-level", "note", "left"),
)
_TITLES = {"name": "More &names", "value": "More te&xts", "level": "More at &levels"}
_LEFT_TITLE = "More that is left &out"
# The name of the sheet may mean these; `facts` understands no others.
SHEET_ROLES = ("family", "level", "competency", "group", "left")
_TINTS = {
    "family": "family_tint",
    "function": "family_tint",
    "track": "family_tint",
    "family-row": "family_tint",
    "level": "level_tint",
    "level-name": "level_tint",
    "code": "level_tint",
    "step": "level_tint",
}
_TINTS_OF_USES = {"name": "competency_tint", "value": "text_tint", "level": "text_tint"}


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """Roles below one entry of the menu; `title` is "" for those in the menu itself."""

    title: str
    roles: tuple[TableRole, ...]


def role_groups(part: PinPart, choices: Sequence[str] = ()) -> tuple[RoleGroup, ...]:
    """Return the roles that a row, a column or the name of a sheet can have.

    Args:
        part: What gets a role.
        choices: The only roles that it can have; () for all of its kind.
    """
    if choices:
        return (RoleGroup("", tuple(ROLES[name] for name in choices if name in ROLES)),)
    if part == "sheet":
        return (RoleGroup("", tuple(ROLES[name] for name in SHEET_ROLES)),)
    names: Sequence[str] = COLUMN_ROLES if part == "column" else ROW_ROLES
    known = [ROLES[name] for name in names if name != "unknown"]
    first = tuple(one for one in known if one.name in _FIRST)
    rest = [one for one in known if one.name not in _FIRST]
    more = [
        RoleGroup(title, tuple(one for one in rest if one.use == use))
        for use, title in _TITLES.items()
    ]
    more.append(RoleGroup(_LEFT_TITLE, tuple(one for one in rest if one.use in ("left", "head"))))
    return (RoleGroup("", first), *(group for group in more if group.roles))


def role_title(role: str) -> str:
    """Return a role in words."""
    return ROLES[role].title if role in ROLES else role


def role_on_head(role: str) -> str:
    """Return a role in the few words that have room on a head."""
    return ROLES[role].on_head if role in ROLES else role


def tint_of(role: str) -> str:
    """Return the name of the colour behind cells of a role, "" for none."""
    known = ROLES.get(role)
    if known is None:
        return ""
    return _TINTS.get(role) or _TINTS_OF_USES.get(known.use, "")
