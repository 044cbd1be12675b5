"""Texts and data inside a page."""

import json
import re
from typing import Any

from markupsafe import Markup

# Signs that no HTML page may have (WHATWG HTML, "Preprocessing the input stream").
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_REPLACED = "\ufffd"


def allowed_text(text: str) -> str:
    """Return a text without the signs that no page may have."""
    return _FORBIDDEN.sub(_REPLACED, text) if _FORBIDDEN.search(text) else text


def shown(*texts: str) -> str:
    """Return the first text that has a sign to see, "…" if none has."""
    return next((text for text in texts if any(map(_is_seen, text))), "…")


def _is_seen(sign: str) -> bool:
    return sign.isprintable() and not sign.isspace()


def embedded(value: Any) -> Markup:
    """Return a value as JSON that can be inside a page, where no text of it ends the script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(allowed_text(text.replace("<", "\\u003c")))
