"""The words of a ladder for its factors, competencies, proficiencies, skills and tracks."""

from laddereditor.model.base import Entity
from laddereditor.model.kinds import KINDS, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.terms import Skill


class Vocabulary:
    """The terms of one ladder by kind and id; each kind is indexed once, when needed."""

    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self._terms: dict[str, dict[str, Entity]] = {}

    def ids(self, kind: str) -> list[str]:
        """Return the ids of a kind, in the ladder's order."""
        return list(self._known(kind))

    def _known(self, kind: str) -> dict[str, Entity]:
        if kind not in self._terms:
            listed = getattr(self.ladder, KINDS[kind].collection)
            order = dict.fromkeys(term.id for term in listed)
            # Of several with the same id, the first counts.
            self._terms[kind] = order | {term.id: term for term in reversed(listed)}
        return self._terms[kind]

    def term(self, kind: str, key: str) -> Entity | None:
        """Return the term with an id, or None."""
        return self._known(kind).get(key)

    def label(self, kind: str, key: str) -> str:
        """Return the name of a term, or its id if the ladder does not have it."""
        found = self.term(kind, key)
        return label_of(found) if found else key

    def names(self, kind: str, key: str, own: Entity | None = None) -> tuple[str, ...]:
        """Return a term's name and its other names; none if the ladder does not have it.

        Args:
            kind: The kind of entity, such as `competency`.
            key: The id.
            own: The family's own entry, for an id that the ladder does not have.
        """
        found = self.term(kind, key) or own
        if found is None:
            return ()
        return (label_of(found), *(found.aliases if isinstance(found, Skill) else ()))

    def category(self, skill: str) -> str:
        """Return the category of a skill, "" if it has none."""
        return getattr(self.term("skill", skill), "category", "")

    def categories(self) -> list[str]:
        """Return the categories of the skill library, in its order."""
        listed = (getattr(skill, "category", "") for skill in self._known("skill").values())
        return [category for category in dict.fromkeys(listed) if category]
