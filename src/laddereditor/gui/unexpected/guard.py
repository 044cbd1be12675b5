"""Keeps an exception in an override of a Qt method from ending the program.

Qt calls an override from C++, where a Python exception has no way out. PySide6 6.11 prints it and
hands Qt a default, or, if Qt was called from Python, keeps it and raises it out of a later,
unrelated call; where no default can be made of the missing result, the process ends without a
word. So no exception may leave an override: each one is wrapped when its class is made.

What was caught goes to `sys.excepthook`, the one place for unexpected errors.
"""

import sys
from collections.abc import Callable, Mapping
from functools import wraps
from types import FunctionType, TracebackType
from typing import Any

from PySide6.QtCore import QObject  # the other classes would delay the first sight of the window

Method = Callable[..., Any]

_OPEN_ENDED = 0x04 | 0x08  # flags of code that takes *args or **kwargs, as `inspect` has them
_QT_OBJECT: Any = QObject.__mro__[-2]  # what every class of the binding is made from

# What Qt gets from an override that failed, where Qt's own method must not run in its place: it
# would act on what was half done (handle a key twice, write an editor's text), or there is none.
# Methods that are not named here, and are not event handlers, are answered by Qt's own method.
_RESULTS: Mapping[str, Callable[[], object]] = {
    "canDropMimeData": bool,
    "columnCount": int,
    "data": lambda: None,
    "dropMimeData": bool,
    "editorEvent": bool,
    "createEditor": lambda: None,
    "event": lambda: True,  # dealt with: a parent must not take the key for its own
    "eventFilter": bool,
    "flags": lambda: _core().Qt.ItemFlag.NoItemFlags,
    "headerData": lambda: None,
    "helpEvent": bool,
    "highlightBlock": lambda: None,
    "index": lambda: _core().QModelIndex(),
    "insertFromMimeData": lambda: None,
    "mimeData": lambda: None,
    "mimeTypes": list,
    "paint": lambda: None,
    "paintSection": lambda: None,
    "parent": lambda: _core().QModelIndex(),
    "rowCount": int,
    "setData": bool,
    "setModelData": lambda: None,
    "startDrag": lambda: None,
    "supportedDropActions": lambda: _core().Qt.DropAction.IgnoreAction,
    "viewportEvent": lambda: True,
}


def _core() -> Any:
    from PySide6 import QtCore

    return QtCore


def guard_classes(package: str) -> None:
    """Guard the overrides of every class that a module of `package` makes from one of Qt's."""

    def made(cls: type, /, **options: object) -> None:
        super(_QT_OBJECT, cls).__init_subclass__(**options)
        if f"{cls.__module__}.".startswith(f"{package}."):
            guard_overrides(cls)

    _QT_OBJECT.__init_subclass__ = classmethod(made)


def guard_overrides(cls: type) -> None:
    """Wrap each method by which a class, or a plain class mixed into it, overrides one of Qt's."""
    for name, method in overrides(cls).items():
        if not is_guarded(method):
            setattr(cls, name, guarded(cls, name, method))


def overrides(cls: type) -> dict[str, FunctionType]:
    """Return the methods of Qt's that a class overrides itself, by name."""
    qt = [base for base in cls.__mro__ if base.__module__.partition(".")[0] == "PySide6"]
    plain = [base for base in cls.__mro__[1:] if not issubclass(base, _QT_OBJECT)]
    return {
        name: method
        for base in (*reversed(plain), cls)
        for name, method in vars(base).items()
        if isinstance(method, FunctionType)
        and not name.startswith("__")
        and any(name in vars(theirs) for theirs in qt)
    }


def is_overridden(cls: type, name: str) -> bool:
    """Whether a method of Qt's is overridden in a class or one that it is made from."""
    return any(name in vars(base) for base in cls.__mro__ if not _is_qt(base))


def _is_qt(cls: type) -> bool:
    return cls.__module__.partition(".")[0] in ("PySide6", "Shiboken", "shiboken6")


def is_guarded(method: object) -> bool:
    """Whether a method was wrapped."""
    return bool(getattr(method, "_guarded", False))


def guarded(cls: type, name: str, method: FunctionType) -> Method:
    """Return a method that reports errors in it and returns what Qt can continue with."""

    @wraps(method)
    def safe(self: Any, *args: Any, **options: Any) -> Any:
        try:
            return method(self, *args, **options)
        except BaseException as error:
            report(error, (self, *args))
        return _in_place_of(cls, name, self, args)

    @wraps(method)
    def safe_without_arguments(self: Any) -> Any:
        # A signal that is connected to a method gives it as many arguments as it takes.
        return safe(self)

    wrapped: Any = safe_without_arguments if _takes_nothing(method) else safe
    wrapped._guarded = True
    return wrapped  # type: ignore[no-any-return]


def _takes_nothing(method: FunctionType) -> bool:
    code = method.__code__
    return code.co_argcount == 1 and not code.co_flags & _OPEN_ENDED


def report(error: BaseException, arguments: tuple[object, ...] = ()) -> None:
    """Pass an error to the handler of unexpected errors, and release what it held."""
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except Exception as second:  # nothing may leave an override, whatever the hook does
        sys.__excepthook__(type(second), second, second.__traceback__)
    _end_painters(error.__traceback__, arguments)


def attempt(step: Callable[[], object]) -> None:
    """Carry out a step that others do not depend on; an error in it is reported."""
    try:
        step()
    except Exception as error:
        report(error)


def _end_painters(trace: TracebackType | None, arguments: tuple[object, ...]) -> None:
    """End what a failed call was drawing with: a painter that outlives its widget crashes Qt.

    The painter that the call was given is its caller's.
    """
    given = set(map(id, arguments))
    while trace is not None:
        for value in list(trace.tb_frame.f_locals.values()):
            if type(value).__name__.endswith("Painter") and id(value) not in given:
                end = getattr(value, "end", None)
                if callable(end) and value.isActive():
                    end()
        trace = trace.tb_next


def _in_place_of(cls: type, name: str, self: Any, args: tuple[Any, ...]) -> object:
    """Return the result that Qt gets from an override that failed."""
    _refuse(args)
    if name in _RESULTS:
        return _RESULTS[name]()
    if name.endswith("Event"):
        return None
    if name == "setEditorData":
        # An editor that was not filled would write what it shows over what is there.
        undone = self.EndEditHint.RevertModelCache
        _core().QTimer.singleShot(0, self, lambda: self.closeEditor.emit(args[0], undone))
        return None
    try:
        return getattr(super(cls, self), name)(*args)
    except Exception:  # has been reported, if it was one of ours; Qt has no such method to call
        return None


def _refuse(args: tuple[Any, ...]) -> None:
    """Refuse events that would close a window without asking, or move what is dragged."""
    event_class = _core().QEvent
    kinds = event_class.Type
    refused = (kinds.Close, kinds.DragEnter, kinds.DragMove, kinds.Drop)
    for event in args:
        if isinstance(event, event_class) and event.type() in refused:
            event.ignore()
