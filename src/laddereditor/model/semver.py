"""Version numbers by Semantic Versioning 2.0.0: parsing, order, the next version, a suggestion."""

import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Literal

Bump = Literal["major", "minor", "patch"]

FIRST = "1.0.0"

_NUMBER = r"(0|[1-9]\d{0,8})"
_PART = r"(?:0|[1-9]\d{0,17}|\d*[A-Za-z-][0-9A-Za-z-]*)"
_FORM = re.compile(
    rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}(?:-({_PART}(?:\.{_PART})*))?(?:\+([0-9A-Za-z.-]+))?",
    re.ASCII,
)
_LONGEST = 80  # characters; a version is also a file name
_DIGITS = re.compile(r"\d{1,9}", re.ASCII)


@total_ordering
@dataclass(frozen=True, slots=True)
class SemVer:
    """A version number. Order is that of Semantic Versioning, section 11."""

    major: int
    minor: int
    patch: int
    pre: str = ""  # of a pre-release: "rc.1"
    build: str = ""  # does not affect precedence; distinguishes versions

    def __str__(self) -> str:
        pre = f"-{self.pre}" if self.pre else ""
        build = f"+{self.build}" if self.build else ""
        return f"{self.major}.{self.minor}.{self.patch}{pre}{build}"

    def __lt__(self, other: "SemVer") -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[object, ...]:
        parts = tuple(_part_key(part) for part in self.pre.split(".")) if self.pre else ()
        # Versions that differ only in the build are ordered too, so that lists are always the same.
        return (self.major, self.minor, self.patch, not self.pre, parts, self.build)

    @property
    def whole(self) -> "SemVer":
        """The version without its pre-release and build parts."""
        return SemVer(self.major, self.minor, self.patch)


def _part_key(part: str) -> tuple[int, int, str]:
    return (0, int(part), "") if part.isdigit() else (1, 0, part)


def parse_version(text: str) -> SemVer | None:
    """Return the version that a text denotes, or None if it is not a version number."""
    match = _FORM.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None:
        return None
    major, minor, patch, pre, build = match.groups()
    return SemVer(int(major), int(minor), int(patch), pre or "", build or "")


def bumped(version: SemVer, bump: Bump) -> SemVer:
    """Return the next whole version. A pre-release of it leads to the version itself."""
    meant: Bump = "patch" if version.patch else "minor" if version.minor else "major"
    order = ("patch", "minor", "major")
    if version.pre and order.index(meant) >= order.index(bump):
        return version.whole
    if bump == "major":
        return SemVer(version.major + 1, 0, 0)
    if bump == "minor":
        return SemVer(version.major, version.minor + 1, 0)
    return SemVer(version.major, version.minor, version.patch + 1)


def proposed(text: str) -> str:
    """Return the version that an invalid text was probably meant to be: "v2" is 2.0.0."""
    numbers = [str(int(found)) for found in _DIGITS.findall(text)][:3]
    return ".".join([*numbers, "0", "0"][:3]) if numbers else FIRST
