"""Whether a process of this machine is running, and since when."""

import os
import sys
from pathlib import Path


def process_runs(process: int) -> bool:
    """Whether a process with this id exists and has not ended."""
    if sys.platform == "win32":
        return bool(_windows_start(process))
    state, _ = _proc(process)
    if state:
        return state not in "ZX"
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def process_started(process: int) -> str:
    """Return when a process was started, in the system's own format; "" if unknown."""
    if sys.platform == "win32":
        return _windows_start(process)
    return _proc(process)[1]


def _proc(process: int) -> tuple[str, str]:
    """Return state and start time of a process from Linux's /proc; empty on other systems."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text("utf-8", "replace")
    except OSError:
        return "", ""
    # The name, in parentheses, may hold anything; the start time is 20 fields after it (proc(5)).
    fields = stat.rpartition(")")[2].split()
    if len(fields) < 20:
        return "", ""
    return fields[0], fields[19]


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _ASK = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
    _DENIED = 5

    def _windows_start(process: int) -> str:
        """Return the start time of a process, "?" if access is denied, "" if it is not running."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(_ASK, False, process)
        if not handle:
            return "?" if ctypes.get_last_error() == _DENIED else ""
        times = [wintypes.FILETIME() for _ in range(4)]
        try:
            known = kernel.GetProcessTimes(
                wintypes.HANDLE(handle), *(ctypes.byref(time) for time in times)
            )
        finally:
            kernel.CloseHandle(wintypes.HANDLE(handle))
        start, end = ((time.dwHighDateTime << 32) | time.dwLowDateTime for time in times[:2])
        if not known:
            return "?"
        return "" if end else str(start)
