"""What of a ladder goes out: the entries that were chosen, for the readers that were chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.mapping import references
from laddereditor.edits.taking import parts_of
from laddereditor.model.address import Address, NoSuchPlace, listed_at
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, Readers, field_specs
from laddereditor.model.kinds import KINDS, LADDER_KINDS, by_id, key_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.pay import Pay
from laddereditor.reports.exporter import Audience, ExportRefused, ExportScope, ExportSource
from laddereditor.reports.readable import readable

READERS: Mapping[Audience, frozenset[Readers]] = {
    "everybody": frozenset({"everybody"}),
    "managers": frozenset({"everybody", "managers", "pay"}),
    "hr": frozenset({"everybody", "managers", "pay"}),
}
AUDIENCES: Mapping[Audience, str] = {  # in dialogs and in the help of verbs
    "everybody": "Everybody: without pay, owners and status",
    "managers": "Managers: with owners, status and published pay",
    "hr": "HR: with everything but notes and comments",
}
_PUBLISHED = "published"  # the status of a pay that managers see with its figures


def scoped(ladder: Ladder, scope: ExportScope) -> Ladder:
    """Return the part of a ladder that goes out.

    It has the chosen entries with what these need: the skills, competencies and factors that they
    refer to, and the families above a sub-family, so that what is inherited is the same as before.
    It has none of what the audience may not read, and notes for no audience. Abstract families are
    chosen only by their own id or address: they are no jobs.

    Args:
        ladder: The ladder.
        scope: What goes out, and who will read it.

    Raises:
        ExportRefused: The scope names something that the ladder lacks, or chooses nothing.
    """
    _refuse_unknown(ladder, scope)
    reduced = _for_readers(ladder, scope.audience)
    if scope.sections:
        reduced = _with_sections(reduced, frozenset(scope.sections))
    if not _is_restricted(scope):
        return _without_unused(reduced) if scope.sections else reduced
    chosen = tuple(_chosen(ladder, scope))
    if not chosen:
        raise ExportRefused("The ladder has nothing of what was chosen. Choose more of it.")
    try:
        return parts_of(reduced, chosen)
    except EditRefused as refused:
        raise ExportRefused(str(refused)) from refused


def export_source(
    ladder: Ladder, scope: ExportScope, today: date | None = None, *, semicolons: bool = False
) -> ExportSource:
    """Return what exporters write of a ladder.

    Args:
        ladder: The ladder.
        scope: What goes out, and who will read it.
        today: The day that is written on the export, None for none.
        semicolons: Whether CSV has semicolons in place of commas.

    Raises:
        ExportRefused: The scope names something that the ladder lacks, or chooses nothing.
    """
    part = scoped(ladder, scope)
    needed = frozenset(_needed(ladder, part, scope))
    return ExportSource(part, scope, today, semicolons, ladder, needed)


def section_fields() -> tuple[FieldSpec, ...]:
    """Return the fields of profiles that may be chosen as sections, in reading order."""
    return tuple(
        spec
        for spec in field_specs(Profile).values()
        if not _is_always_there(spec) and spec.readers != "editors"
    )


def goes_out(scope: ExportScope, spec: FieldSpec) -> bool:
    """Whether a field is in an export at all, for its readers and by the sections chosen."""
    if spec.readers not in READERS[scope.audience]:
        return False
    is_section = spec.name in field_specs(Profile) and not _is_always_there(spec)
    return not (scope.sections and is_section) or str(spec.name) in scope.sections


def _is_restricted(scope: ExportScope) -> bool:
    return bool(scope.families or scope.levels or scope.tracks or scope.at)


# -- what was chosen ----------------------------------------------------------------------------


def _refuse_unknown(ladder: Ladder, scope: ExportScope) -> None:
    for kind, ids in (("family", scope.families), ("level", scope.levels), ("track", scope.tracks)):
        _refuse_absent(KINDS[kind].word, ids, by_id(ladder, kind))
    _refuse_absent("section", scope.sections, [spec.name for spec in section_fields()])
    for address in scope.at:
        try:
            address.entity(ladder)
        except NoSuchPlace as error:
            raise ExportRefused(f"The ladder has no entry at “{address}”.") from error
        if not address:
            raise ExportRefused("An address is that of an entry, such as families/baker.")


def _refuse_absent(word: str, wanted: Iterable[str], known: Iterable[str]) -> None:
    there = list(known)
    for name in wanted:
        if name not in there:
            listed = f"There are: {', '.join(there)}." if there else "It has none."
            raise ExportRefused(f"The ladder has no {word} “{name}”. {listed}")


def _chosen(ladder: Ladder, scope: ExportScope) -> Iterator[Address]:
    """Yield the addresses of the entries that a scope chooses."""
    levels = _levels(ladder, scope)
    at = [address.in_full(ladder) for address in scope.at]
    for address, level in listed_at(Address("levels"), ladder.levels):
        if level.id in levels and (address in at or not (at or scope.families)):
            yield address
    yield from (one for one in at if one.kind and one.kind.name not in _FILTERED)
    for address, family in listed_at(Address("families"), ladder.families):
        if _is_job(address, family, scope.families, at):
            yield from _of_family(address, family, levels, at)


def _is_job(address: Address, family: Family, ids: Sequence[str], at: Sequence[Address]) -> bool:
    """Whether a family may go out: an abstract one only if it, or a profile of it, was named."""
    if ids:
        return family.id in ids
    return not family.abstract or any(one.family == address for one in at)


_FILTERED = ("level", "family", "profile")


def _levels(ladder: Ladder, scope: ExportScope) -> set[str]:
    return {
        level.id
        for level in ladder.levels
        if (not scope.levels or level.id in scope.levels)
        and (not scope.tracks or level.track in scope.tracks)
    }


def _of_family(
    address: Address, family: Family, levels: set[str], at: list[Address]
) -> Iterator[Address]:
    """Yield a family, or those of its profiles that are chosen."""
    if at and address not in at:
        yield from (one for one, _ in listed_at(address, family.profiles) if one in at)
        return
    found = [one for one, profile in listed_at(address, family.profiles) if profile.level in levels]
    if len(found) == len(family.profiles):
        yield address
    else:
        yield from found


def _needed(ladder: Ladder, part: Ladder, scope: ExportScope) -> Iterator[Address]:
    """Yield the families and profiles of a part that are only there to be inherited from."""
    if not (_is_restricted(scope) or any(one.abstract for one in part.families)):
        return
    chosen = set(_chosen(ladder, scope))
    for address, family in listed_at(Address("families"), part.families):
        profiles = [one for one, _ in listed_at(address, family.profiles)]
        if address in chosen:
            continue
        absent = [one for one in profiles if one not in chosen]
        yield from absent
        if len(absent) == len(profiles):
            yield address


# -- what of it is read -------------------------------------------------------------------------


def _for_readers(ladder: Ladder, audience: Audience) -> Ladder:
    found = readable(ladder, READERS[audience], with_unknown=audience == "hr")
    return _changed(found, _with_published_pay) if audience == "managers" else found


def _with_published_pay(entity: Entity) -> Entity:
    """Return a level or profile without the figures of a pay that is not published."""
    pay = getattr(entity, "pay", None)
    if not isinstance(pay, Pay) or pay.status == _PUBLISHED or not pay.ranges:
        return entity
    return evolve(entity, pay=evolve(pay, ranges=()))


def _with_sections(ladder: Ladder, sections: frozenset[str]) -> Ladder:
    return _changed(ladder, lambda entity: _with_fields(entity, sections))


def _with_fields(entity: Entity, sections: frozenset[str]) -> Entity:
    """Return an entity without the sections that were not chosen, where it has such."""
    known = field_specs(Profile)
    changes: dict[str, Any] = {}
    for name, spec in field_specs(type(entity)).items():
        if name in known and name not in sections and not _is_always_there(spec):
            value, default = (
                getattr(entity, name),
                type(entity).model_fields[name].get_default(),
            )
            if value != default:
                changes[name] = default
    return evolve(entity, **changes) if changes else entity


def _is_always_there(spec: FieldSpec) -> bool:
    return spec.required or spec.is_name or spec.is_structural


def _changed(ladder: Ladder, change: Any) -> Ladder:
    """Return a ladder with its levels, families and profiles changed one by one."""
    levels = tuple(map(change, ladder.levels))
    families = tuple(_changed_family(family, change) for family in ladder.families)
    return evolve(ladder, levels=levels, families=families)


def _changed_family(family: Family, change: Any) -> Family:
    profiles = tuple(map(change, family.profiles))
    same = all(one is old for one, old in zip(profiles, family.profiles, strict=True))
    found: Family = change(family)
    return found if same else evolve(found, profiles=profiles)


def _without_unused(ladder: Ladder) -> Ladder:
    """Return a ladder without the shared entries that no level or family refers to any more."""
    used: dict[str, set[str]] = {kind.name: set() for kind in LADDER_KINDS}
    waiting: list[Entity] = list(_holders(ladder))
    known = {kind: by_id(ladder, kind) for kind in _PRUNED}
    while waiting:
        entity = waiting.pop()
        for kind, there in known.items():
            for _, key in references(entity, kind):
                if key not in used[kind]:
                    used[kind].add(key)
                    waiting += [there[key]] if key in there else []
    kept = {
        KINDS[kind].collection: tuple(
            one for one in getattr(ladder, KINDS[kind].collection) if key_of(one) in used[kind]
        )
        for kind in _PRUNED
    }
    if used["proficiency"]:
        kept["proficiencies"] = ladder.proficiencies  # a scale has all its steps
    return evolve(ladder, **kept)


_PRUNED = ("factor", "proficiency", "competency", "skill")


def _holders(ladder: Ladder) -> Iterator[Level | Family | Profile]:
    yield from ladder.levels
    for family in ladder.families:
        yield family
        yield from family.profiles
