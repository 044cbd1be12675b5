"""Shows which commands of a window can be used now, and what they are called."""

from dataclasses import dataclass, replace

from laddereditor.gui.commands.actions import Actions
from laddereditor.gui.export.exporting import Exporting
from laddereditor.gui.panes.centre import Centre
from laddereditor.gui.panes.view_protocols import SituationSource
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.tree.sub_families import no_fold, no_part


@dataclass(frozen=True, eq=False)  # Qt refers weakly to what listens
class UsableCommands:
    """The actions of a window, and the parts that their use depends on."""

    actions: Actions
    settings: Settings
    workspace: Workspace
    tree: TreePanel
    exporting: Exporting
    centre: Centre

    def show(self, *_: object) -> None:
        """Enable and name all commands by the present situation."""
        chosen, session = self.tree.selected_addresses(), self.workspace.session
        now = replace(
            self.workspace.situation(),
            selected=len(chosen),
            no_part=no_part(session.ladder, chosen) if session else "",
            no_fold=no_fold(session.ladder, chosen) if session else "",
            printed=self.exporting.front_words(),
            scheme=self.settings.scheme,
            panels=self.actions.now.panels,
            is_importing=self._is_importing,
        )
        front = self.centre.made.get(self.centre.current)
        self.actions.show(front.situation(now) if isinstance(front, SituationSource) else now)

    @property
    def _is_importing(self) -> bool:
        return getattr(self.centre.made.get("mapping"), "work", None) is not None
