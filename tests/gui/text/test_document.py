"""What is put into a document of Qt comes out again, sign by sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from laddereditor.gui.text.document import (
    cursor_at,
    insert_text,
    put_text,
    selected_text,
    selection_in,
    text_of,
)

SIGNS = "a\n\t\r\v\x07\u00a0\u202f\u2028\u2029\u200d\u0301🚀🇩🇪שﷺ\ufdd0\ufdd1\ufffd\ufffc\ufeff"


@pytest.mark.usefixtures("qapp")
@given(st.text(alphabet=SIGNS), st.text(alphabet=SIGNS), st.data())
def test_that_every_sign_stays(text: str, more: str, data: st.DataObject) -> None:
    document = QTextDocument()
    put_text(document, text)
    assert text_of(document) == text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cursor = cursor_at(document, text, start, end)
    assert selected_text(cursor) == text[start:end]
    assert selection_in(cursor, text) == (start, end)
    insert_text(cursor, more)
    assert text_of(document) == text[:start] + more + text[end:]


@pytest.mark.usefixtures("qapp")
def test_that_what_is_typed_beside_a_paragraph_separator_stays_what_it_is() -> None:
    document = QTextDocument()
    put_text(document, "a\u2029b")
    cursor = QTextCursor(document)
    cursor.setPosition(2)
    cursor.insertText("c\u00a0")
    assert text_of(document) == "a\u2029c\u00a0b"
