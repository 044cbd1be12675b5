"""The Titles view: a list of job titles, and the profile of each."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from laddereditor.compare.titles.learning import NewTitles
from laddereditor.compare.titles.whole_list import MatchingCancelled
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.known_titles import add_known_titles
from laddereditor.edits.reading.conventions import Conventions
from laddereditor.exchange.csv_text import TextTable, read_file
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.titlelist.list_columns import ColumnWishes, Purpose, UnknownColumns
from laddereditor.gui.export.files import files_of
from laddereditor.gui.files.reachable import with_reachable
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.titles.bar import TitlesBar
from laddereditor.gui.titles.sheet import TitlesSheet
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.presentation.files.home import home_folder
from laddereditor.presentation.titles.learning import learning_words
from laddereditor.presentation.titles.page import TitlesPage
from laddereditor.presentation.titles.printed import titles_offer
from laddereditor.presentation.titles.work import MAX_SHOWN, TitleWork
from laddereditor.session.jobs import Job, JobProgress
from laddereditor.session.session import Session
from laddereditor.session.title_list import (
    ListOutput,
    match_list,
    output,
    read_title_list,
    titles_to_learn,
)
from laddereditor.storage.files.ladder_files import SaveFailed, save_bytes

_EMPTY = (
    "Open a list of job titles as CSV: each title gets the profile of this ladder that it belongs "
    "to, or candidates to choose among. The list itself is not changed, and nothing of it goes "
    "into the ladder unless you add it."
)
_NO_WISHES = ColumnWishes({})


class TitlesView(QWidget):
    """Shows the list of the active ladder; each open ladder may have one."""

    export_kind = "the titles"

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("titlesView")
        self.setAccessibleName("Job titles and their profiles")
        self._workspace, self._dialogs = workspace, dialogs
        self._works: dict[Session, TitleWork] = {}
        self._job: Job | None = None
        self._filter = ""  # of the rows that the sheet has
        self._seen = DrawWhileSeen(self, self._draw)
        self.bar = TitlesBar(self)
        self.sheet = TitlesSheet(self)
        self._empty = PlainLabel(_EMPTY, role="text_muted", wrap=True, parent=self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(*(4 * current_theme().space("l"),) * 4)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self._focus = FocusPassing(self, self.bar.open_button)
        self._listen()
        self._seen.now()

    def _listen(self) -> None:
        self.bar.open_wanted.connect(self.open_list)
        self.bar.save_wanted.connect(self.save_list)
        self.bar.confirm_all_wanted.connect(self._confirm_all)
        self.bar.learn_wanted.connect(self.learn)
        self.bar.again_wanted.connect(self._match_again)
        self.bar.cancel_wanted.connect(self._cancel_by_hand)
        self.bar.filter_chosen.connect(self._seen.now)
        self.sheet.decided.connect(self._decide)
        self.sheet.confirm_wanted.connect(self._confirm)
        self.sheet.other_wanted.connect(self._choose_other)
        self._workspace.session_changed.connect(self._seen.now)
        self._workspace.changed.connect(self._seen.now)
        self._workspace.closed.connect(lambda session: self._works.pop(session, None))
        self._workspace.may_close.append(self._may_close)

    @property
    def work(self) -> TitleWork | None:
        """The list of the active ladder."""
        session = self._workspace.session
        return self._works.get(session) if session else None

    def refresh(self) -> None:
        """Redraw with the current colours and text size."""
        self.sheet.refresh()

    def offers(self) -> tuple[ExportOffer, ...]:
        """Return the rows that the filter shows, if there is a list."""
        session, work = self._workspace.session, self.work
        if session is None or work is None:
            return ()
        files = (work.path, *files_of(session.ladder, self._workspace.sessions))
        return (titles_offer(work, self.bar.filter, files),)

    # -- opening ------------------------------------------------------------------------------

    def open_list(self) -> None:
        """Ask for a list and find its profiles."""
        session = self._workspace.session
        if session is None or not self._may_leave(self.work):
            return
        path = session.path
        folder = path.parent if path else home_folder()
        with_reachable(self._workspace, folder, partial(self._ask_and_read, session))

    def _ask_and_read(self, session: Session, folder: Path) -> None:
        path = self._dialogs.list_of_titles(folder)
        if path is not None:
            self.read(session, path)

    def read(self, session: Session, path: Path) -> None:
        """Read a list and find its profiles in a ladder.

        Args:
            session: The open ladder.
            path: The list.
        """

        def failed(error: Exception) -> None:
            if not isinstance(error, ImportRefused):
                raise error
            self._dialogs.show_message("The list was not opened", str(error))

        self._cancel()
        self._workspace.disk.run(
            lambda _: read_file(path), partial(self._find, session, path, _NO_WISHES), failed
        )

    def _find(self, session: Session, path: Path, wishes: ColumnWishes, table: TextTable) -> None:
        ladder = session.ladder
        conventions = Conventions(ladder.language, self._workspace.locale)

        def find(progress: JobProgress) -> TitleWork:
            titles = read_title_list(table, ladder, wishes, conventions)
            matched = match_list(titles, ladder, progress.report, progress.cancelled)
            return TitleWork(path, titles, matched, ladder, matched)

        def failed(error: Exception) -> None:
            self._end_job()
            if isinstance(error, UnknownColumns):
                self._ask_for_column(session, path, table, error.columns)
            elif not isinstance(error, MatchingCancelled):
                raise error

        self._run(find, partial(self._show_found, session), failed)

    def _ask_for_column(
        self, session: Session, path: Path, table: TextTable, columns: Sequence[str]
    ) -> None:
        choices = [(str(number), words) for number, words in enumerate(columns, 1)]
        chosen = self._dialogs.choose(
            "Which column has the titles?",
            f"{path.name} has no column that is clearly the one with job titles.",
            choices,
            "Use this column",
        )
        if chosen is not None:
            wanted: dict[Purpose, str] = {"title": chosen}
            self._find(session, path, ColumnWishes(wanted), table)

    def _match_again(self) -> None:
        """Find the profiles again, in the ladder as it is now; decisions stay."""
        session, work = self._workspace.session, self.work
        if session is None or work is None:
            return
        ladder = session.ladder

        def find(progress: JobProgress) -> TitleWork:
            matched = match_list(work.titles, ladder, progress.report, progress.cancelled)
            return work.matched_again(matched, ladder)

        def failed(error: Exception) -> None:
            self._end_job()
            if not isinstance(error, MatchingCancelled):
                raise error

        self._run(find, partial(self._show_found, session), failed)

    def _run(
        self,
        work: Callable[[JobProgress], TitleWork],
        done: Callable[[TitleWork], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._cancel()
        self.bar.show_progress(0.0)
        job = self._workspace.computing.run(work, done, failed, self.bar.show_progress)
        self._job = job if self.bar.progress.isVisibleTo(self.bar) else None

    def _end_job(self) -> None:
        self._job = None
        self.bar.show_progress(None)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._end_job()

    def _cancel_by_hand(self) -> None:
        """Stop finding profiles; the button disappears, so the keyboard goes to the list."""
        self._cancel()
        self.setFocus()
        self._workspace.notice.emit("Finding profiles was cancelled.")

    def _show_found(self, session: Session, work: TitleWork) -> None:
        self._end_job()
        if session in self._workspace.sessions:
            self._works[session] = work
            self._seen.now()
            self.sheet.go_to_row(0)
            self.sheet.setFocus()

    # -- decisions ----------------------------------------------------------------------------

    def _set(self, work: TitleWork) -> None:
        session = self._workspace.session
        if session is not None:
            self._works[session] = work
            self._seen.now()

    def _decide(self, rows: Sequence[int], decision: str | None) -> None:
        if self.work is not None:
            self._then_go_on(self.work.decided(rows, decision), rows)

    def _confirm(self, rows: Sequence[int]) -> None:
        if self.work is None:
            return
        if all(self.work.matched[row].answer == "review" for row in rows):
            self._workspace.notice.emit("Choose a profile first: press Enter.")
            return
        self._then_go_on(self.work.confirmed(rows), rows)

    def _then_go_on(self, work: TitleWork, rows: Sequence[int]) -> None:
        """Show what was decided, and go to the row after it."""
        shown = self.sheet.page.rows
        last = shown.index(rows[-1]) if rows[-1] in shown else 0
        self._set(work)
        now = self.sheet.page.rows
        gone = sum(one not in now for one in shown[: last + 1]) if len(now) != len(shown) else 0
        self.sheet.go_to_row(last + 1 - gone)

    def _confirm_all(self) -> None:
        if self.work is not None:
            rows = [row for row in self.work.rows("match") if row not in self.work.decisions]
            self._set(self.work.confirmed(rows))

    def _choose_other(self, rows: Sequence[int]) -> None:
        work = self.work
        if work is None:
            return
        title = work.titles.rows[rows[0]].title
        more = f" and {len(rows) - 1} more" if len(rows) > 1 else ""
        chosen = self._dialogs.choose(
            "Which profile is it?",
            f"{title}{more}",
            [*work.profile_words.items()],
            "Use this profile",
        )
        if chosen is not None:
            self._decide(rows, chosen)

    # -- leaving ------------------------------------------------------------------------------

    def save_list(self) -> None:
        """Ask where the list with its answers goes, and write it there."""
        session, work = self._workspace.session, self.work
        if session is None or work is None:
            return
        proposal = work.path.with_name(
            f"{work.path.stem} with profiles{work.path.suffix or '.csv'}"
        )
        path = self._dialogs.export_to_save(proposal, "CSV")
        if path is None:
            return

        def write(_: JobProgress) -> ListOutput:
            written = output(work.titles, work.matched)
            save_bytes(path, written.data, None, like=(work.path,))
            return written

        def done(written: ListOutput) -> None:
            now = self._works.get(session)
            if now is not None and now.titles is work.titles:
                self._works[session] = now.saved_as(work.matched)
            words = "" if written.is_as_it_was else " in UTF-8, for the characters of the ladder"
            self._workspace.notice.emit(f"Saved as {path.name}{words}.")

        def failed(error: Exception) -> None:
            if not isinstance(error, SaveFailed):
                raise error
            self._dialogs.show_message("The list was not saved", f"{error}.")

        self._workspace.disk.run(write, done, failed)

    def _may_leave(self, work: TitleWork | None) -> bool:
        """Ask if decisions would be lost."""
        if work is None or not work.is_modified:
            return True
        return self._dialogs.confirm(
            "Discard what you confirmed?",
            f"What you decided about the titles of {work.path.name} is in no file yet. "
            "Save the list to keep it.",
            "Discard",
            final=True,
        )

    def _may_close(self, sessions: Sequence[Session]) -> bool:
        return all(self._may_leave(self._works.get(session)) for session in sessions)

    # -- learning -----------------------------------------------------------------------------

    def learn(self) -> None:
        """Add what was confirmed and is new to the ladder, after asking."""
        session, work = self._workspace.session, self.work
        if session is None or work is None:
            return
        ladder = session.ladder
        self._workspace.computing.run(
            lambda _: titles_to_learn(work.titles, work.matched, ladder),
            partial(self._ask_and_add, work, ladder),
            _raise,
        )

    def _ask_and_add(self, work: TitleWork, ladder: Ladder, new: NewTitles) -> None:
        if not new:
            self._workspace.notice.emit("The ladder finds all confirmed titles by itself already.")
            return
        words = learning_words(ladder, new)
        if self._dialogs.confirm("Add to the ladder?", words, "Add"):
            try:
                edit = add_known_titles(ladder, new.names, new.titles)
            except EditRefused as refused:
                self._workspace.notice.emit(str(refused))
                return
            self._workspace.apply(edit)

    # -- drawing ------------------------------------------------------------------------------

    def _draw(self) -> None:
        session, work = self._workspace.session, self.work
        is_current = work is None or session is None or work.ladder is session.ladder
        can_edit = session is not None and not session.read_only
        self.bar.show_work(work, is_current=is_current, can_edit=can_edit)
        self._focus.target = self.sheet if work else self.bar.open_button
        self._stack.setCurrentWidget(self.sheet if work else self._empty)
        shown, before = self.bar.filter, self.sheet.page
        page = TitlesPage(work, work.rows(shown)[:MAX_SHOWN]) if work else TitlesPage()
        if work is before.work and page.rows == before.rows:
            return
        was, self._filter = self._filter, shown
        is_same = (
            work is not None
            and before.work is not None
            and (work.titles is before.work.titles and shown == was)
        )
        if is_same:
            self.sheet.titles_model.follow(page)
        else:
            self.sheet.titles_model.show(page)


def _raise(error: Exception) -> None:
    raise error
