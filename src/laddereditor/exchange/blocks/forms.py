"""The forms of our own documents, which one module writes and another reads back."""

import re

from laddereditor.exchange.blocks.block import Item, Run

FOR_EVERY_FAMILY = "as for every family"  # the mark of what a profile has from its level
TERMS, OTHERS = "Terms", "Others"  # headings: of tracks, factors …, and of what has no group
# Of pay ranges, and of other values that are guesses; in the language of the ladder.
MIDPOINT, AS_OF, INFERRED = "midpoint {amount}", "as of {day}", "inferred"
BADGE_MARK = " — "  # between the code of a level and what follows it in a heading
LINK = "→ "  # before a link below a statement
_COLON = ":"
# The names of a document's properties.
LADDER, ORGANIZATION, VERSION, DATE = "ladder", "organization", "version", "date"
SCOPE = "scope"  # what of the ladder was exported, as JSON; "" for all
BYLINE = "byline"  # the line below the title: organization, version and day, in words
_REMARK = re.compile(r"\((.*)\)$", re.DOTALL)


def term_runs(term: str, definition: str) -> tuple[Run, ...]:
    """Return a term and its definition as the runs of an entry: the term in bold."""
    return (Run(term + _COLON, "bold"), Run(f" {definition}"))


def term_of(item: Item) -> tuple[str, str] | None:
    """Return the term and the definition of an entry, None if it does not begin in bold."""
    if not item.runs or item.runs[0].style != "bold":
        return None
    term, rest = item.runs[0].text, "".join(run.text for run in item.runs[1:])
    if term.rstrip().endswith(_COLON):
        return term.rstrip().removesuffix(_COLON), rest.removeprefix(" ")
    if rest.lstrip().startswith(_COLON):
        return term.rstrip(), rest.lstrip().removeprefix(_COLON).lstrip(" ")
    return None


def remark_run(remark: str, mark: str = "") -> tuple[Run, ...]:
    """Return what is behind an entry as a run in italics, no run if there is nothing.

    Args:
        remark: The remark, in brackets there.
        mark: The words that say that it is inherited.
    """
    if not remark and not mark:
        return ()
    parts = (f"({remark})" if remark else "", f"— {mark}" if mark else "")
    text = " ".join(filter(None, parts))
    return (Run(" "), Run(text, "italic"))


def without_remark(item: Item, mark: str = "") -> tuple[str, str]:
    """Return the text of an entry and its remark, "" for none.

    Args:
        item: The entry.
        mark: The words behind a remark that say that it is inherited.
    """
    last = item.runs[-1] if item.runs else Run("")
    if last.style != "italic":
        return item.text, ""
    text = "".join(run.text for run in item.runs[:-1]).removesuffix(" ")
    remark = last.text.strip()
    if mark:
        remark = remark.removesuffix(mark).removesuffix("— ").rstrip()
    found = _REMARK.match(remark)
    if not found:
        return (text, "") if not remark else (item.text, "")
    return text, found[1]
