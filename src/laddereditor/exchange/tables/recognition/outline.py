"""Find what the headings of each depth are: families, levels, competencies."""

from collections.abc import Mapping, Sequence

from laddereditor.exchange.tables.grid import Grid
from laddereditor.exchange.tables.mapping import LineRole
from laddereditor.exchange.tables.outline.columns import TITLE, OutlineColumns
from laddereditor.exchange.tables.recognition.outline_depths import DepthTexts, depths_of
from laddereditor.exchange.tables.recognition.sheet_view import SheetView
from laddereditor.exchange.tables.recognition.table import FoundTable
from laddereditor.exchange.tables.terms.level_heads import level_head
from laddereditor.model.counting import plural

_LEVELS = 0.5  # from which on a depth is taken for levels
_JOBS = 0.5  # share of words for people from which on headings are families
_TERMS = 0.6  # share of the entries that begin with a term, from which on terms are competencies
_FOUND, _WEAK = 0.95, 0.45  # scores of a text with levels, and of one without

Roles = dict[int, tuple[str, str]]  # column -> role and reason


def find_outline(view: SheetView) -> tuple[FoundTable, ...]:
    """Return how the text of a document is read; nothing for other sheets."""
    if not view.grid.outline:
        return ()
    pins = {at: pin.role for at, pin in view.pins.columns.items()}
    found = roles_of(view.grid, pins)
    columns = [_line_role(at, found, view) for at in range(view.width)]
    has_levels = any(one.role == "level" for one in columns)
    evidence = tuple(one.reason for one in columns if one.role in ("level", "competency", "family"))
    rows = tuple(LineRole("body") for _ in view.grid.rows)
    score = _FOUND if has_levels else _WEAK
    why = evidence or ("no heading names a level",)
    return (FoundTable("outline", score, why, (), tuple(columns), rows),)


def _line_role(at: int, found: Roles, view: SheetView) -> LineRole:
    pin = view.pins.columns.get(at)
    role, reason = found.get(at, ("left", ""))
    if pin is not None:
        return LineRole(pin.role, pin.value, reason="you said so", pinned=True)
    return LineRole(role, reason=reason)


def roles_of(grid: Grid, pins: Mapping[int, str]) -> Roles:
    """Return the role of each column, worked out around what a person decided.

    Args:
        grid: The text of a document.
        pins: The roles that a person gave, by column.
    """
    columns = OutlineColumns.of(grid)
    depths = [one for one in depths_of(grid) if one.names or one.sections]
    level = _level_depth(depths, pins)
    found: Roles = {at: (role, "you said so") for at, role in pins.items()}
    found.setdefault(columns.entries, ("statement", "entries of lists are statements"))
    found.setdefault(columns.paragraphs, ("description", "paragraphs describe what they are under"))
    if level is None:
        _without_levels(grid, depths, found)
    else:
        found.setdefault(level.column, ("level", _why_levels(level)))
        _below(level, depths, found, columns)
        _above(level, depths, found)
    found.setdefault(TITLE, ("left", "it is the title of the document"))
    return found


def _level_depth(depths: Sequence[DepthTexts], pins: Mapping[int, str]) -> DepthTexts | None:
    for one in depths:
        if pins.get(one.column) == "level":
            return one
    free = [one for one in depths if one.column not in pins and not one.is_section]
    best = max(free, key=lambda one: (round(one.levels, 1), len(one.names)), default=None)
    return best if best is not None and best.levels >= _LEVELS else None


def _why_levels(level: DepthTexts) -> str:
    names = list(dict.fromkeys(level.names))
    return f"{plural(len(names), 'heading')} such as “{names[0]}” and “{names[-1]}” name levels"


