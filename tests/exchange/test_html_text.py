"""The text that a reader sees of a page saved as HTML."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from laddereditor.exchange.html_text import is_html, text_of_html


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<h2>Skills</h2><p>Ovens</p>", "## Skills\nOvens"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ul><li>a<li>b</ul>", "- a\n- b"),
        ("<p>one<br>two</p>", "one\ntwo"),
        ("<p>two\n  words <b>and</b> more</p>", "two words and more"),
        ("<dl><dt>Scope</dt><dd>One oven</dd></dl>", "Scope\nOne oven"),
        ("<div><span>Bread II</span><span>Bread 2</span></div>", "Bread II · Bread 2"),
        ("<h1><span>P2</span>P2 — Journey</h1>", "# P2P2 — Journey"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", "a\tb\nc\td"),
        ("<table><tr><td><p>1</p><p>2</p></td><td>3<br>4</td></tr></table>x", "1 2\t3 4\nx"),
        ("<table><tr><td>a</td><td><ul><li>b</li><li>c</li></ul></td></tr></table>", "a\tb · c"),
        ("<p>R&amp;D &lt;3</p>", "R&D <3"),
        ("<script>hidden()</script><style>p {}</style><p>seen</p>", "seen"),
        ("<div hidden>no</div><div style='display: none'>no</div><p>yes</p>", "yes"),
        ("<p hidden>no<p>yes</p>", "yes"),
        ("<p>open <div>inner", "open\ninner"),
    ],
)
def test_that_the_text_is_what_a_reader_sees(source: str, text: str) -> None:
    assert [line.rstrip() for line in text_of_html(source).splitlines()] == text.splitlines()


def test_that_text_with_a_sign_or_a_tag_is_not_taken_for_a_page() -> None:
    assert not is_html("What you'd do\n- Keeps A < B and <ul> in order\n")
    assert is_html("<html><body><p>x</p></body></html>")


@settings(max_examples=examples(60), deadline=None)
@given(
    words=st.lists(st.sampled_from(["loaf", "rye", "oven", "night"]), min_size=1, max_size=12),
    tags=st.lists(st.sampled_from(["p", "div", "li", "td", "tr", "span", "b", "h3", "dd", "br"])),
)
def test_that_no_word_is_lost_however_the_tags_are_nested(
    words: list[str], tags: list[str]
) -> None:
    pieces = [f"<{tags[at % len(tags)]}>{word}" if tags else word for at, word in enumerate(words)]
    ends = "".join(f"</{tag}>" for tag in tags)
    text = text_of_html(" ".join(pieces) + ends)
    assert text.replace("·", " ").replace("#", " ").replace("-", " ").split() == words


def test_that_a_large_page_takes_no_time() -> None:
    source = "<ul>" + "<li>Bakes <b>bread</b><span>x</span><span>y</span></li>" * 20_000 + "</ul>"
    before = time.perf_counter()
    assert text_of_html(source).count("\n") == 19_999
    assert time.perf_counter() - before < 10
