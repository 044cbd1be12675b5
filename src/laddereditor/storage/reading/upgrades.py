"""Upgrade ladders of older file formats by a chain of functions from each format to the next.

The functions work on plain values and do not use the current model, so that they stay correct when
it changes. A step consists of small functions whose results are written into the text one after the
other, so that one that only renames a key is recognised as a rename and the lines below stay.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

RawPath = tuple[str | int, ...]
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

_YEARS = re.compile(
    r"\s*(\d{1,3}(?:\.\d{1,3})?)\s*(?:(\+)|[-–]\s*(\d{1,3}(?:\.\d{1,3})?))?\s*", re.ASCII
)


class UpgradeFailed(Exception):
    """An older file holds something that the next format cannot hold; `path` says where."""

    def __init__(self, path: RawPath, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message


def renamed_key(raw: dict[str, Any], old: str, new: str, path: RawPath = ()) -> dict[str, Any]:
    """Return a mapping in which a key has another name but the same place.

    Args:
        raw: The plain mapping.
        old: The key of the older format.
        new: The key of the newer one.
        path: Where the mapping is in the ladder, for messages.

    Raises:
        UpgradeFailed: Both keys are in the mapping.
    """
    if old not in raw:
        return raw
    if new in raw:
        raise UpgradeFailed(
            (*path, new), f"'{new}' is the new name of '{old}', and the file has both: remove one"
        )
    return {new if key == old else key: value for key, value in raw.items()}


# -- 0 to 1: `job_families` is called `families`; `years: "3-5"` became `experience: {min, max}` --


def _rename_years(raw: dict[str, Any]) -> dict[str, Any]:
    def rename(record: dict[str, Any], path: RawPath) -> dict[str, Any]:
        return renamed_key(record, "years", "experience", path)

    return _in_levels_and_profiles(raw, rename)


def _split_experience(raw: dict[str, Any]) -> dict[str, Any]:
    return _in_levels_and_profiles(raw, _with_range)


def _rename_job_families(raw: dict[str, Any]) -> dict[str, Any]:
    return renamed_key(raw, "job_families", "families")


def _in_levels_and_profiles(
    raw: dict[str, Any], change: Callable[[dict[str, Any], RawPath], dict[str, Any]]
) -> dict[str, Any]:
    def in_family(family: dict[str, Any], path: RawPath) -> dict[str, Any]:
        return _in_records(family, "profiles", change, path)

    raw = _in_records(raw, "levels", change)
    return _in_records(raw, "job_families", in_family)


def _in_records(
    raw: dict[str, Any],
    key: str,
    change: Callable[[dict[str, Any], RawPath], dict[str, Any]],
    path: RawPath = (),
) -> dict[str, Any]:
    """Change each record of a list; the reader explains anything else."""
    records = raw.get(key)
    if not isinstance(records, list):
        return raw
    changed = [
        change(record, (*path, key, number)) if isinstance(record, dict) else record
        for number, record in enumerate(records)
    ]
    return {**raw, key: changed}


def _with_range(record: dict[str, Any], path: RawPath) -> dict[str, Any]:
    years = record.get("experience")
    if not isinstance(years, str):
        return record
    found = _YEARS.fullmatch(years)
    if not found:
        raise UpgradeFailed(
            (*path, "experience"),
            f"'years' should be a number of years such as 3, 3-5 or 10+, not '{years[:40]}'",
        )
    least, more, most = found.groups()
    ends = {"min": _number(least)}
    return {**record, "experience": ends if more else ends | {"max": _number(most or least)}}


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


UPGRADES: Mapping[int, Sequence[Upgrade]] = {
    0: (_rename_years, _split_experience, _rename_job_families)
}
