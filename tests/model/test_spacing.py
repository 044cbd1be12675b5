"""Spaces between words."""

from laddereditor.model.spacing import single_spaced


def test_that_spaces_line_ends_and_tabs_in_a_row_become_one_space() -> None:
    assert single_spaced("  Bakes\t bread\n\nand\u00a0rolls ") == "Bakes bread and rolls"


def test_that_a_text_of_spaces_becomes_empty() -> None:
    assert single_spaced(" \n\t") == ""
