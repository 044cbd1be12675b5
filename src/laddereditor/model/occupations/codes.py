"""The codes and titles of SOC 2018 and O*NET-SOC 2019, from `resources/occupations`.

SOC 2018 is the 2018 Standard Occupational Classification of the U.S. Bureau of Labor Statistics;
O*NET-SOC 2019 divides some of its occupations further. `resources/occupations/SOURCE.md` says where
the tables come from.
"""

import csv
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from laddereditor.align.tokens import bare
from laddereditor.assets import resource

Scheme = Literal["soc-2018", "onet-soc"]

_CODE = re.compile(r"(\d{2})[\s-]?(\d{4})(?:\s?[.,]\s?(\d{2}))?", re.ASCII)
_SOC_LENGTH = len("15-1252")
_HYPHENS = re.compile("[\u2010-\u2015\u2212]")


class OccupationTitle(NamedTuple):
    """An occupation of one of the two classifications."""

    scheme: Scheme
    code: str
    title: str


@cache
def onet_titles() -> Mapping[str, str]:
    """Return the titles of O*NET-SOC 2019 by code, such as `15-1299.08`."""
    return _table("onet-soc-2019.csv")


@cache
def soc_titles() -> Mapping[str, str]:
    """Return the titles of the occupations of SOC 2018 by code, such as `15-1252`."""
    detailed = onet_titles().items()
    return {soc_code(code): title for code, title in detailed if code.endswith(".00")}


@cache
def major_groups() -> Mapping[str, str]:
    """Return the titles of the 23 major groups of SOC 2018 by code, such as `15-0000`."""
    return _table("soc-2018-major-groups.csv")


def _table(name: str) -> Mapping[str, str]:
    text = resource("occupations", name).read_text("utf-8")
    return {row["code"]: row["title"] for row in csv.DictReader(text.splitlines())}


def title_of(code: str) -> str:
    """Return the title of a code of either classification, "" for an unknown code."""
    tables = (soc_titles(), onet_titles(), major_groups())
    return next((table[code] for table in tables if code in table), "")


def normal_code(text: str) -> str:
    """Return a code as the classifications write it: `15 1252` and `151252` give `15-1252`.

    A text that is not a code is returned as it is.
    """
    plain = _HYPHENS.sub("-", unicodedata.normalize("NFKC", text)).strip()
    found = _CODE.fullmatch(plain)
    if found is None:
        return text
    detail = f".{found[3]}" if found[3] else ""
    return f"{found[1]}-{found[2]}{detail}"


def soc_code(code: str) -> str:
    """Return the SOC code that an O*NET-SOC code divides: `15-1299.08` gives `15-1299`."""
    return code[:_SOC_LENGTH]


def scheme_of(code: str) -> Scheme | None:
    """Return the classification whose codes look like this one, None if none does."""
    found = _CODE.fullmatch(code) if normal_code(code) == code else None
    if found is None:
        return None
    return "onet-soc" if found[3] else "soc-2018"


def is_group(code: str) -> bool:
    """Return whether a SOC code stands for a group of occupations instead of one of them.

    Codes of groups end in 0. Of groups, the tables have the major ones alone, so another group is
    recognised by the occupations whose codes begin as its own does. The digits do not say which
    level of the classification it has.
    """
    if code in major_groups():
        return True
    if scheme_of(code) != "soc-2018" or not code.endswith("0"):
        return False
    begins = code.rstrip("0")
    return len(begins) > len("15-") and any(one.startswith(begins) for one in soc_titles())


def titles_agree(one: str, other: str) -> bool:
    """Return whether two titles differ at most in case, spaces, punctuation and "&" for "and"."""
    return _folded(one) == _folded(other)


def _folded(title: str) -> str:
    return bare(title.casefold().replace("&", " and "))
