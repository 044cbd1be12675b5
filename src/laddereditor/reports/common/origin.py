"""Which ladder a paper is from: its name, its version, and the days that matter."""

from datetime import date

from laddereditor.model.ladder import Ladder
from laddereditor.model.phrases import Phrases, phrases_of


def dated_parts(ladder: Ladder, phrases: Phrases, today: date | None) -> list[str]:
    """Return the version of a ladder, since when it holds, and the day of writing.

    Args:
        ladder: The ladder.
        phrases: The language.
        today: The day of writing; None to leave it out.
    """
    day = ladder.effective
    parts = (
        phrases.say("Version {now}", now=ladder.version) if ladder.version else "",
        phrases.say("In force from {day}", day=phrases.day(day)) if day else "",
        phrases.say("Written on {day}", day=phrases.day(today)) if today else "",
    )
    return [part for part in parts if part]


def origin_line(ladder: Ladder, today: date | None = None) -> str:
    """Return a line at the end of a paper, in the language of the ladder.

    Args:
        ladder: The ladder.
        today: The day of writing; None for today.
    """
    phrases = phrases_of(ladder.language)
    name = ladder.name or ladder.id
    return " · ".join(filter(None, (name, *dated_parts(ladder, phrases, today or date.today()))))
