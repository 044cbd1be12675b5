"""What of a ladder goes out: chosen entries with what they need, and only what readers may see."""

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from laddereditor.edits.parts.returned import ReturnedTable
from laddereditor.edits.parts.returning import Returning
from laddereditor.exchange.returned.csv_list import read_csv_export
from laddereditor.exchange.returned.json_exports import read_json_export
from laddereditor.model.address import Address
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import resolved
from laddereditor.reports.common.json_values import value_json
from laddereditor.reports.export_scope import export_source, scoped, section_fields
from laddereditor.reports.exporter import (
    Audience,
    ExportRefused,
    ExportScope,
    ExportSource,
    unheard,
)
from laddereditor.reports.exporters import exporter_named
from tests.examples import examples
from tests.strategies import ladders

PAY = {"status": "published", "note": "Elbonian", "ranges": [{"market": "E", "min": 41234}]}


def raw_ladder() -> dict[str, Any]:
    return {
        "laddereditor": 1,
        "id": "t",
        "notes": "SECRET",
        "checks": {"words": {"x": ["SECRET"]}},
        "based_on": {"ladder": "SECRET"},
        "house_key": "UNKNOWN",
        "comments": [{"at": "levels/P1", "author": "SECRET", "text": "SECRET"}],
        "history": [{"version": "1.0.0", "author": "OWNER"}],
        "tracks": [{"id": "pro", "notes": "SECRET"}, {"id": "man"}],
        "proficiencies": [{"id": "low"}, {"id": "high"}],
        "factors": [{"id": "scope"}, {"id": "unused"}],
        "competencies": [{"id": "craft"}, {"id": "spare"}],
        "levels": [
            {"id": "P1", "track": "pro", "factors": {"scope": "One task"}},
            {"id": "P2", "track": "pro", "pay": PAY, "notes": "SECRET"},
            {"id": "M1", "track": "man"},
        ],
        "skills": [
            {"id": "bread", "notes": "SECRET"},
            {"id": "cake", "proficiencies": {"high": "x"}},
            {"id": "spare"},
        ],
        "families": [
            {
                "id": "baker",
                "owner": "OWNER",
                "status": "draft",
                "profiles": [
                    {"level": "P1", "skills": ["bread"], "pay": PAY},
                    {"level": "P2", "responsibilities": ["Bakes"], "notes": "SECRET"},
                ],
            },
            {
                "id": "pastry",
                "parent": "baker",
                "profiles": [
                    {"level": "P2", "skills": ["cake"], "responsibilities": ["Decorates"]},
                    {
                        "level": "M1",
                        "expectations": {"craft": ["Knows"]},
                        "pay": PAY | {"status": "withheld"},
                    },
                ],
            },
            {"id": "waiter", "profiles": [{"level": "M1"}]},
        ],
    }


def ladder() -> Ladder:
    return Ladder.model_validate(raw_ladder())


def text_of(found: Ladder) -> str:
    return json.dumps(value_json(found))


def ids(found: Ladder, collection: str) -> list[str]:
    return [one.id for one in getattr(found, collection)]


def places(found: Ladder) -> list[str]:
    return [f"{family.id}/{profile.level}" for family, profile in all_profiles(found)]


@pytest.mark.parametrize("audience", ["everybody", "managers", "hr"])
def test_that_notes_checks_and_the_base_go_out_to_nobody(audience: Audience) -> None:
    assert "SECRET" not in text_of(scoped(ladder(), ExportScope(audience)))


def test_that_everybody_sees_neither_pay_nor_owners_nor_status() -> None:
    text = text_of(scoped(ladder(), ExportScope()))
    for hidden in ("41234", "Elbonian", "OWNER", "draft", "withheld", "UNKNOWN"):
        assert hidden not in text


