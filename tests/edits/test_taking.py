"""Parts of a ladder start another one, which later takes what changed in the base."""

import pytest

from laddereditor.compare.merge.merging import merge
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.edits.taking import in_common, new_from, parts_of
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import BasedOn, Ladder
from laddereditor.rules.check import check
from laddereditor.rules.finding import Severity
from laddereditor.storage.files.document import new_document, read_text
from tests.edits.family_tree import VISION_P2, changed, changed_family, family_tree
from tests.edits.samples import DATA_P3, sample

DATA, WEB = Address("families/data"), Address("families/web")


def base() -> Ladder:
    return evolve(sample(), version="2.0.0", organization="Example Ltd", language="en")


def made(*addresses: Address) -> Ladder:
    ladder = new_from(base(), addresses, "Our ladder", "sha256:1")
    assert not [one for one in check(ladder).findings if one.severity is Severity.ERROR]
    assert read_text(new_document(ladder).text).ladder == ladder
    return ladder


def test_that_a_profile_brings_what_it_refers_to_and_nothing_else() -> None:
    ladder = made(DATA_P3)
    assert [one.id for one in ladder.levels] == ["P3"]
    assert [one.id for one in ladder.tracks] == ["professional"]
    assert [one.id for one in ladder.skills] == ["mentoring", "sql", "mentorship"]
    assert [one.id for one in ladder.factors] == ["scope", "impact"]
    assert ladder.proficiencies == base().proficiencies
    assert [(one.id, len(one.profiles)) for one in ladder.families] == [("data", 1)]
    assert ladder.families[0].profiles[0] is not None
    assert ladder.families[0].competencies == base().families[0].competencies


def test_that_the_new_ladder_says_what_it_is_based_on_and_nothing_of_the_bases_own_story() -> None:
    ladder = made(WEB)
    assert ladder.based_on == BasedOn(ladder="tech", version="2.0.0", digest="sha256:1")
    assert (ladder.id, ladder.name, ladder.version) == ("our-ladder", "Our ladder", "0.1.0")
    assert (ladder.organization, ladder.language) == ("Example Ltd", "en")
    assert ladder.checks is None
    assert ladder.history == ()
    line = "based_on: {ladder: tech, version: 2.0.0, digest: 'sha256:1'}"
    assert line.replace("'", '"') in new_document(ladder).text.replace("'", '"')


def test_that_whole_families_stay_the_same_objects() -> None:
    whole = base()
    assert parts_of(whole, [WEB]).families[0] is whole.families[1]


def test_that_single_statements_are_taken() -> None:
    statements = [DATA_P3.at("responsibilities/1"), DATA_P3.at("expectations/stewardship/0")]
    ladder = made(*statements)
    (profile,) = ladder.families[0].profiles
    assert profile.responsibilities == base().families[0].profiles[1].responsibilities[1:2]
    assert profile.expectations == {"stewardship": ("Keeps it clean",)}
    assert profile.skills == ()


def test_that_levels_and_skills_are_taken_by_themselves() -> None:
    ladder = made(Address("levels/M1"), Address("skills/sql"))
    assert [one.id for one in ladder.levels] == ["M1"]
    assert ladder.families == ()


def test_that_a_sub_family_brings_the_families_above() -> None:
    ladder = parts_of(family_tree(), [VISION_P2])
    assert [(one.id, [p.level for p in one.profiles]) for one in ladder.families] == [
        ("engineer", ["P2"]),
        ("ml", ["P2"]),
        ("vision", ["P2"]),
    ]


def test_that_nothing_and_what_is_gone_is_refused() -> None:
    with pytest.raises(EditRefused, match="Nothing is chosen"):
        new_from(base(), [], "Ours", "")
    with pytest.raises(EditRefused, match="no longer"):
        new_from(base(), [Address("families/nobody")], "Ours", "")
    with pytest.raises(EditRefused, match="Choose entries"):
        parts_of(base(), [Address()])


# -- what changed upstream ----------------------------------------------------------------------


def test_that_the_version_taken_differs_in_nothing_but_what_is_ours() -> None:
    ours = made(DATA)
    assert in_common(ours, base(), base()) == ours


def test_that_changes_of_the_base_are_merged_with_ours() -> None:
    old = base()
    ours = set_field(made(DATA), DATA_P3, "summary", "Ours").change(made(DATA))
    new = set_field(old, DATA_P3, "title", "Lead Data Engineer").change(old)
    new = set_field(new, WEB, "summary", "Not taken").change(new)
    new = evolve(new, name="Technology, again", version="3.0.0")
    merged = merge(in_common(ours, old, old), ours, in_common(ours, old, new))
    assert not merged.conflicts
    profile = merged.ladder.families[0].profiles[1]
    assert (profile.summary, profile.title) == ("Ours", "Lead Data Engineer")
    assert merged.ladder.name == "Our ladder"
    assert [one.id for one in merged.ladder.families] == ["data"]


def test_that_both_sides_ask() -> None:
    old = base()
    ours = set_field(made(DATA), DATA_P3, "title", "Ours").change(made(DATA))
    new = set_field(old, DATA_P3, "title", "Theirs").change(old)
    merged = merge(in_common(ours, old, old), ours, in_common(ours, old, new))
    assert [one.field for one in merged.conflicts] == ["title"]


def test_that_a_new_profile_comes_where_the_whole_family_was_taken() -> None:
    old = family_tree()
    new = changed_family(old, 1, profiles=(*old.families[1].profiles, {"level": "P1"}))
    whole = parts_of(old, [Address("families/ml")])
    assert [p.level for p in in_common(whole, old, new).families[1].profiles] == ["P2", "P1"]
    some = parts_of(old, [VISION_P2])
    assert [one.id for one in in_common(some, old, new).families] == ["engineer", "ml", "vision"]
    alone = changed(old, 2, place=1, summary="Sees")
    assert in_common(some, old, alone).families[2].profiles[0].summary == "Sees"


def test_that_what_we_removed_is_not_offered_again() -> None:
    old = base()
    ours = evolve(made(DATA), families=())
    assert in_common(ours, old, old).families == ()
    nothing = evolve(ours, levels=(), skills=(), tracks=(), factors=(), competencies=())
    nothing = evolve(nothing, proficiencies=())
    assert in_common(nothing, old, old) == nothing


def test_that_a_familys_own_competency_is_not_taken_from_the_ladder_too() -> None:
    (own,) = base().families[0].competencies
    namesake = evolve(base().competencies[0], id=own.id, name="Another one")
    whole = evolve(base(), competencies=(*base().competencies, namesake))
    taken = parts_of(whole, [DATA_P3.at("expectations/stewardship/0")])
    assert namesake not in taken.competencies
    assert taken.families[0].competencies == (own,)
