"""Fill the cells of a list of skills: proficiencies by name, skills to add, none to remove."""

from collections.abc import Sequence

from laddereditor.edits.cell_texts import ANY_PROFICIENCY, read_choice
from laddereditor.edits.cells.filling_lists import Filling, RebuiltList, explained
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.places.cell_place import CellPlace, place_path, place_title
from laddereditor.edits.places.shown import shown_list, skill_text, step_options
from laddereditor.edits.skill_names import add_skill_uses
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import (
    RatedSkill,
    SkillUse,
    skill_of,
    used_otherwise,
)


def filled_skills(ladder: Ladder, group: Sequence[Filling]) -> Ladder:
    """Return the ladder with proficiencies set, and skills removed and added.

    Raises:
        EditRefused: A text is not a proficiency, or a skill is already listed.
    """
    first = group[0][0]
    uses: tuple[SkillUse, ...] = shown_list(ladder, first)
    rebuilt = RebuiltList()
    changed = {place.position: (place, text) for place, text in group if not place.insert}
    for position, use in enumerate(uses):
        place, text = changed.get(position, (None, ""))
        rebuilt.keep(position, (use,) if place is None else _use(ladder, place, text, use))
    for place, text in group:
        if not place.insert and place.position < 0:
            _refuse_second(ladder, place, uses)
            rebuilt.items += _use(ladder, place, text, None)
    ladder = rebuilt.put(ladder, first)
    for place, text in group:
        if place.insert and text.strip():
            edit = add_skill_uses(ladder, place.address, text, place.position, name=first.name)
            ladder = edit.change(ladder)
    return ladder


def _refuse_second(ladder: Ladder, place: CellPlace, uses: Sequence[SkillUse]) -> None:
    if place.key in map(skill_of, uses):
        raise EditRefused(f"{place_path(ladder, place)} is already listed; look at it again.")


def _use(ladder: Ladder, place: CellPlace, text: str, old: SkillUse | None) -> tuple[SkillUse, ...]:
    plain = text.strip()
    if not plain:
        return ()
    if old is not None and plain == skill_text(ladder, old):
        return (old,)
    plain, importance = _parted(_step_words(place_title(ladder, place), plain))
    step = explained(ladder, place, text, lambda: read_choice(plain, step_options(ladder)))
    use = with_step(old if old is not None else place.key, step)
    return (with_importance(use, importance) if importance else use,)


def _parted(text: str) -> tuple[str, str]:
    """Return the words of a proficiency and the importance behind them, as `Advanced, core`."""
    words, comma, last = text.rpartition(",")
    spec = field_specs(RatedSkill)["importance"]
    known = {spec.choice_words(choice).casefold(): choice for choice in spec.choices}
    found = known.get(last.strip().casefold(), "") if comma else ""
    return (words.strip(), found) if found else (text, "")


def _step_words(name: str, text: str) -> str:
    """Return the proficiency in `Mentoring (Advanced)`, as a comparison shows and copies it."""
    if text.casefold() == name.casefold():
        return ANY_PROFICIENCY
    start = f"{name} (".casefold()
    named = text.casefold().startswith(start) and text.endswith(")")
    return text[len(start) : -1] if named else text


def with_step(use: SkillUse, step: str) -> SkillUse:
    """Return a use of a skill with another proficiency; what else it says stays."""
    return used_otherwise(use, proficiency=step)


def with_importance(use: SkillUse, importance: str) -> SkillUse:
    """Return a use of a skill with another importance; what else it says stays."""
    return used_otherwise(use, importance=importance)
