"""What a save that was killed leaves behind."""

from pathlib import Path

from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import new_document
from laddereditor.storage.files.ladder_files import save_ladder


def test_that_a_save_clears_what_a_killed_save_left_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "tech.yaml"
    left = tmp_path / ".tech.yaml.ab3_x9zq.tmp"
    others = [
        tmp_path / name
        for name in (".tech.yaml.mine.tmp", "tech.yaml.ab3_x9zq.tmp", ".other.yaml.ab3_x9zq.tmp")
    ]
    for file in (left, *others):
        file.write_text("text", "utf-8")
    save_ladder(path, new_document(Ladder(laddereditor=1)), None)
    assert not left.exists()
    assert all(file.exists() for file in others)
