"""Tests of the files that travel with the program."""

import pytest
import yaml

from laddereditor.assets import resource, word_list

_NAMES = sorted(
    one.name.removesuffix(".yaml")
    for one in resource("words").iterdir()
    if one.name.endswith(".yaml")
)


@pytest.mark.parametrize("name", _NAMES)
def test_that_word_lists_are_read_as_the_parser_in_python_reads_them(name: str) -> None:
    assert word_list(name) == yaml.safe_load(resource("words", f"{name}.yaml").read_text("utf-8"))
