"""Categories, job functions and groups that look alike but for a space or case."""

from collections import Counter
from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import rename_group_to
from laddereditor.rules.library import GROUP
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import LADDER, LadderSubject
from laddereditor.rules.similar_names import comparable_name
from laddereditor.rules.sources import PUBLIC_LADDERS

# Of each kind of entry: the list that it is in, and the field with the name of its group.
_GROUPED = {
    "skill": ("skills", "category", "category"),
    "family": ("families", "function", "job function"),
    "competency": ("competencies", "group", "group"),
}


@rule(
    LADDER,
    "same-group",
    "One group written in two ways",
    "Lists and pages show two groups, and half of the entries are missed in each.",
    source=PUBLIC_LADDERS,
    remedy="Write the name in one way.",
    fires="skills: [{id: a, name: A, category: Sales}, {id: b, name: B, category: sales }]",
    silent="skills: [{id: a, name: A, category: Sales}, {id: b, name: B, category: Resales}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def same_group(one: LadderSubject) -> Iterator[Issue]:
    """No two names of groups differ only in case, spaces or dashes; the rarer one gives way."""
    for kind, (collection, field, title) in _GROUPED.items():
        counts = _counts(one.ladder, collection, field)
        usual: dict[str, str] = {}
        for name, count in counts.most_common():
            other = usual.setdefault(comparable_name(name), name)
            if other != name:
                entries = plural(count, "entry", "entries")
                label = f"Write “{other}” everywhere"
                fix = rename_group_to(label, kind, name, other)
                message = f"The {title} “{name}” of {entries} is “{other}” of others."
                yield Issue(FieldPath(collection), message, (fix,))


def _counts(ladder: Ladder, collection: str, field: str) -> Counter[str]:
    names = (getattr(entity, field) for entity in getattr(ladder, collection))
    return Counter(name for name in names if name.strip())
