"""Questions to the person as a Protocol: the window asks in dialogs, tests answer directly."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from laddereditor.model.address import Address
    from laddereditor.model.ladder import Ladder
    from laddereditor.presentation.export.offers import (
        ExportOffer,
        PreviewAnswer,
        PreviewRequest,
    )
    from laddereditor.presentation.export.subjects import AnyExportAnswer, ExportRequest
    from laddereditor.storage.reading.faults import Fault

SaveAnswer = Literal["save", "discard", "cancel"]
# Where an import goes: a ladder of its own, the open one, or the profiles that are there already.
ImportAnswer = Literal["new", "into", "join"]
UnreadableAnswer = Literal["again", "expand", "import", "close"]
Action = str | Mapping[str, str]  # the word on the button, or one for each value


@dataclass(frozen=True, slots=True)
class Template:
    """A ladder to start from."""

    name: str  # file name without its ending
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class NewLadder:
    """What a person answered: start from this template, under this name."""

    template: str
    name: str


@dataclass(frozen=True, slots=True)
class TakenParts:
    """What a person answered: start a ladder of this name with these parts of another one."""

    addresses: tuple["Address", ...]
    name: str


@dataclass(frozen=True, slots=True)
class PageChoice:
    """The family and the level that a page is about; "" where a person has to say it."""

    family: str  # name
    level: str  # code


@dataclass(frozen=True, slots=True)
class PageReview:
    """One page of an import, to be reviewed before it is used."""

    name: str
    choice: PageChoice  # as it was found
    families: tuple[str, ...] = ()  # names to choose from
    levels: tuple[str, ...] = ()  # codes to choose from
    found: tuple[str, ...] = ()  # "Level: P3 Journey", "24 skills" …
    notes: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()  # "line 12: …"
    is_fixed: bool = False  # whether it is about several levels or families, as a table is


@dataclass(frozen=True, slots=True)
class ImportJudgement:
    """What will come of pages, given the family and level of each."""

    outcomes: tuple[str, ...] = ()  # of each page: "adds P3 to Baker"
    here: tuple[str, ...] = ()  # profiles that the ladder has already, with other words
    differing: tuple[str, ...] = ()  # what pages say otherwise than the ladder about a level …
    is_complete: bool = True  # whether each page has a family and a level


def _no_judgement(_: Sequence[PageChoice], _alone: bool) -> ImportJudgement:
    return ImportJudgement()


@dataclass(frozen=True, slots=True)
class ImportReview:
    """The pages of an import, to be reviewed before they are used."""

    source: str  # what people call them
    pages: tuple[PageReview, ...]
    into: str = ""  # name of the open ladder they could go into, "" if there is none
    # What will come of the choices; True for pages that become a ladder of their own.
    judge: Callable[[Sequence[PageChoice], bool], ImportJudgement] = _no_judgement


@dataclass(frozen=True, slots=True)
class ImportDecision:
    """Where an import goes, and as what."""

    answer: ImportAnswer
    choices: tuple[PageChoice, ...] = ()  # of each page; none if all stay as they were found
    taken: tuple[int, ...] = ()  # which of the differing values replace the ladder's, from 0


@dataclass(frozen=True, slots=True)
class EarlierSave:
    """A state of a file that a save replaced."""

    when: str  # "Tuesday 14:03"
    size: str


@dataclass(frozen=True, slots=True)
class RecoverableWork:
    """Unsaved changes that a crash left."""

    name: str  # of the ladder
    place: str  # of its file, "" if it has none
    when: str  # "today 14:03"
    differences: str  # "2 profiles changed"


@dataclass(frozen=True, slots=True)
class RecoveryAnswer:
    """The decision about some of the changes that a crash left; the others are kept."""

    rows: tuple[int, ...]
    discard: bool = False


@dataclass(frozen=True, slots=True)
class PublishOffer:
    """What a ladder can be published as."""

    name: str  # of the ladder
    last: str  # version published last, "" for the first publication
    numbers: tuple[tuple[str, str], ...]  # ("major", "3.0.0") … the largest step first
    author: str  # a proposal


@dataclass(frozen=True, slots=True)
class PublishAdvice:
    """The suggested version number of a publication, as far as known."""

    version: str  # one of the offer's numbers or a higher one; "" if it is unknown
    headline: str  # "A major version is suggested:"
    reasons: tuple[str, ...]
    draft: str = ""  # a proposal for the summary, from the change note
    note: "Callable[[str], ExportOffer] | None" = None  # makes the change note for a number


@dataclass(frozen=True, slots=True)
class PublishAnswer:
    """How a person wants a ladder to be published."""

    version: str
    summary: str
    author: str


class Dialogs(Protocol):
    """Everything the program may ask. Each method returns a value; None means cancelled."""

    def files_to_open(self, folder: Path) -> list[Path]:
        """Ask which ladder files to open."""

    def folder_to_open(self, folder: Path) -> list[Path]:
        """Ask which folder with the files of a ladder to open; none if it was cancelled."""

    def ladder_to_choose(self, folder: Path, title: str) -> Path | None:
        """Ask for one ladder file; `title` says for what."""

    def file_to_save(self, proposal: Path) -> Path | None:
        """Ask where to save; overwriting was confirmed."""

    def export(self, request: "ExportRequest") -> "AnyExportAnswer | None":
        """Ask what to export, as what, in which file and for whom."""

    def export_to_save(self, proposal: Path, kind: str) -> Path | None:
        """Ask where to save an export of a kind; overwriting was confirmed."""

    def pages_to_import(self, folder: Path) -> list[Path]:
        """Ask which files to import."""

    def folder_to_import(self, folder: Path) -> Path | None:
        """Ask for a folder whose files are imported together."""

    def forms_to_read(self, folder: Path) -> list[Path]:
        """Ask which filled self-assessment forms to read."""

    def list_of_titles(self, folder: Path) -> Path | None:
        """Ask which list of job titles to open."""

    def save_changes(self, names: list[str]) -> SaveAnswer:
        """Ask what to do with unsaved changes in the ladders named."""

    def choose(
        self,
        title: str,
        text: str,
        choices: list[tuple[str, str]],
        action: Action,
        now: str | None = None,
    ) -> str | None:
        """Ask to choose one of several things.

        Args:
            title: The title of the dialog.
            text: The question.
            choices: The value and the words of each choice.
            action: The word on the button, or one for each value.
            now: The value that is set at first, if not the first one.

        Returns:
            The chosen value.
        """

    def line(self, title: str, label: str, value: str, action: str) -> str | None:
        """Ask for one line of text.

        Args:
            title: The title of the dialog.
            label: What is asked for.
            value: The text that is there at first.
            action: The word on the button.

        Returns:
            The text; None if the person cancels.
        """

    def paragraph(self, title: str, label: str, value: str, action: str) -> str | None:
        """Ask for a text of several lines.

        Args:
            title: The title of the dialog.
            label: What is asked for.
            value: The text that is there at first.
            action: The word on the button.

        Returns:
            The text; None if the person cancels.
        """

    def show_message(self, title: str, text: str, details: str = "") -> None:
        """Show an important message, and wait until it is closed.

        Args:
            title: The title of the dialog.
            text: The message.
            details: More of it, which can be expanded and copied.
        """

    def confirm(self, title: str, text: str, action: str, *, final: bool = False) -> bool:
        """Ask whether to continue.

        Args:
            title: The title of the dialog.
            text: The question.
            action: The word on the button.
            final: What it does cannot be undone, so that Enter cancels.
        """

    def new_ladder(self, templates: list[Template]) -> NewLadder | None:
        """Ask for a template and a name."""

    def parts_to_take(self, ladder: "Ladder") -> TakenParts | None:
        """Ask which parts of a ladder another one is to start with, and for its name."""

    def review_import(self, review: ImportReview) -> ImportDecision | None:
        """Show what an import found and ask where it goes; None leaves it out."""

    def unreadable(self, path: Path, faults: "tuple[Fault, ...]") -> UnreadableAnswer:
        """Show what keeps a file from opening, and ask whether to try again or open a copy."""

    def preview(self, request: "PreviewRequest") -> "PreviewAnswer | None":
        """Show offers before one leaves the program, and ask what to do with it and for whom."""

    def publish(
        self,
        offer: PublishOffer,
        advise: Callable[[Callable[[PublishAdvice], None]], None],
        write_note: "Callable[[ExportOffer], None]",
    ) -> PublishAnswer | None:
        """Ask for the number, summary and author of a new version.

        Args:
            offer: What is published, and the values that are there at first.
            advise: Finds out in a job what number is suggested, and passes it to the function that
                it is given.
            write_note: Shows the change note, to be copied, saved or printed before the
                publication.

        Returns:
            The answer; None if the person cancels.
        """

    def earlier_save(
        self,
        name: str,
        saves: list[EarlierSave],
        describe: Callable[[int, Callable[[str], None]], None],
    ) -> int | None:
        """Ask which earlier save to restore.

        Args:
            name: The name of the ladder.
            saves: The saves, newest first.
            describe: Called with the index of a save and a function; finds out in a job how the
                save differs and passes that in words to the function.

        Returns:
            The index of the save; None if the person cancels.
        """

    def recover_work(self, works: list[RecoverableWork]) -> RecoveryAnswer | None:
        """Show all unsaved changes that crashes left, and ask which to restore or discard."""


# Called for every question, so that whoever asks needs no window, and tests may answer instead.
GetDialogs = Callable[[], Dialogs]
