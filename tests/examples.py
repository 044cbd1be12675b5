"""How many random examples a property is tried on."""

import os

_IS_SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"


def examples(many: int) -> int:
    """Return how many examples to try: a third of `many`, in a soak five times as many.

    A usual run tries the same examples each time, so that more of them would find nothing new and
    only take time; `HYPOTHESIS_PROFILE=soak` tries new ones.
    """
    return many * 5 if _IS_SOAK else max(many // 3, 10)
