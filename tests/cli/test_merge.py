"""`laddereditor merge`: exit codes, what is written, and as the merge driver of real git."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from laddereditor.cli.main import run
from laddereditor.cli.output import Output
from laddereditor.edits.edit import Edit
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items, move_items, set_item
from laddereditor.edits.references import rename
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import statement_text
from laddereditor.storage.files.document import read_text, update

LADDER = """\
laddereditor: 1
# kept by the people team
id: shop
name: Shop ladder
organization: Example Ltd
tracks:
  - {id: professional, code: P, name: Professional}
levels:
  - id: P1
    name: Junior
    track: professional
    summary: Learns the trade
  - id: P2
    name: Senior
    track: professional
skills:
  - id: selling
    name: Selling
families:
  # asked for by the shops
  - id: sales
    name: Sales
    profiles:
      - level: P1
        responsibilities:
          - Greets customers at the door
          - Keeps the shelves in order
          - Counts the till in the evening
        skills: [selling]
      - level: P2
        responsibilities:
          - Trains new colleagues
        qualifications:
          - Customers come back for advice
  - id: stock
    name: Stock
    profiles:
      - level: P1
        responsibilities:
          - Unloads deliveries
"""
SALES = Address("families/sales/P1")
Change = Callable[[Ladder], Edit]


class CapturedOutput:
    """What the verb wrote."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.errors: list[str] = []

    def run(self, *arguments: str | Path) -> int:
        output = Output(self.lines.append, self.errors.append)
        return run(["merge", *map(str, arguments)], lambda _: 0, output)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def changed(*changes: Change, text: str = LADDER) -> str:
    """The ladder's text after some edits, as the program saves it."""
    document = read_text(text)
    for change in changes:
        document = update(document, change(document.ladder).change(document.ladder))
    return document.text


def field(address: str, name: str, value: str) -> Change:
    return lambda ladder: set_field(ladder, Address(address), name, value)


class Three:
    """A base, ours and theirs as files, and the result."""

    def __init__(self, folder: Path) -> None:
        self.base, self.ours, self.theirs, self.out = (
            folder / f"{name}.yaml" for name in ("base", "ours", "theirs", "out")
        )
        self.output = CapturedOutput()

    def merge(self, ours: str, theirs: str, base: str = LADDER, *options: str) -> int:
        for path, text in ((self.base, base), (self.ours, ours), (self.theirs, theirs)):
            path.write_text(text, "utf-8", newline="")
        return self.output.run(self.base, self.ours, self.theirs, "-o", self.out, *options)

    @property
    def ladder(self) -> Ladder:
        return read_text(self.out.read_text("utf-8")).ladder


@pytest.fixture
def three(tmp_path: Path) -> Three:
    return Three(tmp_path)


def statements(ladder: Ladder, family: int = 0, profile: int = 0) -> list[str]:
    return [
        statement_text(one) for one in ladder.families[family].profiles[profile].responsibilities
    ]


def test_that_changes_of_both_are_written_with_exit_0(three: Three) -> None:
    ours = changed(field("levels/P1", "name", "Beginner"))
    theirs = changed(field("families/stock", "name", "Warehouse"))
    assert three.merge(ours, theirs) == 0
    assert three.ladder.levels[0].name == "Beginner"
    assert three.ladder.families[1].name == "Warehouse"
    assert three.output.text == "Merged without conflicts."


def test_that_comments_of_both_stay_where_only_one_wrote(three: Three) -> None:
    ours = changed(field("levels/P1", "name", "Beginner"))
    theirs = changed(field("families/stock", "name", "Warehouse")).replace(
        "  - id: stock", "  # moved to the new hall\n  - id: stock"
    )
    assert three.merge(ours, theirs) == 0
    text = three.out.read_text("utf-8")
    assert "# kept by the people team" in text
    assert "# moved to the new hall" in text


