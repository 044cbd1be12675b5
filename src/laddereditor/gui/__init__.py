"""The window. Nothing outside this package knows PySide6.

Every class below that overrides a method of Qt is guarded as it is made: see `unexpected.guard`.
"""

from laddereditor.gui.unexpected.guard import guard_classes

guard_classes(__name__)
