"""The boxes with choices in the dialogs of exports and notes."""

from PySide6.QtWidgets import QComboBox, QWidget

from laddereditor.gui.forms.inputs import ChoiceBox


def choice_box(name: str, words: str, letters: int, parent: QWidget) -> QComboBox:
    """Return a box that is as wide as some letters, however long its entries are.

    Args:
        name: Its object name.
        words: Its accessible name.
        letters: The number of letters that it has room for.
        parent: The widget that it is in.
    """
    box = ChoiceBox(parent)
    box.setObjectName(name)
    box.setAccessibleName(words)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(letters)
    return box