def test_that_comments_of_theirs_come_along_where_both_touched_a_record(three: Three) -> None:
    ours = changed(field("families/stock", "name", "Warehouse"))
    theirs = LADDER.replace("  - id: stock", "  - id: stock  # the hall\n    # dusty").replace(
        "Unloads deliveries", "Unloads deliveries by hand"
    )
    assert three.merge(ours, theirs) == 0
    assert statements(three.ladder, 1) == ["Unloads deliveries by hand"]
    text = three.out.read_text("utf-8")
    assert "- id: stock  # the hall\n    # dusty\n    name: Warehouse\n" in text
    assert three.output.text == "Merged without conflicts."


def test_that_comments_that_could_not_be_carried_along_are_named(three: Three) -> None:
    ours = changed(field("families/stock", "name", "Warehouse"))
    theirs = LADDER.replace("name: Stock", "name: Stock  # ask Anna").replace(
        "  - id: stock", "  # dusty\n  - id: stock"
    )
    assert three.merge(ours, theirs) == 0
    text = three.out.read_text("utf-8")
    assert "ask Anna" not in text
    assert "  # dusty\n  - id: stock\n" in text
    output = three.output.text
    assert output.endswith("These comments of theirs are not in the result:\n  # ask Anna")


def test_that_a_hash_in_a_text_is_no_comment(three: Three) -> None:
    ours = changed(field("families/stock", "name", "Warehouse"))
    theirs = LADDER.replace("name: Stock", 'name: "Stock # 2"')
    three.merge(ours, theirs)
    assert "comments" not in three.output.text


def test_that_json_names_the_comments_that_are_not_in_the_result(three: Three) -> None:
    ours = changed(field("families/stock", "name", "Warehouse"))
    theirs = LADDER.replace("name: Stock", "name: Stock  # ask Anna")
    assert three.merge(ours, theirs, LADDER, "--format", "json") == 0
    assert json.loads(three.output.text)["comments_left_behind"] == ["# ask Anna"]


def test_that_another_file_is_replaced_only_by_force(three: Three) -> None:
    three.out.write_text("something of mine", "utf-8")
    assert three.merge(LADDER, LADDER) == 2
    assert three.out.read_text("utf-8") == "something of mine"
    assert "--force" in three.output.errors[0]
    assert three.merge(LADDER, LADDER, LADDER, "--force") == 0
    assert three.out.read_text("utf-8") == LADDER


def test_that_only_git_replaces_ours_without_asking(three: Three) -> None:
    three.merge(LADDER, changed(field("families/stock", "name", "Warehouse")))
    assert three.output.run(three.base, three.ours, three.theirs, "-o", three.ours) == 2
    assert three.ours.read_text("utf-8") == LADDER
    gits = three.ours.rename(three.ours.with_name(".merge_file_x1Yz9a"))
    assert three.output.run(three.base, gits, three.theirs, "-o", gits) == 0
    assert "name: Warehouse" in gits.read_text("utf-8")


def test_that_ours_is_replaced_by_force_and_the_others_never(three: Three) -> None:
    three.merge(LADDER, changed(field("families/stock", "name", "Warehouse")))
    sides = (three.base, three.ours, three.theirs)
    for other in (three.base, three.theirs):
        assert three.output.run(*sides, "-o", other, "--force") == 2
        assert "is read by this command" in three.output.errors[-1]
    assert three.base.read_text("utf-8") == LADDER
    assert three.output.run(*sides, "-o", three.ours, "--force") == 0
    assert "name: Warehouse" in three.ours.read_text("utf-8")


@pytest.mark.parametrize("side", ["base", "ours", "theirs"])
def test_that_a_newer_format_is_refused(three: Three, side: str) -> None:
    texts = {"base": LADDER, "ours": LADDER, "theirs": LADDER}
    texts[side] = LADDER.replace("laddereditor: 1", "laddereditor: 99")
    assert three.merge(texts["ours"], texts["theirs"], texts["base"]) == 2
    assert not three.out.exists()
    (error,) = three.output.errors
    assert f"{side}.yaml" in error
    assert "99" in error


