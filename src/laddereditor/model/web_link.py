"""Links of entities and statements to pages elsewhere."""

import re
from urllib.parse import urlsplit

from laddereditor.model.base import Entity
from laddereditor.model.fields import FormPlace, described

# What is ever opened, and only when a person clicks it: no file, no script.
OPENED = ("https", "http", "mailto")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class WebLink(Entity):
    """A link to a page elsewhere."""

    url: str = described(
        "Address", "Such as https://example.org/guide.", default="", form=FormPlace(width=4)
    )
    title: str = described("Title", "What readers see.", default="", form=FormPlace(width=3))


WebLinks = tuple[WebLink, ...]


def links_field() -> WebLinks:
    """Return the field of an entity or a statement for its links."""
    found: WebLinks = described(
        "Links",
        "Pages elsewhere that say more, each with its address and a title.",
        "links",
        default=(),
        form=FormPlace(section=""),
    )
    return found


def link_text(link: WebLink) -> str:
    """Return the words that a link is shown by: its title, else its address."""
    return link.title.strip() or link.url.strip()


def is_safe_address(url: str) -> bool:
    """Whether the address of a link may be opened: that of a web page or of a mailbox."""
    url = url.strip()
    if not url or _UNSEEN.search(url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if parts.scheme.lower() not in OPENED:
        return False
    return "@" in parts.path if parts.scheme.lower() == "mailto" else bool(parts.hostname)
