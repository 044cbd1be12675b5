"""The order of fields, of which some come directly after another one."""

from collections.abc import Iterable, Mapping


def placed(names: Iterable[str], after: Mapping[str, str]) -> list[str]:
    """Return names in order; a name in `after` comes directly after the name given there.

    Args:
        names: The names in the order of their declaration.
        after: Name of the one that a name comes after; "" or an absent one leaves it in its place.
    """
    names = list(names)
    followers: dict[str, list[str]] = {}
    for name in names:
        followers.setdefault(after.get(name, ""), []).append(name)
    free = [name for name in names if after.get(name, "") not in names]
    return [each for name in free for each in _with_followers(name, followers)]


def _with_followers(name: str, followers: Mapping[str, list[str]]) -> list[str]:
    behind = followers.get(name, ())
    return [name, *(each for other in behind for each in _with_followers(other, followers))]
