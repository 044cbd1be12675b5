"""Profiles named by their keys, such as `AIML.P3`, in a title or in a column of a list."""

import re
from collections.abc import Mapping

from laddereditor.compare.titles.title_words import folded_word
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.model.positions import codes_above, profile_key
from laddereditor.model.spacing import single_spaced

ProfileKeys = Mapping[str, str]  # by the key as `key_text` gives it: `family/level`
# Families choose their codes freely, so a key is whatever has a full stop between other signs.
_KEY = re.compile(r"[^\s.,;:|()\[\]{}]+(?:\.[^\s.,;:|()\[\]{}]+)+")
_AROUND = " \t-–—,;:|/"  # signs between a key and the title


def profile_keys(ladder: Ladder) -> ProfileKeys:
    """Return the profiles of a ladder by their keys; a key of two profiles is left out."""
    found: dict[str, set[str]] = {}
    above = {family.id: codes_above(ladder, family) for family in ladder.families if family.code}
    for family, profile in all_profiles(ladder):
        if key := profile_key(family, profile, above.get(family.id, ())):
            found.setdefault(key_text(key), set()).add(f"{family.id}/{profile.level}")
    return {key: next(iter(places)) for key, places in found.items() if len(places) == 1}


def key_text(text: str) -> str:
    """Return a key as it is compared."""
    return folded_word("".join(text.split()))


def key_in(keys: ProfileKeys, title: str) -> tuple[str, str, str]:
    """Return the profile whose key a title has, the key, and the title without it.

    Without a key, or with keys of two profiles, the first two are "", and the title is unchanged.

    Args:
        keys: The profiles of the ladder.
        title: The title as the list has it.
    """
    if not keys or "." not in title:
        return "", "", title
    found = [one for one in _KEY.finditer(title) if key_text(one[0]) in keys]
    if len({keys[key_text(one[0])] for one in found}) != 1:
        return "", "", title
    rest = title
    for one in found:
        rest = rest.replace(one[0], " ")
    rest = re.sub(r"[(\[]\s*[)\]]", " ", rest)
    return keys[key_text(found[0][0])], found[0][0], single_spaced(rest).strip(_AROUND)
