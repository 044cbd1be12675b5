"""Which field of a form is in use: the one with the focus, else the one at the top."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

_PREFIX = "field."


def field_in_use(form: QWidget) -> str:
    """Return the name of the field in use, such as `skills`; "" if there is none."""
    at: QWidget | None = form.focusWidget()
    while at is not None and at is not form:
        if (name := _name(at)) and _is_in_sight(at, form):
            return name
        at = at.parentWidget()
    fields = [one for one in form.findChildren(QWidget) if _name(one) and _is_in_sight(one, form)]
    return _name(min(fields, key=lambda one: _top(one, form))) if fields else ""


def _name(widget: QWidget) -> str:
    name = widget.objectName()
    return name.removeprefix(_PREFIX) if name.startswith(_PREFIX) else ""


def _top(widget: QWidget, form: QWidget) -> int:
    return widget.mapTo(form, QPoint()).y()


def _is_in_sight(widget: QWidget, form: QWidget) -> bool:
    """Whether the form would show the widget; another page may cover the form now."""
    top = _top(widget, form)
    return widget.isVisibleTo(form) and top < form.height() and top + widget.height() > 0
