"""Tell existing files from mistyped verbs and missing files before a window opens."""

from collections.abc import Collection, Sequence
from pathlib import Path

from laddereditor.bounded import within
from laddereditor.cli.usage import WrongUsage, did_you_mean, nearest

_PATIENCE = 1.0  # seconds to wait for a share that does not answer; then the window reports it


def files_to_open(names: Sequence[str], verbs: Collection[str]) -> list[Path]:
    """Return the files that a command line without a verb names.

    Raises:
        WrongUsage: A file does not exist; the message names the verb that was probably meant.
    """
    missing = _missing(names)
    if not missing:
        return [Path(name) for name in names]
    first = missing[0]
    if first == names[0] and _is_a_word(first):
        meant = nearest(first, verbs)
        listed = "" if meant else f". The verbs are {', '.join(verbs)}"
        raise WrongUsage(f"there is no verb and no file '{first}'{did_you_mean(meant)}{listed}")
    path = Path(first)
    raise WrongUsage(f"there is no file {path.name} in {path.absolute().parent.resolve()}")


def _is_a_word(name: str) -> bool:
    return name.replace("-", "").isalpha()


def _missing(names: Sequence[str]) -> list[str]:
    """Return the files that certainly do not exist; none if the disk does not answer."""
    try:
        return within(
            _PATIENCE, lambda: [name for name in names if _is_missing(Path(name))], "files given"
        )
    except TimeoutError:
        return []


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
