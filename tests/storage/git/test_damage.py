"""What a damaged repository raises, and what is a mistake of the program."""

import pytest
from dulwich.objects import Tree

from laddereditor.storage.git.damage import is_damage


def test_that_an_error_from_within_the_library_is_damage_and_one_of_ours_is_not() -> None:
    with pytest.raises(Exception) as caught:
        Tree.from_string(None).items()  # type: ignore[arg-type]
    assert is_damage(caught.value)
    assert is_damage(KeyError(b"a commit"))
    assert not is_damage(AttributeError("a mistake"))
