"""The open comments at the cells of a comparison, in words."""

from collections.abc import Mapping

from laddereditor.compare.sheet.table import Comparison
from laddereditor.model.address import FieldPath
from laddereditor.presentation.comments.comment_rows import as_form_findings, open_comments

CommentWords = Mapping[FieldPath, str]  # what is said, by the field of the cell that shows it


def comment_words(comparison: Comparison) -> tuple[CommentWords, ...]:
    """Return the open comments of each column, each at the nearest cell that shows its place."""
    return tuple(_of_column(comparison, column) for column in range(len(comparison.columns)))


def _of_column(comparison: Comparison, column: int) -> CommentWords:
    subject = comparison.columns[column]
    if subject.address not in open_comments(subject.ladder):
        return {}
    shown = {row.cells[column].field for row in comparison.rows if row.cells}
    said: dict[FieldPath, list[str]] = {}
    for comment in as_form_findings(subject.ladder, subject.address):
        field = comment.field
        while field and field not in shown:
            field = field.above
        if field:
            said.setdefault(field, []).append(comment.message)
    return {field: "\n".join(lines) for field, lines in said.items()}