def test_that_managers_see_owners_and_published_pay_alone() -> None:
    found = scoped(ladder(), ExportScope("managers"))
    assert text_of(found).count("41234") == 2
    withheld = found.families[1].profiles[1].pay
    assert withheld is not None and withheld.note and not withheld.ranges
    assert "OWNER" in text_of(found) and "UNKNOWN" not in text_of(found)


def test_that_hr_sees_all_pay_and_unknown_keys() -> None:
    text = text_of(scoped(ladder(), ExportScope("hr")))
    assert text.count("41234") == 3 and "UNKNOWN" in text


def test_that_a_family_brings_what_it_needs_and_nothing_else() -> None:
    found = scoped(ladder(), ExportScope(families=("pastry",)))
    assert places(found) == ["baker/P2", "pastry/P2", "pastry/M1"]
    assert ids(found, "levels") == ["P2", "M1"]
    assert ids(found, "skills") == ["cake"]
    assert ids(found, "competencies") == ["craft"] and ids(found, "factors") == []
    assert ids(found, "proficiencies") == ["low", "high"]


def test_that_a_source_tells_chosen_families_from_those_that_they_need() -> None:
    source = export_source(ladder(), ExportScope(families=("pastry",)))
    assert [family.id for family, _ in source.families()] == ["pastry"]
    assert source.needed == {Address("families/baker"), Address("families/baker/P2")}


def test_that_a_level_brings_its_profiles() -> None:
    found = scoped(ladder(), ExportScope(levels=("P1",)))
    assert places(found) == ["baker/P1"] and ids(found, "levels") == ["P1"]
    assert ids(found, "factors") == ["scope"] and ids(found, "tracks") == ["pro"]


def test_that_a_track_brings_its_levels() -> None:
    found = scoped(ladder(), ExportScope(tracks=("man",)))
    assert places(found) == ["pastry/M1", "waiter/M1"]


def test_that_families_and_levels_restrict_each_other() -> None:
    found = scoped(ladder(), ExportScope(families=("baker",), levels=("P2",)))
    assert places(found) == ["baker/P2"] and ids(found, "levels") == ["P2"]


def test_that_an_address_chooses_one_profile() -> None:
    source = export_source(ladder(), ExportScope(at=(Address("pastry/P2"),)))
    assert [(one.id, [p.level for p in found]) for one, found in source.families()] == [
        ("pastry", ["P2"])
    ]
    assert places(source.ladder) == ["baker/P2", "pastry/P2"]


def test_that_an_address_of_a_level_or_skill_chooses_that_alone() -> None:
    found = scoped(ladder(), ExportScope(at=(Address("levels/P1"), Address("skills/spare"))))
    assert ids(found, "levels") == ["P1"] and ids(found, "skills") == ["spare"]
    assert not found.families


def test_that_sections_leave_titles_and_what_they_refer_to() -> None:
    found = scoped(ladder(), ExportScope("hr", sections=("skills",)))
    assert found.families[1].profiles[0].skills == ("cake",)
    assert not found.families[1].profiles[0].responsibilities
    assert ids(found, "skills") == ["bread", "cake"] and ids(found, "factors") == []
    assert "41234" not in text_of(found)


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (ExportScope(families=("nobody",)), "no family “nobody”"),
        (ExportScope(levels=("P9",)), "no level “P9”"),
        (ExportScope(tracks=("x",)), "no track “x”"),
        (ExportScope(sections=("notes",)), "no section “notes”"),
        (ExportScope(at=(Address("baker/P9"),)), "no entry at “baker/P9”"),
        (ExportScope(at=(Address("families/baker/P1/pay"),)), "no entry at"),
        (ExportScope(families=("waiter",), levels=("P1",)), "nothing of what was chosen"),
    ],
)
def test_that_a_scope_that_chooses_nothing_is_refused(scope: ExportScope, words: str) -> None:
    with pytest.raises(ExportRefused, match=words):
        scoped(ladder(), scope)


def test_that_every_section_can_be_chosen() -> None:
    for spec in section_fields():
        assert scoped(ladder(), ExportScope("hr", sections=(spec.name,))).families


