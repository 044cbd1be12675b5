"""The window. Nothing outside this package knows PySide6.

On creation of a class in this package, its overrides of Qt are wrapped; see `unexpected.guard`.
"""

from laddereditor.gui.unexpected.guard import guard_classes

guard_classes(__name__)
