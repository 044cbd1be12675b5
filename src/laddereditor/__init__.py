"""Ladder Editor: a desktop program for career ladders kept in YAML files."""


def program_version() -> str:
    """Return the installed version; it is looked up only when needed, because that takes time."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("laddereditor")
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "0.0.0"