def test_that_a_conflict_exits_with_1_and_leaves_a_ladder_with_ours(three: Three) -> None:
    ours = changed(field("levels/P1", "name", "Beginner"))
    theirs = changed(field("levels/P1", "name", "Starter"), field("", "organization", "New Ltd"))
    assert three.merge(ours, theirs) == 1
    assert three.ladder.levels[0].name == "Beginner"
    assert three.ladder.organization == "New Ltd"
    for words in ("Both changed 1 place differently", "Junior", "Beginner", "Starter"):
        assert words in three.output.text


def test_that_conflicts_are_reported_as_json(three: Three) -> None:
    ours = changed(field("levels/P1", "name", "Beginner"))
    theirs = changed(field("levels/P1", "name", "Starter"))
    assert three.merge(ours, theirs, LADDER, "--format", "json") == 1
    assert json.loads(three.output.text) == {
        "merged": False,
        "conflicts": [
            {
                "address": "levels/P1",
                "field": "name",
                "base": "Junior",
                "ours": "Beginner",
                "theirs": "Starter",
            }
        ],
    }


def test_that_without_a_base_every_difference_is_asked_and_that_is_said(three: Three) -> None:
    theirs = changed(lambda ladder: insert_items(ladder, SALES, "responsibilities", 0, ["Smiles"]))
    assert three.merge(LADDER, theirs, "") == 1
    assert "Smiles" not in statements(three.ladder)
    assert "The two differ in 1 place, and their common ancestor is unknown" in three.output.text
    assert "Name the version that both come from as BASE" in three.output.text
    assert three.merge(LADDER, theirs, LADDER, "--force") == 0
    assert "Smiles" in statements(three.ladder)


def test_that_a_comment_of_ours_that_goes_with_their_removal_is_listed(three: Three) -> None:
    ours = LADDER.replace("  - id: stock", "  # ask Anna\n  - id: stock")
    theirs = LADDER.replace(LADDER[LADDER.index("  - id: stock") :], "")
    assert three.merge(ours, theirs) == 0
    assert "These comments of ours are not in the result:\n  # ask Anna" in three.output.text
    assert "Undo" not in three.output.text
    assert three.merge(ours, theirs, LADDER, "--force", "--format", "json") == 0
    assert json.loads(three.output.lines[-1])["comments_removed"] == ["# ask Anna"]


def _two_rewordings() -> tuple[str, str, str]:
    base = LADDER.replace("Trains new colleagues", "Spends up to 10,000 EUR a year")
    return base, base.replace("10,000", "20,000"), base.replace("a year", "a month")


def test_that_two_rewordings_are_a_conflict_with_the_joined_words(three: Three) -> None:
    base, ours, theirs = _two_rewordings()
    assert three.merge(ours, theirs, base) == 1
    assert three.out.read_text("utf-8") == ours
    assert "Sales › P2 › Responsibilities 1" in three.output.text
    assert "  joined Spends up to 20,000 EUR a month" in three.output.text
    assert "--join-words" in three.output.text
    assert three.merge(ours, theirs, base, "--force", "--format", "json") == 1
    (found,) = json.loads(three.output.lines[-1])["conflicts"]
    assert found["proposal"] == "Spends up to 20,000 EUR a month"


def test_that_words_are_joined_only_when_it_is_asked_for(three: Three) -> None:
    base, ours, theirs = _two_rewordings()
    assert three.merge(ours, theirs, base, "--join-words") == 0
    assert statements(three.ladder, 0, 1) == ["Spends up to 20,000 EUR a month"]


