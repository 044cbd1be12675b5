"""One running program for each user: a second start passes its files to the first."""

import contextlib
import json
import os
import time
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from laddereditor.gui.sharing.single_name import may_listen

_PATIENCE_MS = 1000
_MAX_BYTES = 1_000_000
_TAKEN = b"taken\n"
_TOKEN = "XDG_ACTIVATION_TOKEN"  # lets the running window come to the front


class Answer(Enum):
    """The result of passing files to a running program."""

    TAKEN = "taken"
    NOBODY = "nobody"  # no program listens there
    NOT_ANSWERING = "not answering"  # a program listens, but does not answer


def hand_over(name: str, paths: list[Path], patience: int = _PATIENCE_MS) -> Answer:
    """Ask the running program to open files.

    Args:
        name: The name of its local socket.
        paths: The files.
        patience: How long to wait for an answer, in milliseconds.
    """
    end = time.monotonic() + patience / 1000
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(patience):
        return Answer.NOBODY
    message = {"files": [str(path.absolute()) for path in paths], "token": os.environ.get(_TOKEN)}
    socket.write(json.dumps(message).encode() + b"\n")
    received = b""
    while not received.endswith(b"\n") and (left := end - time.monotonic()) > 0:
        if socket.bytesToWrite():
            socket.waitForBytesWritten(max(1, round(left * 1000)))
        elif not socket.waitForReadyRead(max(1, round(left * 1000))):
            break
        received += bytes(socket.readAll().data())
    socket.abort()
    return Answer.TAKEN if received == _TAKEN else Answer.NOT_ANSWERING


class Instance(QObject):
    """Listens for later starts of the program."""

    wanted = Signal(list)  # the paths that a later start was given, perhaps none

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._enable_welcome)

    def listen(self) -> bool:
        """Take the name if no running program has it; what a crash left behind is removed."""
        if may_listen(self._name):  # Qt itself would take the name from its owner
            probe = QLocalSocket()
            probe.connectToServer(self._name)
            alive = probe.waitForConnected(_PATIENCE_MS)
            probe.abort()
            if alive:
                return False
            QLocalServer.removeServer(self._name)
        return bool(self._server.listen(self._name))

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _enable_welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read_request(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read_request(socket)

    def _read_request(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _MAX_BYTES:
            socket.abort()
        elif socket.canReadLine():
            line = bytes(socket.readLine().data())
            socket.write(_TAKEN)
            socket.flush()
            self._take(line)

    def _take(self, line: bytes) -> None:
        with contextlib.suppress(ValueError, RecursionError):
            message = json.loads(line)
            if not isinstance(message, dict):
                return
            files, token = message.get("files"), message.get("token")
            if isinstance(token, str) and token:
                os.environ[_TOKEN] = token
            if isinstance(files, list):
                self.wanted.emit([Path(file) for file in files if isinstance(file, str)])
