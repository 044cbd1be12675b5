"""A remark of an editor or reviewer on a place of the ladder."""

from laddereditor.model.base import DayOrText, Entity
from laddereditor.model.fields import FormPlace, described


class Comment(Entity):
    """What somebody remarked on a record, a field or a statement."""

    at: str = described(
        "Where",
        "Address of what the comment is about; empty for the whole ladder.",
        default="",
        form=FormPlace(width=3),
    )
    author: str = described("Author", "Who wrote it.", default="")
    date: DayOrText = described("Date", "When it was written.", "date", default=None)
    text: str = described("Comment", "What was remarked.", "text", default="")
    quote: str = described(
        "Statement",
        "The statement that it is about, so that it is found again where the list has changed.",
        "text",
        default="",
    )
    resolved: bool = described("Resolved", "Whether it was dealt with.", "flag", default=False)
