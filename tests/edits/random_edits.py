"""Any edit that a person could make of a random ladder, with its arguments drawn."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from laddereditor.edits import fields, lists, paste, references, skills, structure
from laddereditor.edits.edit import Edit
from laddereditor.model.address import Address, walk
from laddereditor.model.kinds import KINDS, kind_of
from laddereditor.model.ladder import Ladder
from tests.strategies import filled_lines, ladders, lines

Draw = st.DrawFn
Builder = Callable[[Draw, Ladder], Edit]
_LISTS = {
    "profile": ("responsibilities", "qualifications", "titles", "skills"),
    "level": ("title_patterns",),
    "skill": ("aliases",),
    "family": ("specialties",),
}
_REFERRED = ("track", "factor", "proficiency", "competency", "level", "skill")


def places(ladder: Ladder, *kinds: str) -> list[Address]:
    """Addresses of the entities of some kinds, all kinds if none is named."""
    return [
        address
        for address, entity in walk(ladder)
        if (kind := kind_of(entity)) and (not kinds or kind.name in kinds)
    ]


def _place(draw: Draw, ladder: Ladder, *kinds: str) -> Address:
    return draw(st.sampled_from(places(ladder, *kinds) or [Address("skills/no-such")]))


def _some(draw: Draw, ladder: Ladder, *kinds: str) -> list[Address]:
    found = places(ladder, *kinds) or [Address("skills/no-such")]
    return draw(st.lists(st.sampled_from(found), min_size=1, max_size=3, unique=True))


def _kind_at(address: str, ladder: Ladder) -> str:
    return next(
        kind.name
        for place, entity in walk(ladder)
        if place == address and (kind := kind_of(entity))
    )


def _set_field(draw: Draw, ladder: Ladder) -> Edit:
    address = _place(draw, ladder)
    name = "title" if _kind_at(address, ladder) == "profile" else "name"
    return fields.set_field(ladder, address, name, draw(lines), typing=draw(st.booleans()))


def _set_entry(draw: Draw, ladder: Ladder) -> Edit:
    address = _place(draw, ladder, "level", "profile")
    keys = [factor.id for factor in ladder.factors] or ["none"]
    return fields.set_entry(ladder, address, "factors", draw(st.sampled_from(keys)), draw(lines))


def _inherit(draw: Draw, ladder: Ladder) -> Edit:
    address = _place(draw, ladder, "profile")
    name = draw(st.sampled_from(["summary", "factors", "expectations", "experience", "title"]))
    return draw(st.sampled_from([fields.override, fields.give_back]))(ladder, address, name)


def _list(draw: Draw, ladder: Ladder) -> tuple[Address, str]:
    address = _place(draw, ladder, *_LISTS)
    kind = _kind_at(address, ladder) if "no-such" not in address else "skill"
    return address, draw(st.sampled_from(_LISTS[kind]))


_POSITIONS = st.integers(-1, 3)


def _insert_items(draw: Draw, ladder: Ladder) -> Edit:
    address, name = _list(draw, ladder)
    used = [skill.id for skill in ladder.skills]
    item = st.sampled_from(used) if name == "skills" and used else filled_lines
    new = [] if name == "skills" and not used else draw(st.lists(item, max_size=2))
    return lists.insert_items(ladder, address, name, draw(_POSITIONS), new)


def _remove_items(draw: Draw, ladder: Ladder) -> Edit:
    return lists.remove_items(ladder, *_list(draw, ladder), draw(st.sets(st.integers(0, 2))))


def _move_items(draw: Draw, ladder: Ladder) -> Edit:
    chosen = draw(st.sets(st.integers(0, 2), min_size=1))
    return lists.move_items(ladder, *_list(draw, ladder), chosen, draw(_POSITIONS))


def _add(draw: Draw, ladder: Ladder) -> Edit:
    kind = draw(st.sampled_from(list(KINDS)))
    parents = places(ladder, "family") if kind == "profile" else [""]
    if kind in ("competency", "level"):
        parents += places(ladder, "family" if kind == "competency" else "track")
    after = draw(st.sampled_from(["", *places(ladder, kind)]))
    return structure.add(
        ladder, Address(draw(st.sampled_from(parents or [""]))), kind, after=Address(after)
    )


def _duplicate(draw: Draw, ladder: Ladder) -> Edit:
    return structure.duplicate(ladder, _some(draw, ladder))


def _delete(draw: Draw, ladder: Ladder) -> Edit:
    return structure.delete(ladder, _some(draw, ladder), uses="remove")


def _delete_unused(draw: Draw, ladder: Ladder) -> Edit:
    return structure.delete(ladder, _some(draw, ladder, "family", "profile"))


def _replace(draw: Draw, ladder: Ladder) -> Edit:
    kind = draw(st.sampled_from(_REFERRED))
    target = _place(draw, ladder, kind)
    return structure.delete(ladder, _some(draw, ladder, kind), uses=target.rpartition("/")[2])


def _move(draw: Draw, ladder: Ladder) -> Edit:
    kind = draw(st.sampled_from(list(KINDS)))
    parents = ["", *places(ladder, "family", "track")]
    where = draw(st.sampled_from(parents))
    return structure.move(ladder, _some(draw, ladder, kind), Address(where), draw(_POSITIONS))


def _move_by(draw: Draw, ladder: Ladder) -> Edit:
    return structure.move_by(ladder, _some(draw, ladder), draw(st.integers(-2, 2)))


def _group(draw: Draw, ladder: Ladder) -> Edit:
    word = draw(st.sampled_from(["", "Craft", "Engineering", "New"]))
    if draw(st.booleans()):
        return structure.set_group(ladder, "skill", _some(draw, ladder, "skill"), word)
    return structure.set_group(ladder, "family", _some(draw, ladder, "family"), word)


def _rename_group(draw: Draw, ladder: Ladder) -> Edit:
    if draw(st.booleans()):
        return structure.rename_group(ladder, "skill", "Craft", draw(lines))
    return structure.rename_group(ladder, "family", "Engineering", draw(lines))


def _rename(draw: Draw, ladder: Ladder) -> Edit:
    wanted = draw(st.sampled_from(["P9", "P1", "M2", "new-id", "scope", "delivery", "Bad id"]))
    return references.rename(ladder, Address(_place(draw, ladder)), wanted)


def _merge(draw: Draw, ladder: Ladder) -> Edit:
    return skills.merge_skills(ladder, _place(draw, ladder, "skill"), _some(draw, ladder, "skill"))


def _use_skill(draw: Draw, ladder: Ladder) -> Edit:
    steps = ["", *(step.id for step in ladder.proficiencies)]
    return skills.create_skill_use(
        ladder, Address(_place(draw, ladder, "profile")), draw(lines), draw(st.sampled_from(steps))
    )


def _paste(draw: Draw, ladder: Ladder) -> Edit:
    source = draw(st.just(ladder) | ladders())
    clipboard = paste.copy_nodes(source, _some(draw, source))
    return paste.paste_nodes(
        ladder, Address(draw(st.sampled_from(["", *places(ladder)]))), clipboard
    )


def _paste_text(draw: Draw, ladder: Ladder) -> Edit:
    text = draw(st.lists(lines, max_size=3).map("\n".join))
    return paste.paste_statements(ladder, *_list(draw, ladder), draw(_POSITIONS), text)


def _import(draw: Draw, ladder: Ladder) -> Edit:
    return paste.insert_ladder_parts(ladder, draw(st.just(ladder) | ladders()))


BUILDERS: tuple[Builder, ...] = (
    _set_field,
    _set_entry,
    _inherit,
    _insert_items,
    _remove_items,
    _move_items,
    _add,
    _duplicate,
    _delete,
    _delete_unused,
    _replace,
    _move,
    _move_by,
    _group,
    _rename_group,
    _rename,
    _merge,
    _use_skill,
    _paste,
    _paste_text,
    _import,
)


@st.composite
def random_edit(draw: Any, ladder: Ladder) -> Edit:
    """An edit of this ladder that keeps references whole; drawing it may raise EditRefused."""
    edit: Edit = draw(st.sampled_from(BUILDERS))(draw, ladder)
    return edit
