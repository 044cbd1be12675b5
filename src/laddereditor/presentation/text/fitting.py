"""Which of many choices match a typed text."""

Option = tuple[str, str]  # value, words


def fitting(choices: list[Option], typed: str) -> list[Option]:
    """Return the choices that have every word typed, first those that begin with what was typed.

    Args:
        choices: what can be chosen, in an order that makes sense to people.
        typed: any words or parts of words, in any case.
    """
    words = typed.casefold().split()
    found = [one for one in choices if all(word in one[1].casefold() for word in words)]
    start = " ".join(words)
    return sorted(found, key=lambda one: not one[1].casefold().startswith(start))
