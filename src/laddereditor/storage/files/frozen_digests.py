"""Detect changes of frozen copies by the digests that are stored beside them.

`digests.txt` has a line for each version, in the format of `sha256sum`. A digest is that of the
text in UTF-8 with plain line ends, because git and mail may change line ends and nothing else; for
a usual file that is the digest of its bytes.
"""

import codecs
import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from laddereditor.regular_files import NotRegular, TooLarge, read_regular
from laddereditor.storage.files.atomic import clear_left_over, replace_file
from laddereditor.storage.files.version_calls import VersionCalls
from laddereditor.storage.files.version_folders import DIGESTS, version_named
from laddereditor.storage.reading.encoding import decode

_HEAD = (
    "# The published versions as they were when published (SHA-256 of each copy).\n"
    "# Ladder Editor reads this to say when a copy was changed since. Please leave it here.\n"
)
_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")
_MAX_BYTES = 1_000_000


def text_digest(data: bytes) -> str:
    """Return the SHA-256 digest of a file's text, in hexadecimal.

    Raises:
        UnreadableLadder: The bytes are broken UTF-16.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = decode(data)[0].encode("utf-8")
    plain = data.removeprefix(codecs.BOM_UTF8)
    return hashlib.sha256(plain.replace(b"\r\n", b"\n")).hexdigest()


def read_digests(folder: Path) -> dict[str, str]:
    """Return the digest of each version, as far as readable. Never raises."""
    digests: dict[str, str] = {}
    lines: list[str] = []
    with suppress(OSError):
        lines = _lines(folder)
    for line in lines:
        match = _LINE.fullmatch(line.strip())
        if match and (version := version_named(Path(match[2].strip()))):
            digests.setdefault(version, match[1].lower())
    return digests


def note_digest(folder: Path, version: str, digest: str, calls: VersionCalls, like: Path) -> None:
    """Store the digest of a version, replacing an earlier one.

    Args:
        folder: The folder of the versions.
        version: The version.
        digest: Its digest.
        calls: The calls to the operating system.
        like: A file whose permissions a new list must not exceed.

    Raises:
        OSError: The list cannot be written.
    """
    rest = _without(_lines(folder), version) or _HEAD.splitlines()
    _write(folder, [*rest, f"{digest}  {version}.yaml"], calls, [like])


def forget_digest(folder: Path, version: str, calls: VersionCalls) -> None:
    """Remove the digest of a version; other lines stay.

    Args:
        folder: The folder of the versions.
        version: The number of the version.
        calls: The calls of the system that write and remove files.

    Raises:
        OSError: The list cannot be written.
    """
    if version not in read_digests(folder):
        return
    rest = _without(_lines(folder), version)
    if rest == _HEAD.splitlines():
        calls.system.unlink(str(folder / DIGESTS))
    else:
        _write(folder, rest, calls)


def _write(folder: Path, lines: list[str], calls: VersionCalls, like: Sequence[Path] = ()) -> None:
    target = folder / DIGESTS
    clear_left_over(target)
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
    replace_file(target, data, lambda: None, calls.system, like)


def _without(lines: list[str], version: str) -> list[str]:
    return [line for line in lines if not _is_of(line, version)]


def _is_of(line: str, version: str) -> bool:
    match = _LINE.fullmatch(line.strip())
    return match is not None and version_named(Path(match[2].strip())) == version


def _lines(folder: Path) -> list[str]:
    """Return the lines of the file with the digests, empty if there is none.

    Raises:
        OSError: The file cannot be read.
    """
    try:
        data = read_regular(folder / DIGESTS, _MAX_BYTES)
    except FileNotFoundError:
        return []
    except (NotRegular, TooLarge) as error:
        words = f"{DIGESTS} in {folder.name} is not a list of digests: {error.strerror}"
        raise OSError(0, words) from error
    return data.decode("utf-8", "surrogateescape").splitlines()
