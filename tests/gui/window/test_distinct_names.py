"""No two tabs have one name."""

from pathlib import Path

from laddereditor.presentation.window.distinct_names import distinct_names


def test_that_ladders_of_one_name_are_distinguished_by_their_folder() -> None:
    one, two, other = Path("/a/x/l.yaml"), Path("/a/y/l.yaml"), Path("/a/x/m.yaml")
    assert distinct_names([("l.yaml", one), ("m.yaml", other), ("l.yaml", two)]) == [
        "l.yaml — x",
        "m.yaml",
        "l.yaml — y",
    ]


def test_that_as_much_of_the_folder_is_named_as_tells_them_apart() -> None:
    one, two = Path("/a/x/z/l.yaml"), Path("/a/y/z/l.yaml")
    assert distinct_names([("l.yaml", one), ("l.yaml", two)]) == ["l.yaml — x/z", "l.yaml — y/z"]


def test_that_ladders_without_a_file_are_numbered() -> None:
    assert distinct_names([("New", None), ("New", None)]) == ["New (1)", "New (2)"]
