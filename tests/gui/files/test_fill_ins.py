"""A template to fill in is chosen and saved from the window, without a ladder too."""

from pathlib import Path
from typing import Any

from laddereditor.gui.files.fill_ins import FillIns
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.reports.fill_in.templates import FILL_INS
from laddereditor.storage.files.ladder_files import SaveFailed
from tests.gui.fakes import FakeDialogs


class AtOnce:
    """Runs each job at once."""

    def run(self, work: Any, done: Any, failed: Any) -> None:
        try:
            result = work(None)
        except SaveFailed as error:
            failed(error)
        else:
            done(result)


def fill_ins(dialogs: FakeDialogs, notices: list[str]) -> FillIns:
    workspace = Workspace(None)
    workspace.disk = AtOnce()  # type: ignore[assignment]
    workspace.notice.connect(notices.append)
    return FillIns(workspace, lambda: dialogs, Settings())


def test_that_a_chosen_template_is_saved(qapp: object, tmp_path: Path) -> None:
    out, notices = tmp_path / "mine.xlsx", list[str]()
    dialogs = FakeDialogs({"choose": "levels-across", "export_to_save": out})
    fill_ins(dialogs, notices).save()
    (_, (_, _, choices, *_)), (_, (proposal, _)) = dialogs.asked
    assert [value for value, _ in choices] == [one.name for one in FILL_INS]
    assert proposal.name == "levels-across.xlsx"
    assert out.read_bytes().startswith(b"PK")
    assert "Import" in notices[0]


def test_that_cancelling_writes_nothing(qapp: object, tmp_path: Path) -> None:
    for answers in ({"choose": None}, {"choose": "skills", "export_to_save": None}):
        fill_ins(FakeDialogs(dict(answers)), []).save()
    assert list(tmp_path.iterdir()) == []


def test_that_a_file_that_cannot_be_written_is_said(qapp: object, tmp_path: Path) -> None:
    dialogs = FakeDialogs(
        {"choose": "skills", "export_to_save": tmp_path / "no" / "x.xlsx", "show_message": None}
    )
    fill_ins(dialogs, []).save()
    assert dialogs.asked[-1][0] == "show_message"
