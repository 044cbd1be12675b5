"""What the columns are in a table that is read row by row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from laddereditor.exchange.tables.facts.statements import items_of
from laddereditor.exchange.tables.mapping import LineRole
from laddereditor.exchange.tables.recognition.blocks import level_row
from laddereditor.exchange.tables.recognition.cell_kinds import (
    CellsKind,
    kind_of,
    may_be_proficiencies,
)
from laddereditor.exchange.tables.recognition.constant_texts import settled_descriptions
from laddereditor.exchange.tables.recognition.head_rows import HeadRows
from laddereditor.exchange.tables.recognition.job_titles import one_family, with_job_titles
from laddereditor.exchange.tables.recognition.keys_and_links import (
    are_links,
    belongs_to,
    owners_of,
    settled_keys,
)
from laddereditor.exchange.tables.recognition.sheet_view import SheetView, is_number, mean_length
from laddereditor.exchange.tables.terms.level_heads import level_head, series_strength
from laddereditor.exchange.tables.terms.words import head_role, is_about_people, words_of

_NAMES = (
    "family",
    "function",
    "track",
    "level",
    "competency",
    "skill",
    "group",
    "code",
    "level-name",
)
_MAYBE_LEVELS = frozenset(
    {"unknown", "name", "title", "competency", "step", "code", "level-name", "family", "track"}
)
_ENTITIES = frozenset({"competency", "skill"})
_NOT_TEXTS = frozenset({"id", "proficiency", "score"})  # roles whose cells are short
_SEVERAL_WORDS = 3  # of a text that says something and does not only name it
_ONCE = frozenset(
    {"family", "function", "track", "level", "competency", "skill", "code", "level-name", "title",
     "description", "summary", "experience"}
)  # fmt: skip
_LONGEST_NAME = 60  # characters of a name, on average
_NEVER = 120  # characters that no name has
_LEAST_PROFILES = 2
_CORNER = re.compile(r"[/\\\\|]")
_CORNER_LEVELS = 0.5  # strength of numbers that follow each other, enough beside such a head
_MOST_LEVELS = 20  # different names of levels in a column


@dataclass(frozen=True)
class DownColumns:
    """The roles of all columns, and how surely one of them has levels."""

    roles: tuple[LineRole, ...]
    level_head: str = ""
    level_strength: float = 0.0
    family_head: str = ""


def down_columns(view: SheetView, heads: HeadRows, body: Sequence[int]) -> DownColumns:
    """Return what each column is.

    Args:
        view: The sheet.
        heads: Its heads.
        body: The rows of the table.
    """
    roles = [_by_head(view, heads, body, column) for column in range(view.width)]
    level = _level_column(view, roles, heads, body)
    strength = _strength(view, level, body) if level is not None else 0.0
    if level is not None and roles[level].role != "level":
        roles[level] = LineRole("level", reason="its texts are names of levels")
    roles = [_unlike_levels(one, column, level) for column, one in enumerate(roles)]
    roles = one_family(roles, heads.heads)
    roles = _titles_of_levels(view, roles, body)
    roles = _once(view, roles, body)
    roles = [_entity(_named(one, roles), roles) for one in roles]
    roles = _of_profiles(view, roles, body)
    roles = _of_levels(view, roles, body, heads.heads)
    roles = with_job_titles(view, roles, body, heads.heads)
    roles = settled_descriptions(view, roles, body)
    roles = _one_group(_without_codes(view, roles, body))
    by_role = {one.role: column for column, one in enumerate(roles)}
    roles = settled_keys(view, roles, owners_of(by_role), body, heads.heads)
    pins = view.pins.columns
    made = tuple(
        LineRole(pins[c].role, pins[c].value or one.value, one.group, "you said so", pinned=True)
        if c in pins
        else one
        for c, one in enumerate(roles)
    )
    family = next((c for c, one in enumerate(made) if one.role == "family"), None)
    named, family_head = (heads.heads[c] if c is not None else "" for c in (level, family))
    return DownColumns(made, named, strength, family_head)


def _by_head(view: SheetView, heads: HeadRows, body: Sequence[int], column: int) -> LineRole:
    head, upper = heads.heads[column], heads.upper[column]
    texts = view.column(column, body)
    if not texts:
        return LineRole("left", head, upper, "it is empty")
    role, kind = _corner_role(view, head, body, column) or head_role(head), kind_of(texts)
    if is_about_people(head):
        role = "comment"
    elif role in ("link", "comment"):
        role = "link" if are_links(view, column, body) else "comment"
    elif _is_unlike(role, kind, texts):
        role = ""
    if role:
        return LineRole(role, "", upper, f"its head is “{head}”")
    found, reason = _by_cells(kind, texts)
    return LineRole(found, head, upper, reason)


def _corner_role(view: SheetView, head: str, body: Sequence[int], column: int) -> str:
    """Return “level” for the corner of a table that names rows and columns: “Level / Skill”."""
    parts = [part for part in _CORNER.split(head) if part.strip()]
    if column or len(parts) != 2 or "level" not in map(head_role, parts):
        return ""
    return "level" if _strength(view, column, body) >= _CORNER_LEVELS else ""


def _is_unlike(role: str, kind: CellsKind, texts: Sequence[str]) -> bool:
    """Whether the cells of a column cannot be what its head says."""
    if role == "pay":
        return kind == "numbers" and may_be_proficiencies(texts)
    if role in _ENTITIES and kind == "numbers":
        return True
    is_long = role in _NOT_TEXTS or (role in _NAMES and not _is_list_of_names(texts))
    return kind == "texts" and is_long


def _by_cells(kind: CellsKind, texts: Sequence[str]) -> tuple[str, str]:
    if kind == "texts":
        return "expectation", "it has long texts"
    if kind == "steps":
        return "proficiency", "its cells are steps of a scale"
    if kind == "numbers":
        return ("score" if may_be_proficiencies(texts) else "id"), "it has numbers"
    return "unknown", "its head is not a word that is known"


def _is_list_of_names(texts: Sequence[str]) -> bool:
    """Whether texts can be names: short lines, or lines of which each is there once."""
    lines = [line for text in texts for line in text.split("\n")]
    if max(map(len, lines)) <= _LONGEST_NAME:
        return True
    are_single = len(set(lines)) == len(lines) == len(texts)
    return are_single and mean_length(lines) <= _LONGEST_NAME and max(map(len, lines)) <= _NEVER


def _level_column(
    view: SheetView, roles: Sequence[LineRole], heads: HeadRows, body: Sequence[int]
) -> int | None:
    """Return the column with the levels: by its head, else by its texts.

    Args:
        view: The sheet.
        roles: The roles of its columns so far.
        heads: Its heads; where these are levels themselves, no column is taken by its texts.
        body: The rows of the table.
    """
    pinned = [c for c, pin in view.pins.columns.items() if pin.role == "level"]
    if pinned:
        return pinned[0]
    by_head = [
        c for c, one in enumerate(roles) if one.role == "level" and c not in view.pins.columns
    ]
    if by_head:
        return max(by_head, key=lambda c: (_strength(view, c, body), -c))
    if any(level_row(view, row) for row in heads.rows):
        return None
    free = [
        c for c, one in enumerate(roles) if one.role in _MAYBE_LEVELS and c not in view.pins.columns
    ]
    strengths = {
        c: 0.0
        if _counts_its_head(view, c, heads.heads[c], body) or _are_titles(view, roles, c, body)
        else _strength(view, c, body)
        for c in free
    }
    best = max(strengths, key=lambda c: strengths[c], default=None)
    if best is not None and strengths[best] >= 0.6:
        return best
    first = next((c for c in range(view.width) if roles[c].role == "unknown"), None)
    if first is not None and _counts_its_head(view, first, heads.heads[first], body):
        return None
    texts = view.column(first, body) if first is not None else []
    is_key = 3 <= len(set(texts)) == len(texts) and not any(map(is_number, texts))
    return (
        first if is_key and not any(one.role in ("competency", "skill") for one in roles) else None
    )


def _counts_its_head(view: SheetView, column: int, head: str, body: Sequence[int]) -> bool:
    """Whether a column numbers what its head names, as “Task 1” does under “Task”."""
    texts = view.column(column, body)
    words = set(words_of(head))
    return bool(words) and all(words & set(words_of(text)) for text in texts)


def _are_titles(
    view: SheetView, roles: Sequence[LineRole], column: int, body: Sequence[int]
) -> bool:
    """Whether a column of titles has those of several jobs and not of several levels."""
    names = [level_head(text) for text in dict.fromkeys(view.column(column, body))]
    ranks = {(one.rank, one.number) for one in names}
    return roles[column].role in ("title", "family") and len(names) > 1 and len(ranks) == 1


def _strength(view: SheetView, column: int, body: Sequence[int]) -> float:
    names = list(dict.fromkeys(view.column(column, body)))
    if not 1 < len(names) <= _MOST_LEVELS:
        return 0.5 * (len(names) == 1 and level_head(names[0]).sure)
    return series_strength(names)


def _unlike_levels(one: LineRole, column: int, level: int | None) -> LineRole:
    if one.role == "level" and column != level:
        return replace(one, role="proficiency" if level is not None else "unknown")
    return one


def _once(view: SheetView, roles: Sequence[LineRole], body: Sequence[int]) -> list[LineRole]:
    """Keep each role that a table has once where it is first; later ones are groups or unknown.

    Of two columns of competencies, the coarser one is that of their groups.

    Args:
        view: The sheet.
        roles: The roles of its columns.
        body: The rows of the table.
    """
    seen: dict[str, int] = {}
    made: list[LineRole] = []
    for column, one in enumerate(roles):
        first = seen.get(one.role)
        if first is None or one.role not in _ONCE or one.pinned:
            made.append(one)
        elif one.role == "competency" and not made[first].pinned:
            sizes = [len(set(view.column(c, body))) for c in (first, column)]
            if sizes[0] < sizes[1]:
                made[first] = replace(made[first], role="group")
                seen[one.role] = column
            made.append(one if sizes[0] < sizes[1] else _again(one, is_coarse=sizes[0] > sizes[1]))
        else:
            made.append(_again(one, is_coarse=one.role == "function"))
        seen.setdefault(made[-1].role, column)
    return made


def _again(one: LineRole, *, is_coarse: bool) -> LineRole:
    return replace(one, role="group" if is_coarse else "unknown")


def _titles_of_levels(
    view: SheetView, roles: Sequence[LineRole], body: Sequence[int]
) -> list[LineRole]:
    """Return the roles, where names of levels that differ by family are titles of profiles."""
    by_role = {one.role: c for c, one in enumerate(roles)}
    level, name = by_role.get("level"), by_role.get("level-name")
    if level is None or name is None or "title" in by_role or "family" not in by_role:
        return list(roles)
    pairs = {(view.texts[row][level], view.texts[row][name]) for row in body}
    if len({at for at, _ in pairs}) == len(pairs):
        return list(roles)
    reason = "it differs at the same level"
    return [replace(one, role="title", reason=reason) if c == name else one
            for c, one in enumerate(roles)]  # fmt: skip


def _without_codes(
    view: SheetView, roles: Sequence[LineRole], body: Sequence[int]
) -> list[LineRole]:
    """Return the roles, where codes are those of levels only if each level has its own."""
    level = next((c for c, one in enumerate(roles) if one.role == "level"), None)
    return [
        replace(one, role="id")
        if one.role == "code"
        and not one.pinned
        and not (level is not None and belongs_to(view, column, [level], body))
        else one
        for column, one in enumerate(roles)
    ]


def _one_group(roles: Sequence[LineRole]) -> list[LineRole]:
    """Return the roles with one column of groups: the last one before the names, else the first."""
    groups = [c for c, one in enumerate(roles) if one.role == "group" and not one.pinned]
    entity = next((c for c, one in enumerate(roles) if one.role in ("skill", "competency")), 0)
    if len(groups) < 2:
        return list(roles)
    kept = next((c for c in reversed(groups) if c < entity), groups[0])
    reason = "another column has the groups"
    return [
        replace(one, role="unknown", reason=reason) if c in groups and c != kept else one
        for c, one in enumerate(roles)
    ]


def _of_profiles(view: SheetView, roles: Sequence[LineRole], body: Sequence[int]) -> list[LineRole]:
    """Return the roles of a table with a row for each profile: its skills are lists in cells.

    Args:
        view: The sheet.
        roles: The roles of its columns.
        body: The rows of the table.
    """
    by_role = {one.role: column for column, one in enumerate(roles)}
    named = (by_role.get(name) for name in ("family", "job-title", "title"))
    family, level = next((one for one in named if one is not None), None), by_role.get("level")
    if family is None or level is None:
        return list(roles)
    keys = [(view.texts[row][family], view.texts[row][level]) for row in body]
    if len(set(keys)) < len(keys) or len(keys) < _LEAST_PROFILES:
        return list(roles)
    return [
        replace(one, role="uses", reason="each row is a profile")
        if one.role in ("skill", "competency") and are_lists(view.column(column, body))
        else one
        for column, one in enumerate(roles)
    ]


def _of_levels(
    view: SheetView, roles: Sequence[LineRole], body: Sequence[int], heads: Sequence[str]
) -> list[LineRole]:
    """Return the roles of a table with a row for each level: what differs at each says something.

    Args:
        view: The sheet.
        roles: The roles of its columns.
        body: The rows of the table.
        heads: The heads of its columns.
    """
    level = next((c for c, one in enumerate(roles) if one.role == "level"), None)
    has_texts = any(one.role == "expectation" for one in roles)
    if level is None or not has_texts or len(set(view.column(level, body))) < len(body):
        return list(roles)
    return [
        LineRole("expectation", heads[c], one.group, "it says something else about each level")
        if one.role in ("unknown", "function", "track", "group") and _differs(view.column(c, body))
        else one
        for c, one in enumerate(roles)
    ]


def _differs(texts: Sequence[str]) -> bool:
    """Whether all texts differ, and most have several words."""
    several = sum(len(text.split()) >= _SEVERAL_WORDS for text in texts)
    return len(texts) > 1 and len(set(texts)) == len(texts) and 3 * several >= 2 * len(texts)


def are_lists(texts: Sequence[str]) -> bool:
    """Return whether most cells of a column hold several items."""
    return 2 * sum(len(items_of(text)) > 1 for text in texts) >= len(texts) > 0


def _named(one: LineRole, roles: Sequence[LineRole]) -> LineRole:
    """Return what a column headed “Name” names: the levels, or the entries of a list."""
    if one.role != "name":
        return one
    has = {other.role for other in roles}
    if has & {"competency", "skill"}:
        return replace(one, role="unknown")
    return replace(one, role="level-name" if "level" in has else "competency")


def _entity(one: LineRole, roles: Sequence[LineRole]) -> LineRole:
    """Return `group` as the competency of a table that has no finer column."""
    has = {other.role for other in roles}
    if one.role == "group" and not has & {"competency", "skill"} and has & {"statement", "level"}:
        groups = [other for other in roles if other.role == "group"]
        if groups[-1] is one and has & {"statement", "proficiency", "description"}:
            return replace(one, role="competency")
    return one
