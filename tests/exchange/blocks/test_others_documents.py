"""What people write in documents of their own that are no tidy lists below headings."""

from tests.exchange.blocks.test_readers import html, markdown, shown

from laddereditor.exchange.blocks.document_import import read_document
from laddereditor.exchange.blocks.document_workbook import workbook_of_document
from laddereditor.exchange.blocks.importing import import_document, is_document
from laddereditor.exchange.tables import applied, recognised
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import statement_text

NAMES = ((1, "Learner"), (2, "Master"))


def imported(text: str, name: str = "x.md") -> Ladder:
    workbook = workbook_of_document(read_document(text.encode(), name), name).workbook
    return applied(workbook, recognised(workbook)).ladder


def said(ladder: Ladder) -> dict[tuple[str, str], list[str]]:
    """The statements of levels, and of the only family, by level and competency."""
    names = {one.id: one.name for one in ladder.competencies}
    levels = {one.id: one.name or one.id for one in ladder.levels}
    holders = [(one.id, one.expectations) for one in ladder.levels]
    holders += [(p.level, p.expectations) for one in ladder.families for p in one.profiles]
    return {
        (levels[level], names[key]): [statement_text(one) for one in texts]
        for level, expectations in holders
        for key, texts in expectations.items()
    }


# -- terms and headings -------------------------------------------------------------------------

TERMS = """# Ferry crew

## Junior Mate

### Skills

**Ropes**: Ties the boat with two knots.

**Engine**: Reads the gauges and calls the engineer.

### On board

**Guests**: Shows people to their seats.

## Senior Mate

### Skills

**Ropes**: Chooses the mooring for the wind that is forecast.

**Engine**: Finds out why the engine stops.

### On board

**Guests**: Settles quarrels at the gangway.
"""


def test_that_paragraphs_that_begin_with_a_term_are_competencies_in_groups() -> None:
    ladder = imported(TERMS)
    found = said(ladder)
    assert found["Junior Mate", "Ropes"] == ["Ties the boat with two knots."]
    assert found["Senior Mate", "Guests"] == ["Settles quarrels at the gangway."]
    groups = {one.name: one.group for one in ladder.competencies}
    assert groups == {"Ropes": "Skills", "Engine": "Skills", "Guests": "On board"}


def test_that_a_single_remark_in_bold_stays_a_paragraph() -> None:
    text = "# T\n\n## Junior\n\n**Note:** ask the crew.\n\n- Rows\n\n## Senior\n\n- Steers\n"
    found = markdown(text)
    assert found[1] == "Note: ask the crew."


def test_that_a_heading_with_entries_of_its_own_among_groups_is_a_competency() -> None:
    levels = "".join(
        f"## {level} Gardener\n\n### Basics\n\n- Waters {what} beds\n\n"
        f"### Garden\n\n#### Soil\n\n- Digs {what} rows\n\n#### Trees\n\n- Prunes {what} trees\n\n"
        for level, what in (("Junior", "two"), ("Senior", "all"))
    )
    found = said(imported(f"# Garden\n\n{levels}"))
    assert found["Junior Gardener", "Basics"] == ["Waters two beds"]
    assert found["Senior Gardener", "Trees"] == ["Prunes all trees"]


def test_that_sentences_below_skills_are_statements_beside_other_competencies() -> None:
    levels = "".join(
        f"## {level} Tailor\n\n### Skills\n\n- Cuts {what} cloth without waste\n"
        f"- Sews {what} seams by hand\n\n### Guests\n\n- Measures {what} people\n\n"
        for level, what in (("Junior", "plain"), ("Senior", "fine"))
    )
    ladder = imported(f"# Tailors\n\n{levels}")
    assert len(said(ladder)["Senior Tailor", "Skills"]) == 2
    assert not ladder.skills


def test_that_names_below_skills_stay_skills() -> None:
    levels = "".join(
        f"## {level} Tailor\n\n### Skills\n\n- Sewing machine\n- Iron\n\n"
        f"### Guests\n\n- Measures {what} people by eye\n\n"
        for level, what in (("Junior", "some"), ("Senior", "all"))
    )
    assert {one.name for one in imported(f"# T\n\n{levels}").skills} == {"Sewing machine", "Iron"}


# -- levels in lists ----------------------------------------------------------------------------


def test_that_entries_that_begin_with_a_level_are_below_it() -> None:
    text = "# Scouts\n\n## Maps\n\n- L1 — Reads a legend\n- L2 — Finds the way at night\n\n"
    text += "## Fire\n\n- L1 — Gathers dry wood\n- L2 — Cooks for twenty people\n"
    ladder = imported(text)
    assert [one.name or one.id for one in ladder.levels] == ["L1", "L2"]
    found = said(ladder)
    assert found["L2", "Maps"] == ["Finds the way at night"]
    assert found["L1", "Fire"] == ["Gathers dry wood"]


def test_that_entries_with_other_words_before_a_colon_stay_whole() -> None:
    text = "# T\n\n## Junior\n\n- Boat: clean it\n- Net: mend it\n\n## Senior\n\n- Boat: sell it\n"
    blocks = workbook_of_document(read_document(text.encode(), "x.md"), "x.md").workbook.grids[0]
    texts = [cell.text for row in blocks.rows for cell in row if cell.text]
    assert "Boat: clean it" in texts


# -- the corner of a table ----------------------------------------------------------------------