def test_that_the_place_of_what_was_taken_out_is_reported_in_words(three: Three) -> None:
    ours = LADDER.replace(LADDER[LADDER.index("  - id: stock") :], "")
    theirs = changed(field("families/stock", "name", "Warehouse"))
    assert three.merge(ours, theirs) == 1
    assert "\nWarehouse\n  base   Stock\n  ours   (nothing)" in three.output.text
    assert "families/" not in three.output.text


def test_that_values_of_a_conflict_are_reported_by_their_names(three: Three) -> None:
    more = "  - {id: mgmt, code: M, name: Management}\n  - {id: exec, code: E, name: Executive}\n"
    base = LADDER.replace("levels:\n", f"{more}levels:\n")
    first = "name: Junior\n    track: "
    ours, theirs = (base.replace(f"{first}professional", first + one) for one in ("mgmt", "exec"))
    assert three.merge(ours, theirs, base) == 1
    assert "  base   Professional\n  ours   Management\n  theirs Executive" in three.output.text


def test_that_line_ends_and_byte_order_mark_of_ours_stay(three: Three) -> None:
    three.base.write_text(LADDER, "utf-8")
    three.ours.write_bytes(b"\xef\xbb\xbf" + LADDER.replace("\n", "\r\n").encode())
    three.theirs.write_text(changed(field("families/stock", "name", "Warehouse")), "utf-8")
    assert three.output.run(three.base, three.ours, three.theirs, "-o", three.out) == 0
    data = three.out.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") > 20
    assert b"name: Warehouse\r\n" in data


def test_that_an_unreadable_side_exits_with_2_and_writes_nothing(three: Three) -> None:
    assert three.merge(LADDER, "laddereditor: [") == 2
    assert not three.out.exists()
    assert len(three.output.errors) == 1
    assert str(three.theirs) in three.output.errors[0]


def test_that_without_an_output_nothing_is_written(three: Three) -> None:
    three.merge(LADDER, LADDER)
    before = sorted(three.base.parent.iterdir())
    three.output.run(three.base, three.ours, three.theirs)
    assert sorted(three.base.parent.iterdir()) == before


# -- as git's merge driver ------------------------------------------------------------------------

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
PROGRAM = f'"{sys.executable}" -m laddereditor'
DRIVER = f"{PROGRAM} merge %O %A %B -o %A --path=%P --marker-size=%L"


