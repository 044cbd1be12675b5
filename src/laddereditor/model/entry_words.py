"""The words for one entry of a list, derived from the list's title."""

_ENDS_IN_ES = ("sses", "shes", "ches", "xes", "zes")
_NO_PLURAL = ("ss", "us", "is")
_GENERAL = {"statements": "a statement", "lines": "a line"}


def entry_of(title: str, shape: str = "") -> str:
    """Return one entry with its article: "Working conditions" gives "a working condition".

    A title that is not in the plural gives the general word of the shape ("a statement").
    """
    word = singular(title.lower())
    return with_article(word) if word else _GENERAL.get(shape, "an entry")


def singular(words: str) -> str:
    """Return a regular English plural in the singular, "" for what is not a plural."""
    if not words.endswith("s") or words.endswith(_NO_PLURAL):
        return ""
    if words.endswith("ies"):
        return words[:-3] + "y"
    return words[:-2] if words.endswith(_ENDS_IN_ES) else words[:-1]


def with_article(words: str) -> str:
    """Return words with "a" or "an" before them."""
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"


def entry_title(title: str, entry: str) -> str:
    """Return one entry as a title: "Responsibilities" gives "Responsibility".

    `entry`, such as "a line", is used if the title is not in the plural.
    """
    return (singular(title.lower()) or entry.partition(" ")[2]).capitalize()
