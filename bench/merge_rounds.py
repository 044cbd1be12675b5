"""Merges ladders whose ids moved in chains and cycles, and looks where each edit landed.

    python bench/merge_rounds.py [ROUNDS] [--seed N] [--seconds S]

Two people begin with one ladder. Each moves the ids of some lists on (levels, skills, families,
tracks, factors, proficiencies, competencies), puts new entries under ids that became free, takes
some out, sorts lists, and writes notes and lines. Every text says at which entry it was written.
Ends with 1 if a text is elsewhere in the merge, is neither there nor in a conflict, or was
written by nobody; if an id is there twice, an internal key is shown, or a conflict cannot be
resolved.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator

from laddereditor.compare.merge.conflict_places import conflict_words
from laddereditor.compare.merge.merging import Merged, merge, resolve
from laddereditor.edits.references import rename_all
from laddereditor.edits.structure import delete
from laddereditor.model.address import Address, walk
from laddereditor.model.base import evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import COLLECTIONS
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import statement_text

LISTS = ("tracks", "factors", "proficiencies", "competencies", "levels", "skills", "families")
WORDS = ("leads", "plans", "bakes", "sells", "counts", "cleans", "trains", "orders", "checks")


def made_id(kind: str, number: int) -> str:
    """Return an id of a kind: P3, skill-3."""
    return f"P{number}" if kind == "level" else f"{kind}-{number}"


def base_ladder(chance: random.Random) -> Ladder:
    """Return a ladder whose entries all have names of their own."""
    raw: dict[str, object] = {"laddereditor": 1, "id": "soak", "name": "Soak"}
    for name in LISTS:
        kind = COLLECTIONS[name].name
        count = chance.randint(2, 5)
        raw[name] = [
            {"id": made_id(kind, number), "name": f"{kind} called {chance.randrange(10**6)}"}
            for number in range(1, count + 1)
        ]
    ladder = Ladder.model_validate(raw)
    levels = tuple(
        evolve(level, track=chance.choice(ladder.tracks).id, summary=prose(chance))
        for level in ladder.levels
    )
    ladder = evolve(ladder, levels=levels)
    families = tuple(with_profiles(chance, ladder, family) for family in ladder.families)
    return evolve(ladder, families=families)


def with_profiles(chance: random.Random, ladder: Ladder, family: Family) -> Family:
    """Return a family with profiles for some levels."""
    profiles = [
        Profile.model_validate(
            {
                "level": level.id,
                "responsibilities": [prose(chance) for _ in range(chance.randint(1, 3))],
                "skills": [
                    {"skill": skill.id, "proficiency": chance.choice(ladder.proficiencies).id}
                    for skill in chance.sample(ladder.skills, 2)
                ],
                "factors": {chance.choice(ladder.factors).id: prose(chance)},
                "expectations": {chance.choice(ladder.competencies).id: [prose(chance)]},
            }
        )
        for level in ladder.levels
        if chance.random() < 0.8
    ]
    return evolve(family, profiles=tuple(profiles))


def prose(chance: random.Random) -> str:
    """Return a text that occurs once."""
    return f"{' '.join(chance.choices(WORDS, k=4))} {chance.randrange(10**9)}"


def moved_on(chance: random.Random, ladder: Ladder, name: str) -> Ladder:
    """Return a ladder with the ids of a list moved on: a chain, a cycle or an exchange."""
    kind, entries = COLLECTIONS[name], getattr(ladder, name)
    keys = [entry.id for entry in entries]
    way = chance.choice(("chain", "cycle", "exchange"))
    if way == "chain":
        free = made_id(kind.name, 1 + max(int(key.strip("P").rpartition("-")[2]) for key in keys))
        ids = dict(zip(keys, [*keys[1:], free], strict=True))
    elif way == "cycle":
        ids = dict(zip(keys, [*keys[1:], keys[0]], strict=True))
    else:
        one, other = chance.sample(keys, 2)
        ids = {one: other, other: one}
    ladder = rename_all(ladder, {Address(f"{name}/{old}"): new for old, new in ids.items()})
    if way == "chain" and chance.random() < 0.7:
        called = f"{kind.name} new {chance.randrange(10**6)}"
        first = kind.entity.model_validate({"id": keys[0], "name": called})
        ladder = evolve(ladder, **{name: (first, *getattr(ladder, name))})
    if chance.random() < 0.5:
        ordered = sorted(getattr(ladder, name), key=lambda entry: str(entry.id))
        ladder = evolve(ladder, **{name: tuple(ordered)})
    return ladder


def edited(chance: random.Random, ladder: Ladder, side: str) -> Ladder:
    """Return what one person made of a ladder."""
    if chance.random() < 0.3:
        gone = chance.choice(ladder.skills)
        ladder = delete(ladder, [Address(f"skills/{gone.id}")]).change(ladder)
    for name in chance.sample(LISTS, chance.randint(0, 2)):
        if len(getattr(ladder, name)) > 1:
            ladder = moved_on(chance, ladder, name)
    for name in LISTS:
        entries = [
            evolve(entry, notes=f"{side} at {entry.name}") if chance.random() < 0.3 else entry
            for entry in getattr(ladder, name)
        ]
        ladder = evolve(ladder, **{name: tuple(entries)})
    names = {level.id: level.name for level in ladder.levels}
    families = []
    for family in ladder.families:
        profiles = [
            with_line(profile, f"{side} at {family.name} as {names[profile.level]}")
            if chance.random() < 0.4
            else profile
            for profile in family.profiles
        ]
        families.append(evolve(family, profiles=tuple(profiles)))
    return evolve(ladder, families=tuple(families))


def with_line(profile: Profile, text: str) -> Profile:
    """Return a profile with a line more."""
    return evolve(profile, responsibilities=(*profile.responsibilities, text))


def texts(ladder: Ladder) -> Iterator[tuple[str, str]]:
    """Yield every note and line with the entry that it belongs to in its name."""
    names = {level.id: level.name for level in ladder.levels}
    owner = ""
    for _, entity in walk(ladder):
        if isinstance(entity, Family):
            owner = entity.name
        if isinstance(entity, Profile):
            place = f"{owner} as {names.get(entity.level, entity.level)}"
            yield from ((statement_text(one), place) for one in entity.responsibilities)
        elif notes := str(getattr(entity, "notes", "")):
            yield notes, str(getattr(entity, "name", ""))


def faults(base: Ladder, sides: tuple[Ladder, Ladder], merged: Merged) -> Iterator[str]:
    """Yield what is wrong with a merge."""
    known = {text for ladder in (base, *sides) for text, _ in texts(ladder)}
    found = dict(texts(merged.ladder))
    asked = " ".join(repr((c.base, c.ours, c.theirs)) for c in merged.conflicts)
    for text, place in found.items():
        if text not in known:
            yield f"nobody wrote {text!r}"
        written = text.partition(" at ")[2]
        if written and written != place:
            yield f"{text!r} is at {place!r}"
    for side in sides:
        for text, _ in texts(side):
            if " at " in text and text not in found and text not in asked:
                yield f"{text!r} is lost"
    for name in LISTS:
        keys = Counter(entry.id for entry in getattr(merged.ladder, name))
        yield from (
            f"{name}/{key} is there {count} times" for key, count in keys.items() if count > 1
        )
    for address, _ in walk(merged.ladder):
        if "~" in address:
            yield f"an entry is at {address}"
    for conflict in merged.conflicts:
        if "~" in conflict.address or "/" in conflict_words(merged, conflict):
            yield f"a conflict is at {conflict_words(merged, conflict)!r} ({conflict.address})"


def resolved(chance: random.Random, merged: Merged) -> Merged:
    """Return a merge with its conflicts resolved, some for ours and some for theirs."""
    for _ in range(len(merged.conflicts) * 3 + 3):
        if not merged.conflicts:
            break
        conflict = chance.choice(merged.conflicts)
        merged = resolve(merged, conflict, chance.choice((conflict.ours, conflict.theirs)))
    return merged


def run(seed: int) -> tuple[int, list[str]]:
    """Run one round; returns how many conflicts there are, and what is wrong."""
    chance = random.Random(seed)
    base = base_ladder(chance)
    sides = edited(chance, base, "ours"), edited(chance, base, "theirs")
    merged = merge(base, *sides)
    bad = list(faults(base, sides, merged))
    if resolved(chance, merged).conflicts:
        bad.append("the conflicts cannot be resolved")
    return len(merged.conflicts), bad


def main() -> int:
    """Run the rounds, and print the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", nargs="?", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=110.0, help="stop after so many")
    options = parser.parse_args()
    end = time.monotonic() + options.seconds
    done = conflicts = clean = 0
    bad: list[str] = []
    for seed in range(options.seed, options.seed + options.rounds):
        if time.monotonic() > end:
            break
        count, wrong = run(seed)
        done += 1
        conflicts += count
        clean += not count
        bad += [f"round {seed}: {words}" for words in wrong]
    print(f"{done} merges, {clean} without a conflict, {conflicts} conflicts in the others")
    for line in bad[:20]:
        print("BAD:", line)
    print(f"{len(bad)} violations")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
