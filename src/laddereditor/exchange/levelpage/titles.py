"""Read the common titles of a page as patterns and specialties where they repeat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from laddereditor.exchange.levelpage.grid import TitleGrid, find_grid
from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.joins import joints
from laddereditor.exchange.levelpage.lines import PageLine, has_words
from laddereditor.exchange.levelpage.lists import separator_of, split_list
from laddereditor.exchange.levelpage.ranks import RankWords, ends_with_post, is_post, numeral_suffix
from laddereditor.exchange.levelpage.readings import SPECIALTY
from laddereditor.exchange.levelpage.run_together import MAX_TEXT, split_titles
from laddereditor.model.counting import plural

_MIN_REPEATED = 2  # patterns from which a list has several titles for each specialty
_MAX_SPLIT = 2 * MAX_TEXT  # characters of all lines together, so that no page takes long


@dataclass(frozen=True, slots=True)
class Titles:
    """The title patterns of the level, the specialties of the family, and other titles."""

    patterns: tuple[str, ...] = ()
    specialties: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def read_titles(lines: Sequence[PageLine], title: str, ranks: RankWords, log: ImportLog) -> Titles:
    """Return the titles of the part; `title` is the profile's own.

    Args:
        lines: The lines below the heading, each with one or several titles.
        title: The profile's own title, which is not listed again.
        ranks: The words for ranks, such as “Senior”, which distinguish specialties from patterns.
        log: Notes where each line goes, and which are not understood.

    Returns:
        The specialties and patterns that give the titles, and the titles that follow from neither.
    """
    on_lines = _titles_by_line(lines, title, ranks, log)
    every = tuple(dict.fromkeys(one for _, found in on_lines for one in found))
    grid = find_grid(every, ranks)
    others = tuple(one for one in grid.left if one != title)
    places = {one: place for place, one in reversed(list(enumerate(others)))}
    for line, found in on_lines:
        _account(line, found, places, title, log)
    if grid.patterns:
        given = len(every) - len(grid.left)
        patterns = plural(len(grid.patterns), "pattern")
        specialties = plural(len(grid.specialties), "specialty", "specialties")
        of = f"{given} of {plural(len(every), 'common title')}"
        log.note(f"{of} follow from {patterns} and {specialties}.")
    if missing := _cut_off(every, grid):
        log.note(f"The list of titles seems to be cut off after “{every[-1]}”: {missing}.")
    return Titles(grid.patterns, grid.specialties, others)


def _cut_off(every: Sequence[str], grid: TitleGrid) -> str:
    """Return in words what a list lacks that ends within the titles of a specialty, "" if nothing.

    No title is added that the page does not list.
    """
    if len(grid.patterns) < _MIN_REPEATED or every[-1] not in grid.left:
        return ""
    for pattern in grid.patterns:
        before, _, behind = pattern.partition(SPECIALTY)
        name = every[-1].removeprefix(before).removesuffix(behind)
        if name and pattern.replace(SPECIALTY, name) == every[-1]:
            given = (other.replace(SPECIALTY, name) for other in grid.patterns)
            lacking = " or ".join(f"“{one}”" for one in given if one not in every)
            return f"it has no {lacking}, as it has for {grid.specialties[-1]}"
    return ""


def _titles_by_line(
    lines: Sequence[PageLine], title: str, ranks: RankWords, log: ImportLog
) -> list[tuple[PageLine, tuple[str, ...]]]:
    found = []
    length = 0
    for line in lines:
        length += len(line.text)
        if not has_words(line.text):
            log.unread(line, "a line without words")
            continue
        text, own = _without_own(line.text, title)
        parts = _separate(text, ranks)
        is_only_text = len(lines) == 1 and len(parts) == 1
        if length <= _MAX_SPLIT:
            parts = tuple(
                one
                for part in parts
                for one in split_titles(part, ranks, is_only_text=is_only_text)
            )
        found.append((line, tuple(dict.fromkeys((*parts, *own)))))
    return found


def _without_own(text: str, title: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the profile's own title that touches its end, and that title."""
    rest = text.removesuffix(title)
    touches = title and rest != text and rest[-1:].isalnum() and title[0].isupper()
    return (rest, (title,)) if touches else (text, ())


def _separate(text: str, ranks: RankWords) -> tuple[str, ...]:
    """Split a list on one line; the comma of `Engineer, Senior` belongs to the title."""
    parts: list[str] = []
    first, *others = split_list(text, commas=True)
    if others and "," in text and _is_run_together(first, others[:-1], text):
        return (text,)
    for part in (first, *others):
        suffixed = parts and separator_of(text, commas=True) == "," and f"{parts[-1]}, {part}"
        if suffixed and numeral_suffix(suffixed, ranks) == f", {part}":
            parts[-1] = suffixed
        else:
            parts.append(part)
    return tuple(parts)


def _is_run_together(first: str, between: Sequence[str], text: str) -> bool:
    """Whether the commas of a text are those of `Manager, Bread`, alone or run together."""
    if not all(map(ends_with_post, (first, *between))):
        return False
    last = text.rpartition(",")[2]
    is_alone = not between and is_post(first) and not ends_with_post(last)
    return is_alone or joints(text, case=True) > 0


def _account(
    line: PageLine, found: Sequence[str], places: Mapping[str, int], title: str, log: ImportLog
) -> None:
    for one in found:
        if one in places:
            log.use(line, Owner.PROFILE, f"titles/{places[one]}")
        elif one == title:
            log.use(line, Owner.PROFILE, "title")
        else:
            log.use(line, Owner.LEVEL, "title_patterns")
            log.use(line, Owner.FAMILY, "specialties")
