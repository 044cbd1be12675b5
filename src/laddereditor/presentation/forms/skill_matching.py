"""Which skills of the library match a typed text."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from laddereditor.edits.skill_names import read_skill_names
from laddereditor.model.spacing import single_spaced
from laddereditor.model.terms import Skill

MAX_SUGGESTIONS = 8


@dataclass(frozen=True, slots=True)
class SkillSuggestion:
    """A skill to add; without `skill` a new one of this name."""

    name: str
    skill: Skill | None = None
    alias: str = ""  # the other name that was matched
    names: tuple[str, ...] = ()  # of several skills that were typed with commas between them


def suggestions(
    library: Iterable[Skill], typed: str, taken: Collection[str] = ()
) -> list[SkillSuggestion]:
    """Return skills whose name, id or other name contains what was typed, best first.

    If no skill has exactly this name, creating it is offered: first if nothing else matches. Of
    several names with commas between them, adding each is offered before.

    Args:
        library: All skills.
        typed: What was typed so far.
        taken: The ids of skills that the list has already.
    """
    wanted = single_spaced(typed).casefold()
    if not wanted:
        return []
    library = tuple(library)
    ranked = []
    exact = False
    for skill in library:
        rank, alias = _rank(skill, wanted)
        exact = exact or rank == 0
        if rank is not None and skill.id not in taken:
            ranked.append(
                (rank, skill.name.casefold(), SkillSuggestion(_name(skill), skill, alias))
            )
    ranked.sort(key=lambda one: one[:2])
    found = [suggestion for _, _, suggestion in ranked[:MAX_SUGGESTIONS]]
    if exact:
        return found
    names, new_name = read_skill_names(typed, library), single_spaced(typed)
    several = [SkillSuggestion(", ".join(names), names=names)] if len(names) > 1 else []
    return [*found, *several, SkillSuggestion(new_name)]


def exact_match(library: Iterable[Skill], typed: str) -> Skill | None:
    """Return the skill that is called exactly this, in any case."""
    wanted = single_spaced(typed).casefold()
    return next((skill for skill in library if _rank(skill, wanted)[0] == 0), None)


def _name(skill: Skill) -> str:
    return skill.name or skill.id


def _rank(skill: Skill, wanted: str) -> tuple[int | None, str]:
    """Return how well a skill fits, 0 best, None not at all; and the other name that did."""
    name, key = skill.name.casefold(), skill.id.casefold()
    if wanted in (name, key):
        return 0, ""
    for alias in skill.aliases:
        if alias.casefold() == wanted:
            return 0, alias
    if wanted in name:
        return (1 if name.startswith(wanted) else 2 if f" {wanted}" in name else 3), ""
    for alias in skill.aliases:
        if wanted in alias.casefold():
            return (4 if alias.casefold().startswith(wanted) else 5), alias
    return (6 if wanted in key else None), ""
