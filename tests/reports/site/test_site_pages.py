"""Every page of a site: links, ids, policy, escaping, and that it needs nothing else."""

import base64
import hashlib
import posixpath
import re
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.reports.export_scope import export_source
from laddereditor.reports.exporter import ExportScope, ExportSource, unheard
from laddereditor.reports.site.exporter import SITE
from laddereditor.storage.files.ladder_files import open_ladder
from tests.reports.site.hostile import hostile_ladder

ROOT = Path(__file__).parents[3]
SAMPLES = ("technology", "people", "hostile")
TODAY = date(2026, 11, 27)


def written(ladder: Ladder) -> dict[str, str]:
    source = ExportSource(ladder, today=TODAY)
    return {one.path: one.data.decode("utf-8") for one in SITE.write(source, unheard)}


@cache
def ladder_of(name: str) -> Ladder:
    if name == "hostile":
        return hostile_ladder()
    return open_ladder(ROOT / "ladders" / f"{name}.yaml").document.ladder


@cache
def site(name: str) -> dict[str, str]:
    return written(ladder_of(name))


@cache
def trees(name: str) -> dict[str, html.HtmlElement]:
    return {path: html.document_fromstring(text) for path, text in site(name).items()}


@pytest.mark.parametrize("name", SAMPLES)
def test_that_every_link_leads_to_a_page_or_a_place_on_it(name: str) -> None:
    pages = trees(name)
    for path, tree in pages.items():
        for link in tree.iter("a", "form"):
            target, _, place = str(link.get("href") or link.get("action")).partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
            there = there if target else path
            assert there in pages, (path, target)
            if place and there != "side-by-side.html":
                assert pages[there].xpath("//*[@id=$place]", place=place)


@pytest.mark.parametrize("name", SAMPLES)
def test_that_ids_are_unique_and_labels_refer_to_them(name: str) -> None:
    for path, tree in trees(name).items():
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        referred = tree.xpath("//@aria-labelledby | //@for")
        assert set(referred) <= set(ids), path


