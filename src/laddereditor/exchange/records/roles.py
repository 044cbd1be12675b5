"""What the collections of a file are: its families, competencies, levels.

What carried most in public files: the steps are the collection whose names are a series; what is
right above the steps and has a name is the competency, unless something below them is.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from laddereditor.exchange.records.chains import (
    ChainedText,
    ChainLink,
    instances,
    said_texts,
)
from laddereditor.exchange.records.field_words import (
    DUTIES,
    IDS,
    QUALIFICATIONS,
    SKILLS,
    field_word,
    is_plain,
)
from laddereditor.exchange.records.record import ReadRecord, words_of_key
from laddereditor.exchange.tables.terms.level_heads import series_strength
from laddereditor.exchange.tables.terms.words import head_role, step_place, words_of
from laddereditor.model.spacing import single_spaced

PatternRoleName = Literal["family", "group", "competency", "level", "step", "skill", "left"]
_STEPS = frozenset(("milestones", "milestone", "steps", "stages", "rungs", "bands", "grades"))
_SAID = 0.6  # of a series whose records all say that they are levels: our choice
_LEAST = 0.3  # of a series, from which names are those of levels: our choice
# Words in the names of collections that hold the steps of a scale, and no levels of jobs.
_SCALE = frozenset(("proficiency", "proficiencies", "maturity", "mastery"))
_FAMILIES = frozenset(("family", "function"))
_OWN = {"competencies": "competency", "pillars": "group", "tracks": "track", "paths": "track"}


# What records without texts are, such as a list of levels that others refer to by id.
_BY_KEY: dict[str, PatternRoleName] = {
    "level": "level",
    "competency": "competency",
    "family": "family",
}


@dataclass(frozen=True, slots=True)
class PatternRole:
    """What the records of a pattern are, and why."""

    pattern: str
    role: PatternRoleName
    reason: str
    samples: tuple[str, ...] = ()
    pinned: bool = False


def key_role(key: str) -> str:
    """Return the role that the name of a collection or a field means, "" for none."""
    words = words_of_key(key)
    word = field_word(key)
    if word in _STEPS:
        return "level"
    for end in ("ids", "id", "refs", "ref", "slug"):
        if word.endswith(end) and len(word) > len(end) + 2:
            words = words[: -len(end)].strip(" _-")
    return _OWN.get(word, "") or head_role(words)


def _is_scale(key: str) -> bool:
    return bool(_SCALE & set(words_of(words_of_key(key))))


def pattern_roles(root: ReadRecord, pins: Mapping[str, PatternRoleName]) -> dict[str, PatternRole]:
    """Return the role of each pattern.

    Args:
        root: The record with everything.
        pins: Roles that a person decided, by pattern.
    """
    texts = list(said_texts(root))
    strengths = _level_strengths(root)
    found: dict[str, PatternRole] = {}
    chains = {tuple(link.pattern for link in one.chain): one for one in texts}
    for patterns in sorted(chains, key=len, reverse=True):
        same = [one for one in texts if _patterns(one) == patterns]
        for role in _roles_of_chain(same, strengths, pins):
            found.setdefault(role.pattern, role)
    names = _names(root)
    for one in instances(root):
        said = _BY_KEY.get(key_role(one.key), "left")
        reason = f"it is called “{one.key}”" if said != "left" else "it holds no texts"
        found.setdefault(one.pattern, PatternRole(one.pattern, said, reason))
    return {
        pattern: PatternRole(
            pattern,
            pins.get(pattern, one.role),
            "you said so" if pattern in pins else one.reason,
            tuple(names.get(pattern, ())[:3]),
            pattern in pins,
        )
        for pattern, one in found.items()
    }


def ids_of(root: ReadRecord) -> dict[tuple[str, str], str]:
    """Return the names of records by what others refer to them by.

    The key is the role of their collection with the id; the role is "" for ids that are no numbers,
    which need none.
    """
    found: dict[tuple[str, str], str] = {}
    for collection in instances(root):
        role = key_role(collection.key)
        for one in collection.records:
            ids = (one.external_id, *(v for k, v in one.fields.items() if field_word(k) in IDS))
            for key in ids:
                if key and one.name and key != one.name:
                    found.setdefault((role, key), one.name)
                    if not key.isdigit():
                        found.setdefault(("", key), one.name)
    return found


def name_by_ids(root: ReadRecord) -> None:
    """Give records that are keyed by the id of another one its name, in place."""
    ids = ids_of(root)
    for collection in instances(root):
        for one in collection.records:
            if one.key in (one.name, "") or one.name == words_of_key(one.key):
                one.name = ids.get(("", one.key), one.name)


def _patterns(one: ChainedText) -> tuple[str, ...]:
    return tuple(link.pattern for link in one.chain)


def _names(root: ReadRecord) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for collection in instances(root):
        found[collection.pattern] += [one.name or one.key for one in collection.records]
    return found


def _level_strengths(root: ReadRecord) -> dict[str, float]:
    """Return for each pattern how surely its records are levels."""
    series: dict[str, list[float]] = defaultdict(list)
    keys: dict[str, str] = {}
    for one in instances(root):
        names = [record.name or record.key for record in one.records]
        if len(names) > 1:
            said = _SAID if all(map(_says_level, one.records)) else 0.0
            series[one.pattern].append(max(said, series_strength(names)))
        keys[one.pattern] = one.key
    return {
        pattern: (fmean(series[pattern]) if series[pattern] else 0.0)
        + (0.4 if key_role(key) == "level" or _is_scale(key) else 0.0)
        for pattern, key in keys.items()
    }


def _says_level(record: ReadRecord) -> bool:
    """Whether a record is called by what it says as its level, such as `level: 7`."""
    return any(
        key_role(key) == "level" and text == record.name for key, text in record.fields.items()
    )


def _roles_of_chain(
    texts: Sequence[ChainedText],
    strengths: Mapping[str, float],
    pins: Mapping[str, PatternRoleName],
) -> list[PatternRole]:
    """Return the roles of the patterns of one chain, the outermost first."""
    chain = texts[0].chain
    patterns = [link.pattern for link in chain]
    at = _level_place(chain, strengths, pins)
    found: list[PatternRole] = []
    if at < len(chain):
        found.append(PatternRole(patterns[at], "level", "the names are those of steps"))
    below = _below(chain[at + 1 :])
    found += below
    has_below = any(one.role == "competency" for one in below) or _keys_are_competencies(texts)
    found += _above(texts, at, has_competency=has_below)
    is_level = at < len(chain) and pins.get(patterns[at]) == "level"
    return found if is_level else _as_skills(found, texts)


def _level_place(
    chain: Sequence[ChainLink], strengths: Mapping[str, float], pins: Mapping[str, PatternRoleName]
) -> int:
    """Return which link of a chain is the level; behind the last if none is."""
    pinned = [n for n, link in enumerate(chain) if pins.get(link.pattern) in ("level", "step")]
    if pinned:
        return pinned[0]
    free = [n for n, link in enumerate(chain) if link.pattern not in pins]
    best = max(free, key=lambda n: (strengths[chain[n].pattern], n), default=-1)
    if best < 0 or strengths[chain[best].pattern] < _LEAST:
        return len(chain)
    return best


def _below(links: Sequence[ChainLink]) -> list[PatternRole]:
    """Return the roles of what is inside the levels: competencies, perhaps in groups."""
    found = []
    for number, link in enumerate(reversed(links)):
        is_last = number == 0
        found.append(
            PatternRole(link.pattern, "competency", "it is what the levels are divided into")
            if is_last
            else PatternRole(link.pattern, "group", "it is between the levels and the competencies")
        )
    return found


def _keys_are_competencies(texts: Sequence[ChainedText]) -> bool:
    """Whether the keys of texts name competencies, rather than kinds of lists."""
    known = DUTIES | QUALIFICATIONS | SKILLS
    return any(not is_plain(one.key) and field_word(one.key) not in known for one in texts)


def _above(texts: Sequence[ChainedText], at: int, *, has_competency: bool) -> list[PatternRole]:
    """Return the roles of what the levels are in: competency, group, family."""
    links = texts[0].chain[:at]
    found: list[PatternRole] = []
    for place in range(len(links) - 1, -1, -1):
        pattern, said = links[place].pattern, key_role(links[place].key)
        if not has_competency and _may_be_competency(texts, place, at, said):
            found.append(PatternRole(pattern, "competency", "it is what is right above the levels"))
            has_competency = True
        elif said == "group" and not _repeats(texts, place):
            found.append(PatternRole(pattern, "group", f"it is called “{links[place].key}”"))
        elif any(one.role == "family" for one in found):
            found.append(PatternRole(pattern, "left", "a ladder has no list of families in it"))
        elif said in (*_FAMILIES, "track") or not found or _repeats(texts, place):
            found.append(PatternRole(pattern, "family", _family_reason(said, links[place].key)))
        else:
            found.append(PatternRole(pattern, "group", "each has competencies of its own"))
    return found


def _family_reason(said: str, key: str) -> str:
    if said and key:
        return f"it is called “{key}”"
    return "each has levels of its own, or the competencies of the others"


def _may_be_competency(texts: Sequence[ChainedText], place: int, at: int, said: str) -> bool:
    if said in ("competency", "skill"):
        return True
    if said in _FAMILIES:
        return False
    if any(field_word(one.key) in DUTIES | QUALIFICATIONS for one in texts):
        return False
    if said == "track" or at == len(texts[0].chain):
        return at == len(texts[0].chain) or _have_same_levels(texts, place, at)
    return _have_same_levels(texts, place, at)


def _have_same_levels(texts: Sequence[ChainedText], place: int, at: int) -> bool:
    """Whether the records of a link have levels of the same names."""
    names: dict[str, set[str]] = defaultdict(set)
    for one in texts:
        names[one.chain[place].record.path].add(_plain(one.chain[at].record.name))
    common = set.intersection(*names.values())
    every = set.union(*names.values())
    return len(names) > 1 and len(common) >= 0.4 * len(every)


def _repeats(texts: Sequence[ChainedText], place: int) -> bool:
    """Whether the names inside the records of a link are the same in several of them."""
    inside: dict[str, set[str]] = defaultdict(set)
    for one in texts:
        if place + 1 < len(one.chain):
            inside[_plain(one.chain[place + 1].record.name)].add(one.chain[place].record.path)
    if not inside:
        return False
    return sum(len(paths) > 1 for paths in inside.values()) >= 0.3 * len(inside)


def _as_skills(found: list[PatternRole], texts: Sequence[ChainedText]) -> list[PatternRole]:
    """Return the roles; steps of a proficiency scale under a skill are proficiencies."""
    links = {link.pattern: link for link in texts[0].chain}
    level = next((one.pattern for one in found if one.role == "level"), "")
    skill = next((one.pattern for one in found if one.role == "competency"), "")
    if level in links and _is_scale(links[level].key):
        above = list(links)[: list(links).index(level)]
        skill = skill or next(reversed(above), "")
    elif (
        level not in links
        or skill not in links
        or key_role(links[skill].key) != "skill"
        or not all(step_place(name) is not None for name in _names_in(texts, level))
    ):
        return found
    if skill not in links:
        return found
    roles: dict[str, PatternRoleName] = {level: "step", skill: "skill"}
    return [PatternRole(one.pattern, roles.get(one.pattern, one.role), one.reason) for one in found]


def _names_in(texts: Sequence[ChainedText], pattern: str) -> set[str]:
    """Return the names of the records of a pattern that texts are in."""
    return {link.record.name for one in texts for link in one.chain if link.pattern == pattern}


def _plain(name: str) -> str:
    return single_spaced(name.casefold())
