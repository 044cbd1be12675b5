"""What opens, imports, saves, publishes, closes and exports the ladders of a window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from laddereditor.gui.export.exporting import Exporting
from laddereditor.gui.files.assessments import Assessments
from laddereditor.gui.files.closing import Closing
from laddereditor.gui.files.fill_ins import FillIns
from laddereditor.gui.files.importing import Importing
from laddereditor.gui.files.opening import Opening
from laddereditor.gui.files.overviews import Overviews
from laddereditor.gui.files.saving import Saving
from laddereditor.gui.jobs.window_jobs import WindowJobs
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.versions.publishing import Publishing
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.presentation.mapping.work import MappingWork


@dataclass(frozen=True, slots=True)
class ServiceParts:
    """What the services are made with."""

    workspace: Workspace
    dialogs: GetDialogs
    work: WindowJobs
    settings: Settings
    parent: QWidget
    shown_views: Callable[[], list[QWidget]]  # what can be exported; the active one comes first
    review: Callable[[Callable[[Ladder], Ladder], str], object]  # shows what an import would change
    show_mapping: Callable[[MappingWork], None]  # shows what a workbook is taken for


@dataclass(frozen=True, slots=True)
class WindowServices:
    """The services of one window."""

    opening: Opening
    importing: Importing
    saving: Saving
    publishing: Publishing
    closing: Closing
    exporting: Exporting
    fill_ins: FillIns
    assessments: Assessments
    overviews: Overviews


def make_services(parts: ServiceParts) -> WindowServices:
    """Return the services of a window."""
    workspace, dialogs, work, parent = parts.workspace, parts.dialogs, parts.work, parts.parent
    opening = Opening(workspace, dialogs, work.computing, parts.settings, parent)
    saving = Saving(workspace, dialogs, work.disk, parts.settings)
    importing = Importing(
        workspace, dialogs, work.computing, opening, (parts.review, parts.show_mapping)
    )
    opening.import_files = importing.import_files
    return WindowServices(
        opening=opening,
        importing=importing,
        saving=saving,
        publishing=Publishing(workspace, dialogs, work.disk, saving, parent),
        closing=Closing(workspace, dialogs, saving),
        exporting=Exporting(workspace, dialogs, parts.shown_views, parent),
        fill_ins=FillIns(workspace, dialogs, parts.settings),
        assessments=Assessments(workspace, dialogs, parent),
        overviews=Overviews(workspace, dialogs, parent),
    )