def test_that_a_corner_that_names_levels_and_skills_is_of_levels() -> None:
    page = (
        "<table><tr><th>Level/Skill</th><th>Ovens</th><th>Guests</th></tr>"
        "<tr><td>1</td><td>Lights the oven when a baker says so</td>"
        "<td>Greets the people who come in</td></tr>"
        "<tr><td>2</td><td>Plans what is in the oven at every hour</td>"
        "<td>Answers complaints about the bread</td></tr></table>"
    )
    ladder = imported(page)
    found = said(ladder)
    assert len(ladder.levels) == 2
    assert sorted({competency for _, competency in found}) == ["Guests", "Ovens"]


# -- web pages ----------------------------------------------------------------------------------

VUE = """<template>
  <section>
    <div class="sidebar">
      <ul><li><a>Junior Diver</a></li><li><a>Senior Diver</a></li></ul>
    </div>
    <div>
      <h2 id="junior">Junior Diver <a href="#junior">#</a></h2>
      <ul><li>Checks the bottles before a dive</li></ul>
      <h2 id="senior">Senior Diver <a href="#senior">¶</a></h2>
      <ul><li>Leads groups to the wreck</li></ul>
    </div>
  </section>
</template>

<script>
export default { name: "divers" };
</script>
"""


def test_that_the_template_of_a_vue_component_is_read_as_a_page() -> None:
    assert is_document(VUE.encode(), "divers.vue")
    document = read_document(VUE.encode(), "divers.vue")
    assert shown(document.blocks) == [
        "# Junior Diver",
        "- Checks the bottles before a dive",
        "# Senior Diver",
        "- Leads groups to the wreck",
    ]
    assert document.blocks[0].line == 7
    assert "1 list of links to other places left out." in document.notes


def test_that_a_side_bar_with_a_text_to_read_stays() -> None:
    long = "The captain of a boat decides who sails, and writes it into the book every evening."
    found = html(f'<div class="sidebar"><a href="a">A</a> <a href="b">B</a><p>{long}</p></div>')
    assert long in found


def test_that_a_list_of_links_to_the_same_page_is_no_list_of_statements() -> None:
    here = '<ul><li><a href="#a">A</a></li><li><a href="#b">B</a></li></ul>'
    found = html(f"{here}<h2>A</h2><p>t</p>")
    assert found == ["# A", "t"]
    kept = html(here.replace("#", "https://example.org/"))
    assert kept == ["- A", "- B"]


MDX = """---
title: Divers
---
import { Box } from "../box";

export const shown = true;

## Junior Diver

<Box kind="note">

- Checks the bottles before a dive

</Box>

## Senior Diver

{/* to be written */}

- Leads groups to the wreck
"""


def test_that_mdx_is_read_without_its_code() -> None:
    result = import_document(MDX.encode(), "divers.mdx").result
    family = result.ladder.families[0]
    duties = [one.responsibilities for one in family.profiles]
    assert duties == [("Checks the bottles before a dive",), ("Leads groups to the wreck",)]
    assert not result.not_understood
    blocks = read_document(MDX.encode(), "divers.mdx").blocks
    assert [one.line for one in blocks] == [8, 12, 16, 20]


def test_that_paragraphs_of_a_level_are_statements_where_there_are_no_lists() -> None:
    text = "# Bakery\n\n## Level 1\n\nShapes loaves.\n\nCleans the oven.\n\n## Level 2\n\n"
    ladder = imported(f"{text}Plans the night.\n\nTeaches the others.\n")
    first = ladder.families[0].profiles[0]
    assert first.responsibilities == ("Shapes loaves.", "Cleans the oven.")
    assert not first.summary
    with_list = imported(f"{text}Plans the night.\n\n- Teaches the others\n")
    assert with_list.families[0].profiles[0].summary == "Shapes loaves.\n\nCleans the oven."


def test_that_one_paragraph_of_a_level_is_its_summary() -> None:
    ladder = imported("# Bakery\n\n## Level 1\n\nShapes loaves.\n\n## Level 2\n\nPlans.\n")
    assert [one.summary for one in ladder.families[0].profiles] == ["Shapes loaves.", "Plans."]


def test_that_a_line_in_bold_with_one_in_italics_is_a_heading() -> None:
    levels = "".join(f"**L{n} - {name}**\n*In short {n}*\n\n- Does {n}\n\n" for n, name in NAMES)
    ladder = imported(f"# Bakery\n\n{levels}")
    assert [level.id for level in ladder.levels] == ["L1", "L2"]
    profiles = ladder.families[0].profiles
    assert [one.summary for one in profiles] == ["In short 1", "In short 2"]
    assert [one.responsibilities for one in profiles] == [("Does 1",), ("Does 2",)]


def test_that_a_table_of_what_not_to_do_is_left_out() -> None:
    def table(first: str, second: str) -> str:
        rows = f"| Ovens | {first} | {second} |\n| Guests | Greets | Listens |"
        return f"| | Junior | Senior |\n|---|---|---|\n{rows}\n\n"

    text = f"# Baker\n\n## Red flags\n\n{table('Forgets', 'Hides')}"
    text += f"## What we expect\n\n{table('Heats', 'Mends')}"
    ladder = imported(text)
    assert [family.name for family in ladder.families] == ["Baker"]
    assert "Forgets" not in str(ladder)
    assert "Mends" in str(ladder)
