"""Times, sizes and differences in plain words."""

from datetime import datetime

from laddereditor.edits.words import counted
from laddereditor.model.counting import plural
from laddereditor.session.recovered import DifferingEntity, RecoverySummary

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def when(time: datetime, now: datetime) -> str:
    """Return "today 14:03", "Tuesday 14:03" or "3 March 2026 14:03", by this machine's clock."""
    time, now = time.astimezone(), now.astimezone()
    days = (now.date() - time.date()).days
    clock = f"{time:%H:%M}"
    if days in (0, 1):
        return f"{'yesterday' if days else 'today'} {clock}"
    if 1 < days < 7:
        return f"{_DAYS[time.weekday()]} {clock}"
    return f"{time.day} {_MONTHS[time.month - 1]} {time.year} {clock}"


def since(time: datetime, now: datetime) -> str:
    """Return "10:42" for today, else the day as well."""
    return when(time, now).removeprefix("today ")


def size(count: int) -> str:
    """Return a file's size: "840 bytes", "14 KB", "2.1 MB"."""
    if count < 1000:
        return plural(count, "byte")
    return f"{count / 1000:.0f} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def differences(summary: RecoverySummary) -> str:
    """Return "2 profiles changed, 1 skill added"."""
    if summary.same:
        return "nothing differs"
    if summary.unreadable:
        return summary.unreadable[:1].lower() + summary.unreadable[1:]
    parts = [
        part
        for what, records in (
            ("changed", summary.changed),
            ("added", summary.added),
            ("removed", summary.removed),
        )
        for part in _counted(records, what)
    ]
    return ", ".join(parts) or "only order, layout or comments differ"


def _counted(records: tuple[DifferingEntity, ...], what: str) -> list[str]:
    kinds = list(dict.fromkeys(record.kind for record in records))
    return [_count(kind, sum(r.kind == kind for r in records), what) for kind in kinds]


def _count(kind: str, number: int, what: str) -> str:
    if not kind:
        return f"the ladder's own page {what}"
    return f"{counted(kind, number)} {what}"
