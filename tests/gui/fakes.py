"""Stand-ins for the side effects of the window: questions are answered at once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import (
    Action,
    EarlierSave,
    ImportDecision,
    ImportReview,
    NewLadder,
    PublishAdvice,
    PublishAnswer,
    PublishOffer,
    RecoverableWork,
    RecoveryAnswer,
    SaveAnswer,
    TakenParts,
    Template,
    UnreadableAnswer,
)
from laddereditor.presentation.export.offers import (
    ExportOffer,
    PreviewAnswer,
    PreviewRequest,
)
from laddereditor.presentation.export.subjects import AnyExportAnswer, ExportRequest
from laddereditor.storage.reading.faults import Fault


@dataclass
class FakeDialogs:
    """Answers from `answers` by method name, and remembers what was asked.

    An answer may be a value or a function of what was asked. A question without an answer is an
    error, so that no test passes by an unexpected dialog.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)

    def _answer(self, name: str, *what: Any) -> Any:
        self.asked.append((name, what))
        if name not in self.answers:
            raise AssertionError(f"an unexpected question: {name} {what}")
        answer = self.answers[name]
        return answer(*what) if isinstance(answer, Callable) else answer  # type: ignore[arg-type]

    def folder_to_open(self, folder: Path) -> list[Path]:
        return self._answer("folder_to_open", folder)

    def files_to_open(self, folder: Path) -> list[Path]:
        return self._answer("files_to_open", folder)

    def ladder_to_choose(self, folder: Path, title: str) -> Path | None:
        return self._answer("ladder_to_choose", folder, title)

    def file_to_save(self, proposal: Path) -> Path | None:
        return self._answer("file_to_save", proposal)

    def export(self, request: ExportRequest) -> AnyExportAnswer | None:
        return self._answer("export", request)

    def export_to_save(self, proposal: Path, kind: str) -> Path | None:
        return self._answer("export_to_save", proposal, kind)

    def pages_to_import(self, folder: Path) -> list[Path]:
        return self._answer("pages_to_import", folder)

    def forms_to_read(self, folder: Path) -> list[Path]:
        return self._answer("forms_to_read", folder)

    def folder_to_import(self, folder: Path) -> Path | None:
        return self._answer("folder_to_import", folder)

    def list_of_titles(self, folder: Path) -> Path | None:
        return self._answer("list_of_titles", folder)

    def save_changes(self, names: list[str]) -> SaveAnswer:
        return self._answer("save_changes", names)

    def choose(
        self,
        title: str,
        text: str,
        choices: list[tuple[str, str]],
        action: Action,
        now: str | None = None,
    ) -> str | None:
        assert now is None or now in dict(choices)
        words = {action} if isinstance(action, str) else {action[value] for value, _ in choices}
        assert all(words), f"no words on the button: {title}"
        return self._answer("choose", title, text, choices)

    def line(self, title: str, label: str, value: str, action: str) -> str | None:
        return self._answer("line", title, label, value)

    def paragraph(self, title: str, label: str, value: str, action: str) -> str | None:
        return self._answer("paragraph", title, label, value)

    def show_message(self, title: str, text: str, details: str = "") -> None:
        self.asked.append(("show_message", (title, text, details)))

    def confirm(self, title: str, text: str, action: str, *, final: bool = False) -> bool:
        return self._answer("confirm", title, text, action)

    def new_ladder(self, templates: list[Template]) -> NewLadder | None:
        return self._answer("new_ladder", templates)

    def parts_to_take(self, ladder: Ladder) -> TakenParts | None:
        return self._answer("parts_to_take", ladder)

    def review_import(self, review: ImportReview) -> ImportDecision | None:
        return self._answer("review_import", review)

    def unreadable(self, path: Path, faults: tuple[Fault, ...]) -> UnreadableAnswer:
        return self._answer("unreadable", path, faults)

    def preview(self, request: PreviewRequest) -> PreviewAnswer | None:
        return self._answer("preview", request)

    def publish(
        self,
        offer: PublishOffer,
        advise: Callable[[Callable[[PublishAdvice], None]], None],
        write_note: Callable[[ExportOffer], None],
    ) -> PublishAnswer | None:
        return self._answer("publish", offer, advise)

    def earlier_save(
        self,
        name: str,
        saves: list[EarlierSave],
        describe: Callable[[int, Callable[[str], None]], None],
    ) -> int | None:
        return self._answer("earlier_save", name, saves, describe)

    def recover_work(self, works: list[RecoverableWork]) -> RecoveryAnswer | None:
        return self._answer("kept_work", works)