@settings(max_examples=examples(40), deadline=None)
@given(ladders())
def test_that_what_is_inherited_stays_the_same_in_every_part(whole: Ladder) -> None:
    for family in whole.families:
        if not family.profiles:
            continue
        part = scoped(whole, ExportScope("hr", families=(family.id,)))
        (same,) = (one for one in part.families if one.id == family.id)
        for profile, other in zip(family.profiles, same.profiles, strict=True):
            before, after = resolved(whole, family, profile), resolved(part, same, other)
            assert before.titles == after.titles
            for spec in section_fields():
                if not spec.is_keyed:
                    assert before.value(spec.name).value == after.value(spec.name).value


# -- abstract families --------------------------------------------------------------------------


def abstract_ladder() -> Ladder:
    raw = raw_ladder()
    raw["families"][0] |= {"name": "Basis", "abstract": True, "competencies": [{"id": "own"}]}
    raw["families"][0]["profiles"][1]["summary"] = "Inherited words"
    return Ladder.model_validate(raw)


def chosen(source: ExportSource) -> list[str]:
    return [f"{family.id}/{one.level}" for family, found in source.families() for one in found]


def test_that_an_abstract_family_is_only_inherited_from() -> None:
    source = export_source(abstract_ladder(), ExportScope())
    assert chosen(source) == ["pastry/P2", "pastry/M1", "waiter/M1"]
    by_level = export_source(abstract_ladder(), ExportScope(levels=("P1", "P2")))
    assert chosen(by_level) == ["pastry/P2"]
    assert places(by_level.ladder) == ["baker/P2", "pastry/P2"]


@pytest.mark.parametrize(
    "scope",
    [ExportScope(families=("baker",)), ExportScope(at=(Address("families/baker"),))],
)
def test_that_an_abstract_family_goes_out_when_it_is_named(scope: ExportScope) -> None:
    assert chosen(export_source(abstract_ladder(), scope)) == ["baker/P1", "baker/P2"]


def test_that_a_profile_of_an_abstract_family_goes_out_when_it_is_named() -> None:
    scope = ExportScope(at=(Address("baker/P2"),))
    assert chosen(export_source(abstract_ladder(), scope)) == ["baker/P2"]


@pytest.mark.parametrize("name", ["html", "md", "case", "csv", "sheet-job", "xlsx", "docx"])
def test_that_no_format_shows_an_abstract_family_as_a_job(name: str) -> None:
    source = export_source(abstract_ladder(), ExportScope())
    files = list(exporter_named(name).write(source, unheard))
    told = b"".join(readable_bytes(one.data) for one in files)
    assert b"Inherited words" in told
    assert b"families/baker/profiles/" not in told and b"baker-P1" not in told
    assert not [one.path for one in files if "baker" in one.path]


def readable_bytes(data: bytes) -> bytes:
    if not data.startswith(b"PK"):
        return data
    with ZipFile(BytesIO(data)) as package:
        return b"".join(package.read(one) for one in package.namelist())


@pytest.mark.parametrize("name", ["csv", "case"])
def test_that_what_is_inherited_from_an_absent_family_changes_nothing_when_it_comes_back(
    name: str,
) -> None:
    (file,) = exporter_named(name).write(export_source(abstract_ladder(), ExportScope()), unheard)
    text = file.data.decode("utf-8-sig")
    read = read_csv_export if name == "csv" else read_json_export
    back = read(text, "x")
    assert isinstance(back, ReturnedTable)
    assert not [cell for cell in back.cells if cell.is_edited]
    edited = read(text.replace("Inherited words", "Own words", 1), "x")
    assert isinstance(edited, ReturnedTable)
    returning = Returning(abstract_ladder())
    returning.take(edited.cells)
    assert returning.ladder.families[1].profiles[0].summary == "Own words"
    assert returning.ladder.families[0] == abstract_ladder().families[0]