class Checkout:
    """A repository that merges and compares ladders as docs/git.md says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "shop.yaml"
        self.git("init", "-q")
        self.git("config", "merge.ladder.name", "career ladders")
        self.git("config", "merge.ladder.driver", DRIVER)
        self.git("config", "merge.ladder.recursive", "binary")
        self.git("config", "diff.ladder.command", f"{PROGRAM} diff")
        (folder / ".gitattributes").write_text("*.yaml merge=ladder diff=ladder\n")
        self.commit(LADDER)
        self.main = self.git("branch", "--show-current").stdout.strip()

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        named = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        source = str(Path(__file__).parents[2] / "src")
        return subprocess.run(
            ["git", *named, *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": source, "GIT_CONFIG_GLOBAL": os.devnull},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def commit(self, text: str) -> None:
        self.path.write_text(text, "utf-8", newline="")
        self.git("add", "-A")
        self.git("commit", "-qm", "A change")

    def branches(self, ours: str, theirs: str) -> subprocess.CompletedProcess[str]:
        """Commit theirs on a branch and ours on the main one, and merge the branch."""
        self.git("checkout", "-qb", "theirs")
        self.commit(theirs)
        self.git("checkout", "-q", self.main)
        self.commit(ours)
        return self.git("merge", "theirs", "-m", "Both")

    @property
    def ladder(self) -> Ladder:
        return read_text(self.path.read_text("utf-8")).ladder


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    folder = tmp_path / "a repository"
    folder.mkdir()
    return Checkout(folder)


@needs_git
def test_that_git_merges_branches_that_edit_different_families(checkout: Checkout) -> None:
    ours = changed(field("families/sales", "name", "Shop floor"))
    theirs = changed(field("families/stock", "name", "Warehouse"))
    done = checkout.branches(ours, theirs)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [family.name for family in checkout.ladder.families] == ["Shop floor", "Warehouse"]
    assert not checkout.git("status", "--porcelain").stdout


@needs_git
def test_that_git_merges_two_lists_of_one_profile_and_additions_to_one_list(
    checkout: Checkout,
) -> None:
    def add(name: str, place: int, text: str) -> Change:
        return lambda ladder: insert_items(ladder, SALES, name, place, [text])

    ours = changed(add("responsibilities", 3, "Orders fresh flowers"))
    theirs = changed(
        add("qualifications", 0, "Knows the range by heart"),
        add("responsibilities", 3, "Answers the telephone"),
    )
    assert checkout.branches(ours, theirs).returncode == 0
    assert statements(checkout.ladder)[-2:] == ["Orders fresh flowers", "Answers the telephone"]
    profile = checkout.ladder.families[0].profiles[0]
    assert profile.qualifications == ("Knows the range by heart",)


@needs_git
def test_that_git_merges_a_new_order_with_an_edit(checkout: Checkout) -> None:
    ours = changed(lambda ladder: move_items(ladder, SALES, "responsibilities", [2], 0))
    edited = "Counts the till in the evening and at noon"
    theirs = changed(lambda ladder: set_item(ladder, SALES, "responsibilities", 2, edited))
    assert checkout.branches(ours, theirs).returncode == 0
    assert statements(checkout.ladder) == [
        edited,
        "Greets customers at the door",
        "Keeps the shelves in order",
    ]


@needs_git
def test_that_git_merges_a_rename_with_edits_under_the_old_code(checkout: Checkout) -> None:
    ours = changed(lambda ladder: rename(ladder, Address("levels/P1"), "P3"))
    theirs = changed(
        field("levels/P1", "summary", "Learns the trade from the bottom up"),
        lambda ladder: set_item(ladder, SALES, "responsibilities", 0, "Greets all customers"),
    )
    done = checkout.branches(ours, theirs)
    assert done.returncode == 0, done.stdout + done.stderr
    ladder = checkout.ladder
    assert ladder.levels[0].id == "P3"
    assert ladder.levels[0].summary == "Learns the trade from the bottom up"
    assert {profile.level for family in ladder.families for profile in family.profiles} == {
        "P3",
        "P2",
    }
    assert statements(ladder)[0] == "Greets all customers"


@needs_git
def test_that_git_stops_at_a_true_conflict_and_the_file_stays_a_ladder(
    checkout: Checkout,
) -> None:
    ours = changed(field("levels/P1", "name", "Beginner"))
    theirs = changed(field("levels/P1", "name", "Starter"), field("", "organization", "New Ltd"))
    done = checkout.branches(ours, theirs)
    assert done.returncode != 0
    assert checkout.git("status", "--porcelain").stdout.startswith("UU")
    assert checkout.ladder.levels[0].name == "Beginner"
    assert checkout.ladder.organization == "New Ltd"
    assert "name: Starter" in checkout.git("show", ":3:shop.yaml").stdout


@needs_git
def test_that_git_shows_a_merge_by_meaning(checkout: Checkout) -> None:
    checkout.path.write_text(changed(field("levels/P1", "name", "Beginner")), "utf-8")
    shown = checkout.git("diff").stdout
    assert "Beginner" in shown
    assert "@@" not in shown


def _file(checkout: Checkout, name: str, text: str) -> None:
    checkout.path = checkout.folder / name
    checkout.commit(text)


@needs_git
def test_that_git_merges_yaml_that_is_no_ladder_line_by_line(checkout: Checkout) -> None:
    lines = [f"step{number}: run\n" for number in range(9)]
    _file(checkout, "build.yaml", "".join(lines))
    done = checkout.branches("".join(lines[1:]), "".join([*lines[:-1], "last: step\n"]))
    assert done.returncode == 0, done.stdout + done.stderr
    assert checkout.path.read_text() == "".join([*lines[1:-1], "last: step\n"])
    assert "build.yaml" in done.stderr
    assert ".merge_file" not in done.stdout + done.stderr


@needs_git
def test_that_yaml_that_is_no_ladder_has_the_marks_of_git_where_both_changed_it(
    checkout: Checkout,
) -> None:
    _file(checkout, "build.yaml", "step: run\n")
    done = checkout.branches("step: ours\n", "step: theirs\n")
    assert done.returncode == 1
    text = checkout.path.read_text()
    assert "<<<<<<< build.yaml (ours)\nstep: ours\n=======\nstep: theirs\n>>>>>>>" in text
    assert checkout.git("status", "--porcelain").stdout.startswith("UU")


@needs_git
def test_that_the_messages_of_a_merge_name_the_file(checkout: Checkout) -> None:
    ours = changed(field("levels/P1", "name", "Beginner"))
    done = checkout.branches(ours, changed(field("levels/P1", "name", "Starter")))
    output = done.stdout + done.stderr
    assert "shop.yaml: Both changed 1 place differently." in output
    assert ".merge_file" not in output


@needs_git
def test_that_git_refuses_a_newer_format_and_leaves_ours(checkout: Checkout) -> None:
    ours = changed(field("levels/P1", "name", "Beginner"))
    newer = LADDER.replace("laddereditor: 1", "laddereditor: 99")
    done = checkout.branches(ours, newer)
    assert done.returncode != 0
    assert checkout.path.read_text("utf-8") == ours
    assert "shop.yaml (theirs)" in done.stderr
    assert checkout.git("status", "--porcelain").stdout.startswith("UU")


def _criss_cross(checkout: Checkout) -> subprocess.CompletedProcess[str]:
    """Two branches that change one summary, merge each other keeping their own, and meet again."""
    mine = changed(field("levels/P1", "summary", "Learns the trade by heart"))
    other = changed(field("levels/P1", "summary", "Learns the craft"))
    checkout.git("checkout", "-qb", "theirs")
    checkout.commit(other)
    checkout.git("checkout", "-q", checkout.main)
    checkout.commit(mine)
    ours, theirs = (checkout.git("rev-parse", name).stdout.strip() for name in ("HEAD", "theirs"))
    checkout.git("merge", theirs, "-m", "Keeps mine")
    checkout.commit(mine)
    checkout.git("checkout", "-q", "theirs")
    checkout.git("merge", ours, "-m", "Keeps theirs")
    checkout.commit(other)
    checkout.git("checkout", "-q", checkout.main)
    return checkout.git("merge", "theirs", "-m", "Both again")


@needs_git
def test_that_a_criss_cross_history_is_asked_and_no_text_goes(checkout: Checkout) -> None:
    done = _criss_cross(checkout)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Learns the trade by heart" in done.stdout
    assert "Learns the craft" in done.stdout
    assert checkout.git("status", "--porcelain").stdout.startswith("UU")


@needs_git
def test_that_git_compares_and_merges_a_file_whose_name_begins_with_a_dash(
    checkout: Checkout,
) -> None:
    _file(checkout, "-x.yaml", LADDER)
    ours = changed(field("families/sales", "name", "Shop floor"))
    done = checkout.branches(ours, changed(field("families/stock", "name", "Warehouse")))
    assert done.returncode == 0, done.stdout + done.stderr
    assert [family.name for family in checkout.ladder.families] == ["Shop floor", "Warehouse"]
    checkout.path.write_text(changed(field("levels/P1", "name", "Beginner")), "utf-8")
    shown = checkout.git("diff")
    assert shown.returncode == 0
    assert "Beginner" in shown.stdout
    checkout.path.unlink()
    assert "was removed" in checkout.git("diff").stdout
