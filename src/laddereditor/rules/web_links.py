"""Links: that a click would open them."""

from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.model.web_link import WebLink, is_safe_address
from laddereditor.rules import contents
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import replace
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import LINKS

GROUP = "Links"


@rule(
    ENTITY,
    "link-address",
    "Link that nothing opens",
    "Only addresses of web pages and mailboxes are opened; readers see others as plain text.",
    source=LINKS,
    remedy="Write the whole address, with https:// before it.",
    fires="levels: [{id: P1, links: [{url: example.org/levels}]}]",
    silent='levels: [{id: P1, links: [{url: "https://example.org/levels"}]}]',
    severity=Severity.WARNING,
    group=GROUP,
)
def link_address(one: EntitySubject) -> Iterator[Issue]:
    """The address of a link begins with https://, http:// or mailto:, and has no spaces."""
    for path, part in contents.parts(one.entity):
        if not isinstance(part, WebLink) or is_safe_address(part.url):
            continue
        field = path.at("url") if path else FieldPath("url")
        if not part.url.strip():
            yield Issue(field, "This link has no address.")
            continue
        whole = f"https://{part.url.strip()}"
        fixes = (
            (replace("Put https:// before it", one.address, field, part.url, whole),)
            if _is_bare(part.url.strip()) and is_safe_address(whole)
            else ()
        )
        yield Issue(
            field,
            "Nothing opens this link. Its address has to begin with https://, http:// or mailto:, "
            "and have no spaces.",
            fixes,
        )


def _is_bare(url: str) -> bool:
    """Whether an address is that of a page without what it begins with: `example.org/guide`."""
    host = url.partition("/")[0]
    return ":" not in url and "." in host.strip(".")
