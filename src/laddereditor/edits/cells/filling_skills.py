"""Fill the cells of a list of skills: proficiencies by name, skills to add, none to remove."""

from collections.abc import Sequence

from laddereditor.edits.cell_texts import ANY_PROFICIENCY, read_choice
from laddereditor.edits.cells.filling_lists import Filling, RebuiltList, explained
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.places.cell_place import CellPlace, place_path, place_title
from laddereditor.edits.places.shown import shown_list, skill_text, step_options
from laddereditor.edits.skill_names import add_skill_uses
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import RatedSkill, SkillUse, make_skill_use, skill_of


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
    plain = _step_words(place_title(ladder, place), plain)
    step = explained(ladder, place, text, lambda: read_choice(plain, step_options(ladder)))
    return (with_step(old if old is not None else place.key, step),)


def _step_words(name: str, text: str) -> str:
    """Return the proficiency in `Mentoring (Advanced)`, as a comparison shows and copies it."""
    if text.casefold() == name.casefold():
        return ANY_PROFICIENCY
    start = f"{name} (".casefold()
    named = text.casefold().startswith(start) and text.endswith(")")
    return text[len(start) : -1] if named else text


def with_step(use: SkillUse, step: str) -> SkillUse:
    """Return a use of a skill with another proficiency; unknown keys are kept."""
    if isinstance(use, RatedSkill) and use.model_extra:
        return evolve(use, proficiency=step)
    return make_skill_use(skill_of(use), step)
