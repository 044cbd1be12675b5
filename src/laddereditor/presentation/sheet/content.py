"""What is drawn in a cell: tags, then runs of text with their roles, and an icon at the right."""

from dataclasses import dataclass

from laddereditor.presentation.text.runs import TextRun


@dataclass(frozen=True, slots=True)
class Tag:
    """A few words in a small box before the text; without a box if `quiet`."""

    words: str
    role: str  # colour of the words and the box
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class CellContent:
    """Everything that is drawn in a cell."""

    runs: tuple[TextRun, ...] = ()
    tags: tuple[Tag, ...] = ()
    ground: str = ""  # role of the colour behind it
    sign: str = ""  # name of a picture at the right: "error", "warning", "info"
    mark: str = ""  # a sign of text at the right: "≈", "×3"
    gutter: str | None = None  # a sign at the left, beside which all texts begin; None for no room
    gutter_role: str = "text_muted"  # colour of that sign
    is_hatched: bool = False  # there is no such cell


NOTHING = CellContent()
