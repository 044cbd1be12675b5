"""The forms of our own documents, which one module writes and another reads back."""

import re

from laddereditor.exchange.blocks.block import Item, Run

AS_FOR_EVERY_FAMILY = "As for every family"
BADGE_MARK = " — "  # between the code of a level and what follows it in a heading
_COLON = ":"
# The names of a document's properties.
LADDER, ORGANIZATION, VERSION, DATE = "ladder", "organization", "version", "date"
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


def remark_run(remark: str) -> tuple[Run, ...]:
    """Return a remark behind an entry as a run in italics, none if it is empty."""
    return (Run(" "), Run(f"({remark})", "italic")) if remark else ()


def without_remark(item: Item) -> tuple[str, str]:
    """Return the text of an entry and its remark, "" for none."""
    last = item.runs[-1] if item.runs else Run("")
    found = _REMARK.match(last.text.strip()) if last.style == "italic" else None
    if not found:
        return item.text, ""
    return "".join(run.text for run in item.runs[:-1]).removesuffix(" "), found[1]