def _without_levels(grid: Grid, depths: Sequence[DepthTexts], found: Roles) -> None:
    """Give roles in a document about one level, which only its title may name."""
    title = next((row[TITLE].text for row in grid.rows if row[TITLE].text), "")
    if level_head(title).sure >= _LEVELS:
        found.setdefault(TITLE, ("level", f"the title “{title}” names a level"))
    for one in reversed([d for d in depths if not d.is_section]):
        if not any(role == "competency" for role, _ in found.values()):
            found.setdefault(one.column, ("competency", "its headings are above the texts"))
        else:
            found.setdefault(one.column, ("group", "its headings are above competencies"))


# -- below levels -------------------------------------------------------------------------------


def _below(
    level: DepthTexts, depths: Sequence[DepthTexts], found: Roles, columns: OutlineColumns
) -> None:
    below = [one for one in _naming(depths) if one.column > level.column]
    headings = [one for one in below if one.column != columns.terms]
    terms = next((one for one in below if one.column == columns.terms), None)
    deepest = _nearest_to_texts(headings)
    if terms is not None and _are_named_by_terms(terms, deepest):
        found.setdefault(terms.column, ("competency", "the same terms are under each level"))
        for one in headings:
            found.setdefault(one.column, ("group", "its headings are above competencies"))
        return
    for one in headings:
        if one is deepest:
            found.setdefault(one.column, ("competency", _why_competency(one)))
        elif deepest is not None and one.column < deepest.column:
            found.setdefault(one.column, ("group", "its headings are above competencies"))
        else:
            found.setdefault(one.column, ("left", "its headings are below competencies"))
    above = [one for one in depths if one.column < level.column and one.names]
    if terms is not None and deepest is None and not _are_competencies(above, found):
        found.setdefault(terms.column, ("competency", "entries begin with it"))


def _are_named_by_terms(terms: DepthTexts, heading: DepthTexts | None) -> bool:
    """Whether texts are named by terms that repeat, although headings are above these."""
    if heading is None:
        return False
    return terms.repeats > _TERMS and terms.texts > heading.texts


def _naming(depths: Sequence[DepthTexts]) -> list[DepthTexts]:
    """Return the depths that name something, without those that mostly open sections."""
    return [one for one in depths if one.names and not one.is_section]


def _nearest_to_texts(headings: Sequence[DepthTexts]) -> DepthTexts | None:
    """Return the depth that most texts are directly below."""
    return max(headings, key=lambda one: (one.texts, one.column), default=None)


def _why_competency(one: DepthTexts) -> str:
    if one.repeats > _TERMS:
        return "the same headings are under each level"
    return "its headings are between levels and texts"


def _are_competencies(above: Sequence[DepthTexts], found: Roles) -> bool:
    return any(found.get(one.column, ("", ""))[0] == "competency" for one in above)


# -- above levels -------------------------------------------------------------------------------


def _above(level: DepthTexts, depths: Sequence[DepthTexts], found: Roles) -> None:
    above = [one for one in _naming(depths) if one.column < level.column]
    has_competency = any(role == "competency" for role, _ in found.values())
    roles = ["family", "function"] if has_competency else _roles_above(level, above)
    for one in reversed(above):
        role = roles.pop(0) if roles else "left"
        found.setdefault(one.column, (role, _WHY.get(role, "")))


_WHY = {
    "family": "its headings are above the levels of a family",
    "function": "its headings are above families",
    "competency": "each of its headings has texts for the levels",
    "group": "its headings are above competencies",
}


def _roles_above(level: DepthTexts, above: Sequence[DepthTexts]) -> list[str]:
    """Return what the headings above levels are, the nearest first, if no competency is below."""
    nearest = above[-1] if above else None
    if nearest is None:
        return []
    # Competencies have the same levels under each; families may have their own.
    if nearest.jobs >= _JOBS or (level.repeats < _JOBS and len(nearest.distinct) > 1):
        return ["family", "function"]
    if len(above) > 1 and above[-2].jobs >= _JOBS:
        return ["competency", "family", "function"]
    return ["competency", "group", "family"]
