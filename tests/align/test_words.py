"""Which words are marked, told by example."""

import pytest

from laddereditor.align.marks import Mark
from laddereditor.align.words import word_marks

_SIGNS = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}


def _shown(before: str, after: str) -> str:
    return "".join(_SIGNS[mark.kind].format(mark.text) for mark in word_marks(before, after))


def test_that_equal_texts_are_one_run() -> None:
    assert word_marks("a b", "a b") == (Mark("same", "a b"),)
    assert word_marks("", "") == ()


@pytest.mark.parametrize(
    "shown",
    [
        "Works [-within-][+beyond+] a project",
        "Plans the [+whole +]day",
        "Plans the [-whole -]day",
        "Keeps records[+ current+]",
        "[-Always -]keeps records",
        "Closes deals of up to [-50,000-][+250,000+] euros",
        "Growth of [-1.5-][+15+] %",
        "Writes [-C++-][+C#+] code",
        "Leads the [-first and the second-][+third and the fourth+] line",
        "Drafts [-standard-][+complex+] agreements [-from the-][+without+] templates",
        "[-Qualitätssicherungsmaßnahmen-][+Qualitätssicherungskonzepte+] planen",
        "Works alone[+, also at night+].",
        "The [-employee's-][+team's+] plan",
        "[-👩‍💻-][+👨‍💻+] codes",
        "[-नमस्ते-][+नमस्कार+] दुनिया",
        "负责[-单-][+多+]个项目的质量检查",
        "[-月次-][+四半期+]報告書を作成する",
    ],
)
def test_that_marks_read_well(shown: str) -> None:
    before, after = _sides(shown)
    assert _shown(before, after) == shown


def _sides(shown: str) -> tuple[str, str]:
    """Return the two texts that a text with marks tells of."""
    before, after = shown, shown
    for opening, closing in (("[-", "-]"), ("[+", "+]")):
        while opening in before:
            start, end = before.index(opening), before.index(closing)
            said = before[start + 2 : end] if opening == "[-" else ""
            before = before[:start] + said + before[end + 2 :]
        while opening in after:
            start, end = after.index(opening), after.index(closing)
            said = after[start + 2 : end] if opening == "[+" else ""
            after = after[:start] + said + after[end + 2 :]
    return before, after


def test_that_texts_with_nothing_in_common_are_two_runs() -> None:
    marks = word_marks("Counts the stock of one aisle", "Hires and trains a team")
    assert [mark.kind for mark in marks] == ["gone", "new"]


def test_that_a_lone_linking_word_goes_with_the_changes_around_it() -> None:
    marks = word_marks("Books rooms and flights", "Cleans halls and yards")
    assert [mark.kind for mark in marks] == ["gone", "new"]


def test_that_a_decomposed_accent_stays_with_its_letter() -> None:
    assert _shown("Re\u0301sume\u0301 lesen", "Resume lesen") == (
        "[-Re\u0301sume\u0301-][+Resume+] lesen"
    )


def test_that_changed_space_is_marked_as_such() -> None:
    assert _shown("one\ntwo", "one two") == "one[-\n-][+ +]two"


def test_that_a_distinctive_word_is_kept_rather_than_words_around_it() -> None:
    shown = _shown("planning of the and", "of the and planning")
    assert shown == "[+of the and +]planning[- of the and-]"
