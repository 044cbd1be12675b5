"""Take off the marks that a guide writes right behind a text: `Bakermedium0.70draftglobalv1`."""

import re
from collections.abc import Sequence

# Of a whole page: its version, where it holds, its status, how sure it is.
_OF_PAGE = re.compile(
    r"[\s·|]*(?P<mark>v\d+(?:\.\d+)*|global|regional|local|national"
    r"|draft|published|approved|in[ -]review|under review|reviewed|retired|proposed|final|canon"
    r"|[01]?\.\d+|\d{1,3}\s?%|(?:very )?(?:low|medium|high)(?: confidence)?)$"
)
# Of an item: how usual it is, and where it comes from; the first of them touches the item.
_WEIGHT = r"(?:common|core|supporting|broad|specific|required|optional|essential|preferred)"
_SOURCE = r"(?:level|family|focus|profile|function|canon|inherited|own|shared)"
_OF_ITEM = re.compile(
    r"(?P<text>.*?[^\s·|–—-])"
    rf"(?P<marks>{_WEIGHT}\s*·?\s*{_SOURCE}|{_SOURCE}\s*·?\s*{_WEIGHT}|{_WEIGHT}|{_SOURCE})$",
    re.DOTALL,
)
_ONE_MARK = re.compile(rf"{_WEIGHT}|{_SOURCE}")
_MIN_OF_PAGE = 2  # a name that ends in “global” or “draft” alone may be meant so


def level_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a level's name without the marks of the page behind it, and these, in their order."""
    found: list[str] = []
    rest = text
    while match := _OF_PAGE.search(rest):
        if not match.start():
            break
        found.insert(0, match["mark"])
        rest = rest[: match.start()]
    return (rest.rstrip(), tuple(found)) if len(found) >= _MIN_OF_PAGE else (text, ())


def item_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Return an item without the marks that touch it, and these, in their order."""
    match = _OF_ITEM.fullmatch(text)
    if not match:
        return text, ()
    return match["text"].rstrip(), tuple(_ONE_MARK.findall(match["marks"]))


def all_marked(texts: Sequence[str]) -> bool:
    """Return whether each of some items has marks right behind it, so that none is a word of it."""
    return bool(texts) and all(item_marks(text)[1] for text in texts)
