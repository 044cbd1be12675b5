"""How keys are written in addresses and paths."""

import re

_PLAIN = re.compile(r"[\w-]+").fullmatch
_EMPTY = "%"
_CODE = re.compile("%([0-9A-F]{2})")
_ENCODE = {ord("%"): "%25", ord("/"): "%2F", ord("~"): "%7E"}


def encode_key(key: str) -> str:
    """Return a key as it is written in an address."""
    # Nearly every key is plain, and checking that takes a tenth of the time of translating it.
    return key if _PLAIN(key) else key.translate(_ENCODE) or _EMPTY


def decode_key(part: str) -> str:
    """Return the key that a part of an address stands for, without its `~2`."""
    bare = part.partition("~")[0]
    if bare == _EMPTY:
        return ""
    return _CODE.sub(lambda found: chr(int(found[1], 16)), bare) if "%" in bare else bare
