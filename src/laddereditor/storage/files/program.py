"""Identify the run of the program that wrote a lock or a recovery, and whether it still runs."""

import getpass
import os
import platform
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from laddereditor.model.spacing import single_spaced
from laddereditor.storage.files.process import process_runs, process_started

_NAME_LENGTH = 100  # characters of a name that is shown


@dataclass(frozen=True, slots=True)
class Program:
    """One run of the program, identified by `token`."""

    user: str  # what people call the person
    machine: str  # what people call the machine
    host: str  # distinguishes machines, containers and others with separate process ids
    process: int
    started: str  # distinguishes successive processes with the same id; "" if unknown
    token: str


def this_program() -> Program:
    """Return the current run of the program."""
    return _program(os.getpid())


@cache
def _program(process: int) -> Program:
    return Program(
        user_name(), platform.node(), _host(), process, process_started(process), uuid.uuid4().hex
    )


def is_running(program: Program, here: Program) -> bool | None:
    """Whether a program is still running, as seen from `here`; None if that is unknown.

    It is unknown for another machine, and if the process with that id may be another one.
    """
    if program.token == here.token:
        return True
    if program.host != here.host:
        return None
    if not process_runs(program.process):
        return False
    started = process_started(program.process)
    return started == program.started if started and program.started else None


def to_raw(program: Program) -> dict[str, object]:
    """Return plain values for JSON."""
    return asdict(program)


def from_raw(raw: object) -> Program | None:
    """Return the program that plain values from a file describe, or None if they are malformed."""
    if not isinstance(raw, Mapping):
        return None
    process = raw.get("process")
    texts = [raw.get(name) for name in ("user", "machine", "host", "started", "token")]
    if type(process) is not int or process <= 0:
        return None
    user, machine, host, started, token = (t if isinstance(t, str) else None for t in texts)
    if user is None or machine is None or host is None or started is None or not token:
        return None
    return Program(_shown(user), _shown(machine), host, process, started, token)


def _shown(text: str) -> str:
    """Return a name from somebody else's file as one short printable line."""
    plain = "".join(char if char.isprintable() else " " for char in text[:_NAME_LENGTH])
    return single_spaced(plain)


def user_name() -> str:
    """Return the person's name as the system knows it, else the login name."""
    try:
        import pwd

        full = pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError, AttributeError, OSError):
        full = ""
    try:
        return _shown(full or getpass.getuser()) or "somebody"
    except (KeyError, ImportError, OSError):
        return "somebody"


def _host() -> str:
    """Return an id shared by exactly those processes that see each other's process ids.

    Machines may share a name, copies of a disk share an id, and a container has its own process
    ids, so several sources are combined.
    """
    try:
        machine = Path("/etc/machine-id").read_text("ascii").strip()
    except (OSError, ValueError):
        machine = f"{uuid.getnode():x}"
    try:
        numbers = str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        numbers = ""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{machine}|{platform.node()}|{numbers}").hex
