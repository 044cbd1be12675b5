"""The scope of an export as plain values, which an export keeps for when it comes back."""

from collections.abc import Mapping
from typing import Any

from laddereditor.model.address import Address
from laddereditor.reports.exporter import ExportScope


def scope_values(scope: ExportScope) -> dict[str, Any]:
    """Return what a scope chooses, without what chooses all."""
    about = {
        "audience": scope.audience,
        "families": list(scope.families),
        "levels": list(scope.levels),
        "tracks": list(scope.tracks),
        "sections": list(scope.sections),
        "at": [str(address) for address in scope.at],
    }
    return {name: value for name, value in about.items() if value}


def scope_of(raw: Mapping[str, Any]) -> ExportScope:
    """Return the scope that an export says it has; what is not understood chooses all."""

    def texts(name: str) -> tuple[str, ...]:
        value = raw.get(name)
        return tuple(map(str, value)) if isinstance(value, list) else ()

    audience = raw.get("audience")
    return ExportScope(
        audience if audience in ("managers", "hr") else "everybody",
        texts("families"),
        texts("levels"),
        texts("tracks"),
        texts("sections"),
        tuple(map(Address, texts("at"))),
    )
