"""Parts of web pages that only lead to other places: menus, side bars, tables of contents."""

import re
from typing import Any

# What the elements of such parts are called, by class or id.
_NAME = re.compile(
    r"(?:(?:side|top|left|page|main)?-?nav(?:bar|igation)?|side-?bar|toc|menu|bread-?crumbs?"
    r"|table-of-contents)(?:[-_]\w+)*",
    re.IGNORECASE,
)
_BOXES = frozenset(("div", "ul", "ol", "aside", "section", "header", "table"))
_SAYS_SOMETHING = 60  # characters of a text that is more than the name of a page
_LEAST_LINKS = 2


def leads_elsewhere(element: Any) -> bool:
    """Whether an element has links and names of pages, and nothing else that people read."""
    if element.tag not in _BOXES:
        return False
    if element.tag in ("ul", "ol") and _is_contents(element):
        return True
    names = (*str(element.get("class") or "").split(), str(element.get("id") or ""))
    if not any(_NAME.fullmatch(name) for name in names):
        return False
    return len(element.findall(".//a")) >= _LEAST_LINKS and not any(
        len(text.strip()) >= _SAYS_SOMETHING for text in element.itertext()
    )


def _is_contents(element: Any) -> bool:
    """Whether each entry of a list is a link to a place in the page."""
    entries = element.findall("./li")
    return len(entries) >= _LEAST_LINKS and all(map(_is_link_here, entries))


def _is_link_here(entry: Any) -> bool:
    links = entry.findall(".//a")
    text = "".join(entry.text_content().split())
    linked = "".join("".join(link.text_content() for link in links).split())
    return bool(links) and text == linked and all(_is_here(link) for link in links)


def _is_here(link: Any) -> bool:
    return str(link.get("href") or "#").startswith("#")
