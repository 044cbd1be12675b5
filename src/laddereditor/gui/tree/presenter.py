"""Updates the tree's rows from the workspace, and keeps the expanded, selected and visible rows.

It keeps keys, never indexes: the state of each ladder's tree outlives its rows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from laddereditor.gui.tree.model import LadderTreeModel
from laddereditor.gui.tree.view import LadderTree
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.comments.comment_rows import open_comments
from laddereditor.presentation.tree.filtering import TreeFilter
from laddereditor.presentation.tree.following import key_moves
from laddereditor.presentation.tree.mark_index import MarkIndex
from laddereditor.presentation.tree.marks import NodeMark
from laddereditor.presentation.tree.nodes import LADDER_KEY, TreeBuilder, TreeNode, builder_of
from laddereditor.presentation.tree.showing import EVERYTHING, is_about_marks, shown_alone
from laddereditor.presentation.tree.tree_state import TreeState, first_state
from laddereditor.session.change import SessionChange
from laddereditor.session.day_clock import DayClock, SystemClock
from laddereditor.session.session import Session

_OPENED_BY_FILTER = 3000  # rows that a filter opens at most; more would keep the window waiting


class TreePresenter(QObject):
    """Shows the workspace's ladder in a view."""

    shown = Signal()  # the rows, or which of them are selected, are others now

    def __init__(self, workspace: Workspace, model: LadderTreeModel, view: LadderTree) -> None:
        super().__init__(view)
        self._workspace, self._model, self._view = workspace, model, view
        self._builder, self._book = TreeBuilder(), MarkIndex()
        self._states: WeakKeyDictionary[Session, TreeState] = WeakKeyDictionary()
        self._session: Session | None = None
        self._root: TreeNode | None = None  # the whole tree, not filtered
        self._filter, self._wanted = TreeFilter(), ("", EVERYTHING)
        self.clock: DayClock = SystemClock()
        self._updates = 0
        self._comments: Mapping[Address, int] = {}  # how many open ones, by address
        self.state = TreeState()
        model.mark_of = self._mark_of
        view.expanded.connect(lambda index: self._note_fold(model.key(index), opened=True))
        view.collapsed.connect(lambda index: self._note_fold(model.key(index), opened=False))

    @property
    def is_updating(self) -> bool:
        """Whether rows are being updated; signals of the view are not the person's actions then."""
        return self._updates > 0

    @contextmanager
    def _updating(self) -> Iterator[None]:
        self._updates += 1
        try:
            yield
        finally:
            self._updates -= 1

    # -- what to show -------------------------------------------------------------------------

    def show_session(self) -> None:
        """Show the ladder that is current now, as it was left."""
        if self._session is not None and self._root is not None:
            self.state.scroll = self._view.verticalScrollBar().value()
            self._states[self._session] = self.state
        self._session = self._workspace.session
        self._builder, self._book, self._root = TreeBuilder(), MarkIndex(), None
        if self._session:
            self._builder = builder_of(self._session.ladder)
            self._root = self._builder.build(self._session.ladder)
        known = self._states.get(self._session) if self._session else None
        self.restore(known or (first_state(self._root) if self._root else TreeState()))

    def restore(self, state: TreeState) -> None:
        """Show the ladder with these rows open and selected."""
        self.state = state
        changed = self._new_marks()
        self._show_again()
        self._model.redraw(changed)
        self._view.doItemsLayout()  # so that the scroll bar knows how far it goes
        self._view.verticalScrollBar().setValue(state.scroll)

    def filter_by(self, text: str, choice: str = EVERYTHING) -> None:
        """Show what fits a filter; without one, the tree as it was before.

        Args:
            text: Words to look for.
            choice: What is shown alone, one of `tree_choices`.
        """
        self._wanted = (text, choice)
        self._show_again()
        self._view.scrollTo(self._view.currentIndex())

    def _show_again(self) -> None:
        """Show the tree from scratch: another ladder, or another filter."""
        session = self._session
        self._make_filter()
        with self._updating():
            self._model.editable = session is not None and not session.read_only
            root, opened = self._filter.applied(self._root) if self._root else (None, [])
            self._model.reset_to(root)
            self._open(opened[:_OPENED_BY_FILTER] if self._filter else self.state.expanded)
            self._select()
        self.shown.emit()

    def _make_filter(self) -> None:
        """Look at the ladder as it is now for what is shown alone."""
        text, choice = self._wanted
        ladder = self._session.ladder if self._session else Ladder(laddereditor=1)
        only = shown_alone(choice, ladder, self.clock.today(), self._mark_of)
        self._filter = TreeFilter(text, only)

    def take(self, change: SessionChange) -> None:
        """Update the rows after the ladder has changed."""
        session, old = self._session, self._root
        if session is None or old is None:
            return
        is_other = change.before is not change.after
        if is_other:
            self._root = self._builder.build(session.ladder)
        changed = self._new_marks()
        if is_other or is_about_marks(self._wanted[1]):
            assert self._root is not None
            self._make_filter()
            moves = key_moves(old, self._root, change.moved) if is_other else {}
            was_below = self._model.above(self.state.current)
            self.state.follow(moves)
            with self._updating():
                root, opened = self._filter.applied(self._root)
                added = self._model.update_to(root, moves)
                self._open_again(added, set(opened) if self._filter else self.state.expanded)
                self._select_nearest(old)
                self._reveal_moved(was_below)
                self._select()
        self._model.redraw(changed)
        self.shown.emit()

    def _reveal_moved(self, was_below: Sequence[str]) -> None:
        """Open what the current row is below now, if it is below something else than before."""
        above = self._model.above(self.state.current)
        if was_below and above != was_below:
            self._open(reversed(above))
            if not self._filter:
                self.state.expanded |= set(above)
            self._view.scrollTo(self._model.index_of(self.state.current))

    def _new_marks(self) -> set[str]:
        """Look for new marks; return the keys of rows whose marks changed."""
        session = self._session
        if session is None or self._root is None:
            return set()
        changed = self._book.update(
            self._root, session.ladder, session.report, session.saved_ladder
        )
        comments = open_comments(session.ladder)
        others = {key or LADDER_KEY for key, _ in comments.items() ^ self._comments.items()}
        self._comments = comments
        return {*changed, *others}

    def _mark_of(self, key: str) -> NodeMark:
        """Return the mark of a row, with the comments at it."""
        address = Address() if key == LADDER_KEY else Address(key)
        mark, count = self._book.of(key), self._comments.get(address, 0)
        return mark._replace(comments=count) if count else mark

    # -- what is open -------------------------------------------------------------------------

    def _note_fold(self, key: str, *, opened: bool) -> None:
        if self.is_updating or self._filter:
            return
        if opened:
            self.state.expanded.add(key)
        else:
            self.state.expanded.discard(key)

    def _open(self, keys: Iterable[str]) -> None:
        for key in keys:
            self._view.open_row(self._model.index_of(key))

    def _open_again(self, added: Iterable[str], wanted: set[str]) -> None:
        """Expand rows that were expanded before they were removed and came back, as by undo."""
        waiting = list(added)
        while waiting:
            node = self._model.node(waiting.pop())
            if node is not None and node.children:
                if node.key in wanted:
                    self._view.open_row(self._model.index_of(node.key))
                waiting += [child.key for child in node.children]

    def open_below(self, key: str) -> None:
        """Open a row and everything below it."""
        index = self._model.index_of(key)
        if index.isValid():
            with self._updating():
                self._view.expandRecursively(index)
            waiting = [self._model.node(key)]
            while waiting and not self._filter:
                node = waiting.pop()
                if node is not None and node.children:
                    self.state.expanded.add(node.key)
                    waiting += node.children

    def close_all(self) -> None:
        """Close everything but the ladder itself."""
        with self._updating():
            self._view.collapseAll()
            self._view.open_row(self._model.index_of(LADDER_KEY))
        if not self._filter:
            self.state.expanded = {LADDER_KEY}

    # -- what is selected ---------------------------------------------------------------------

    def selected(self) -> list[TreeNode]:
        """Return the selected nodes that are shown, from the top."""
        keys = sorted(self.state.selected, key=self._model.path)
        nodes = (self._model.node(key) for key in keys)
        return [node for node in nodes if node is not None]

    def current(self) -> TreeNode | None:
        """Return the node that keys and menus are about."""
        return self._model.node(self.state.current)

    def is_filtered(self) -> bool:
        """Whether a filter is active."""
        return bool(self._filter)

    def represents(self, address: Address) -> bool:
        """Whether the current row shows an address already; a group shows the ladder."""
        node = self.current()
        return node is not None and node.address == address

    def show_keys(self, *keys: str) -> bool:
        """Select these rows alone and bring the first one in view; False if one is not shown."""
        indexes = [self._model.index_of(key) for key in keys]
        if not all(index.isValid() for index in indexes):
            return False
        self.state.current, self.state.selected = keys[0], list(keys)
        if not self._filter:
            self.state.expanded |= {above for key in keys for above in self._model.above(key)}
        with self._updating():
            for key in keys:
                self._open(reversed(self._model.above(key)))
            self._select()
            self._view.scrollTo(indexes[0])
        self.shown.emit()
        return True

    def _select(self) -> None:
        """Select in the view what the state says, as far as it is there."""
        chosen = self._view.selectionModel()
        wanted = QItemSelection()
        for key in self.state.selected:
            index = self._model.index_of(key)
            if index.isValid():
                wanted.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        current = self._model.index_of(self.state.current)
        if self._view.currentIndex() != current:
            chosen.setCurrentIndex(current, flag.NoUpdate)
        if {*map(self._model.key, chosen.selectedRows())} != {
            *map(self._model.key, wanted.indexes())
        }:
            chosen.select(wanted, flag.ClearAndSelect)

    def _select_nearest(self, old: TreeNode) -> None:
        """If the current group is gone, select the row that contained it."""
        key = self.state.current
        removed = self._root is not None and not _holds(self._root, key)
        if removed and "@" in key:
            self.state.current = key.partition("@")[0]
            self.state.selected = [self.state.current]
        elif removed and key.endswith("?"):
            self.state.current = key[:-1]
            self.state.selected = [self.state.current]


def _holds(root: TreeNode, key: str) -> bool:
    """Whether a group or hint is there; entities are looked after by the workspace."""
    groups = (child for node in root.children for child in node.children)
    return "/" in key or any(node.key == key for node in (root, *root.children, *groups))