@pytest.mark.parametrize("name", SAMPLES)
def test_that_the_policy_allows_the_scripts_and_the_style_of_the_page_and_nothing_else(
    name: str,
) -> None:
    for path, tree in trees(name).items():
        (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules["default-src"] == "'none'"
        assert rules["base-uri"] == rules["form-action"] == "'none'"
        scripts = tree.xpath("//script[not(@type)]")
        assert rules["script-src"].split() == [hashed(one.text) for one in scripts], path
        assert rules["style-src"].split() == [hashed(one.text) for one in tree.xpath("//style")]


def hashed(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@pytest.mark.parametrize("name", SAMPLES)
def test_that_no_page_runs_or_loads_what_a_text_says(name: str) -> None:
    for path, tree in trees(name).items():
        assert not tree.xpath("//@style | //@onclick | //@onerror | //@src | //@srcset"), path
        assert not tree.xpath("//img | //iframe | //link | //object | //embed | //base"), path
        hrefs = [str(one) for one in tree.xpath("//@href")]
        assert not [one for one in hrefs if ":" in one or one.startswith(("/", "\\"))], path


@pytest.mark.parametrize("name", SAMPLES)
def test_that_headings_are_in_order_and_tables_have_heads(name: str) -> None:
    for path, tree in trees(name).items():
        heads = tree.xpath("//main//*[self::h1 or self::h2 or self::h3]")
        ranks = [int(one.tag[1]) for one in heads]
        shown = ranks[1:] if path == "index.html" else ranks  # its first is of the hidden results
        assert shown.count(1) == 1 and shown[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(shown)), path
        assert all(one.get("scope") for one in tree.iter("th")), path
        assert tree.xpath("count(//main)") == 1 and tree.xpath("//a[@href='#content']")


@pytest.mark.parametrize("name", SAMPLES)
def test_that_each_page_names_the_ladder_its_version_and_the_day(name: str) -> None:
    ladder = ladder_of(name)
    for path, tree in trees(name).items():
        (foot,) = tree.xpath("//footer")
        said = foot.text_content()
        assert ladder.name in said and ladder.version in said and "2026-11-27" in said, path
        assert tree.get("lang") == "en"


def test_that_files_have_short_safe_and_different_names() -> None:
    paths = list(site("hostile"))
    assert len({path.lower() for path in paths}) == len(paths)
    for path in paths:
        assert re.fullmatch(r"([a-z]+/)?[a-z0-9-]+\.html", path)
        assert len(path) < 120
        assert path.rpartition("/")[2].split(".")[0] not in ("con", "nul", "prn", "aux", "com1")


def test_that_hostile_texts_are_shown_as_they_are() -> None:
    pages = trees("hostile")
    for name in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}"):
        shown = [tree for tree in pages.values() if name in tree.xpath("string(//main)")]
        assert len(shown) > 5
    assert "49" not in pages["index.html"].xpath("string(//main)")
    assert pages["index.html"].xpath("string(//h1)").startswith("<b onclick")


def test_that_signs_that_no_page_may_have_are_replaced() -> None:
    for path, text in site("hostile").items():
        assert not re.search("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text), path


def test_that_notes_never_leave() -> None:
    assert not [path for path, text in site("hostile").items() if "SECRET" in text]
    ladder = ladder_of("technology")
    said = {one.notes for one in ladder.families} | {one.notes for one in ladder.levels}
    said = {ladder.notes, *said} - {""}
    assert said
    for text in site("technology").values():
        assert not [note for note in said if note[:40] in text]


def test_that_a_profile_page_has_the_headings_of_the_reader_page_in_their_order() -> None:
    tree = trees("technology")["profiles/ai-ml-engineer-p3.html"]
    heads = tree.xpath("//article/*[self::h1 or self::h2]")
    assert [one.text_content() for one in heads] == [
        "P3 — Career Professional",
        "What this level means",
        "What you'd do",
        "What is expected",
        "Skills, knowledge & tools",
        "What good looks like",
        "Common titles",
        "O*NET / SOC",
    ]


def test_that_a_family_page_has_its_levels_across() -> None:
    tree = trees("technology")["families/ai-ml-engineer.html"]
    heads = tree.xpath("//thead//th")
    assert [one.text_content().split()[0] for one in heads] == ["P2", "P3", "P4"]
    rows = [one.text_content() for one in tree.xpath("//tbody//th[@scope='row']")]
    assert {"Summary", "Scope", "What you'd do", "Skills, knowledge & tools"} <= set(rows)
    assert all(len(row.findall("td")) == 3 for row in tree.xpath("//tbody/tr[td]"))


@pytest.mark.parametrize("name", ["technology", "people"])
def test_that_no_markup_of_the_program_is_shown_as_text(name: str) -> None:
    for path, tree in trees(name).items():
        assert "<" not in tree.xpath("string(//main)"), path


def test_that_a_skill_page_links_to_the_profiles_that_ask_for_it() -> None:
    tree = trees("technology")["skills/mentoring.html"]
    links = tree.xpath("//section[@aria-labelledby='uses']//a/@href")
    assert links and all(link.startswith("../profiles/") for link in links)


def test_that_occupation_codes_bring_their_attribution() -> None:
    assert "O*NET database" in site("technology")["profiles/ai-ml-engineer-p3.html"]
    bare = evolve(
        ladder_of("technology"),
        families=tuple(evolve(one, occupations=()) for one in ladder_of("technology").families),
    )
    assert "O*NET database" not in written(bare)["index.html"]


def test_that_a_ladder_with_nothing_gives_a_site() -> None:
    pages = written(Ladder.model_validate({"laddereditor": 1}))
    assert set(pages) == {"index.html", "levels.html", "skills.html", "side-by-side.html"}


def test_that_a_language_that_is_none_does_not_break_the_page() -> None:
    page = written(hostile_ladder('"><script>'))["index.html"]
    assert html.document_fromstring(page).get("lang") == "en"


def test_that_the_programs_words_are_in_the_language_of_the_ladder() -> None:
    german = evolve(ladder_of("technology"), language="de-CH")
    pages = written(german)
    page = pages["profiles/ai-ml-engineer-p3.html"]
    heads = re.findall("<h2>(.*?)</h2>", page)
    assert heads[:2] == ["Was diese Stufe bedeutet", "Was zu tun ist"]
    assert '<html lang="de-CH">' in page and 'lang="en"' not in page.partition("<footer>")[0]
    assert "3–5 Jahre" in page and "27.11.2026" in page


def test_that_a_language_read_from_the_right_says_so() -> None:
    tree = html.document_fromstring(written(hostile_ladder("ar"))["index.html"])
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert tree.xpath("//header/nav/@lang") == ["en"]  # the program's own words


def test_that_a_part_of_a_ladder_gives_the_pages_of_that_part_alone() -> None:
    scope = ExportScope(at=(Address("families/ai-ml-engineer/P3"),))
    source = export_source(ladder_of("technology"), scope)
    paths = {one.path for one in SITE.write(source, unheard)}
    assert {one for one in paths if one.startswith("profiles/")} == {
        "profiles/ai-ml-engineer-p3.html"
    }
    assert {one for one in paths if one.startswith("levels/")} == {"levels/p3.html"}


def test_that_families_that_are_only_inherited_from_have_no_page() -> None:
    ladder = sub_families()
    part = export_source(ladder, ExportScope(families=("vision",)))
    files = {one.path: one.data.decode() for one in SITE.write(part, unheard)}
    assert "families/vision.html" in files
    assert "families/ml.html" not in files
    assert "Trains models" in files["profiles/vision-p1.html"]


def sub_families() -> Ladder:
    families = [
        {
            "id": "ml",
            "name": "ML",
            "profiles": [{"level": "P1", "responsibilities": ["Trains models"]}],
        },
        {"id": "vision", "name": "Vision", "parent": "ml", "profiles": [{"level": "P1"}]},
    ]
    return Ladder.model_validate(
        {"laddereditor": 1, "levels": [{"id": "P1"}], "families": families}
    )


def test_that_pay_goes_to_those_who_may_see_it() -> None:
    everybody, hr = (
        "".join(
            one.data.decode()
            for one in SITE.write(
                export_source(ladder_of("technology"), ExportScope(audience=audience)), unheard
            )
        )
        for audience in ("everybody", "hr")
    )
    assert "What it pays" in hr and "What it pays" not in everybody


def test_that_progress_counts_every_file() -> None:
    heard: list[tuple[int, int]] = []
    source = ExportSource(ladder_of("people"))
    files = list(SITE.write(source, lambda done, of: heard.append((done, of))))
    assert [done for done, _ in heard] == list(range(1, len(files) + 1))
    assert {of for _, of in heard} == {len(files)}
