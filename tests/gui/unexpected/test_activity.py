"""The words for where an error occurred follow the places of the code."""

import pytest

from laddereditor.presentation.unexpected.activity import PLACES
from tests.test_names import SOURCE


@pytest.mark.parametrize("start", PLACES)
def test_that_the_code_that_has_words_of_its_own_exists(start: str) -> None:
    assert any(
        path.relative_to(SOURCE).as_posix().startswith(start) for path in SOURCE.rglob("*.py")
    )
