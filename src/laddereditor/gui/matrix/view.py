"""The Matrix view: the family in front, its levels across and its fields down."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from laddereditor.compare.matrix import Matrix
from laddereditor.compare.matrix_columns import GENERIC
from laddereditor.compare.matrix_rows import matrix
from laddereditor.gui.asking import Asker
from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.matrix.table import MatrixTable
from laddereditor.gui.theme import current_theme
from laddereditor.gui.workspace import Workspace


class MatrixView(QWidget):
    """Shows the matrix of the workspace's family; drawn only while it is in sight."""

    go_wanted = Signal(str, str)  # address and field to show in the form

    def __init__(self, workspace: Workspace, asker: Asker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrixView")
        self.setAccessibleName("Matrix of a family")
        self._workspace, self._asker = workspace, asker
        self._family = ""
        self.table = MatrixTable(self)
        self.chooser = ChoiceInput(self)
        self.chooser.setObjectName("matrixFamily")
        self.chooser.setAccessibleName("Family")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        space = current_theme().space("s")
        bar.setContentsMargins(space, space, space, space)
        bar.addWidget(self.chooser)
        bar.addStretch(1)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.chooser.chosen.connect(self._choose)
        workspace.session_changed.connect(self._follow)
        workspace.address_changed.connect(self._follow)
        workspace.changed.connect(self._draw)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was put off while the view was hidden."""
        super().showEvent(event)
        self._draw()

    def renew(self) -> None:
        """Draw again with the colours and the text size now in force."""
        self.table.share_width()
        self.table.viewport().update()

    # -- which family -------------------------------------------------------------------------

    def _follow(self, *_: object) -> None:
        pieces = self._workspace.address.split("/")
        if pieces[0] == "levels":
            self._family = GENERIC
        elif pieces[0] == "families" and len(pieces) > 1:
            self._family = "/".join(pieces[:2])
        self._draw()

    def _choose(self, address: str) -> None:
        self._family = address
        self._draw()

    # -- drawing ------------------------------------------------------------------------------

    def _draw(self, *_: object) -> None:
        session = self._workspace.session
        if not self.isVisible() or session is None:
            return
        ladder = session.ladder
        from laddereditor.model.address import sibling_parts
        from laddereditor.model.kinds import label_of

        parts = sibling_parts(ladder.families, "id")
        options = [(GENERIC, "Generic levels")]
        options += [
            (f"families/{part}", label_of(one))
            for part, one in zip(parts, ladder.families, strict=True)
        ]
        if self._family not in dict(options):
            self._family = options[1][0] if len(options) > 1 else GENERIC
        self.chooser.offer(tuple(options))
        self.chooser.put(self._family)
        found: Matrix = matrix(ladder, self._family)
        self.table.cells.show(found, {}, read_only=bool(session.read_only))
        self.table.heights.measure_all()
