"""What rows and columns of a table can be: the registry of roles.

A role is added here; the words of heads that mean it are in `resources/words/tables.yaml`, and how
its cells are taken is in `building/taking.py`.
"""

from dataclasses import dataclass
from typing import Literal

RoleUse = Literal["name", "value", "level", "head", "left"]


@dataclass(frozen=True, slots=True)
class TableRole:
    """A role of rows or columns.

    Attributes:
        name: Its name in mappings.
        title: In words.
        use: `name`: its cells name what their line is about. `value`: its cells are texts of the
            ladder. `level`: the line is a level or a step, and its cells are texts at it. `head`:
            its cells are heads. `left`: its cells are left out.
        left_out: Why its cells are left out, "" if they are not.
    """

    name: str
    title: str
    use: RoleUse
    left_out: str = ""


_ALL = (
    TableRole("family", "Family", "name"),
    TableRole("function", "Job function", "name"),
    TableRole("track", "Track", "name"),
    TableRole("level", "Level", "name"),
    TableRole("level-name", "Name of the level", "name"),
    TableRole("code", "Code of the level", "name"),
    TableRole("group", "Group of competencies", "name"),
    TableRole("competency", "Competency", "name"),
    TableRole("skill", "Skill", "name"),
    TableRole("step", "Proficiency of the text", "name"),
    TableRole("statement", "Statements of the competency", "value"),
    TableRole("expectation", "Statements of the competency in the head", "value"),
    TableRole("factor", "Leveling factor in the head", "value"),
    TableRole("responsibilities", "Responsibilities", "value"),
    TableRole("qualifications", "Qualifications", "value"),
    TableRole("uses", "Skills of the profile", "value"),
    TableRole("title", "Title", "value"),
    TableRole("job-title", "Title that also names the family", "value"),
    TableRole("titles", "Common titles", "value"),
    TableRole("summary", "Summary", "value"),
    TableRole("family-summary", "Summary of the family", "value"),
    TableRole("description", "Description", "value"),
    TableRole("experience", "Years of experience", "value"),
    TableRole("pay", "Pay", "value"),
    TableRole("currency", "Currency of the pay", "value"),
    TableRole("occupation", "Occupation code (SOC, O*NET)", "value"),
    TableRole("proficiency", "Expected proficiency", "value"),
    TableRole("importance", "Importance of the skill", "value"),
    TableRole("link", "Link", "value"),
    TableRole("external-id", "Id in another program", "value"),
    TableRole("at-level", "Texts at a level", "level"),
    TableRole("proficiency-at-level", "Proficiency at a level", "level"),
    TableRole("present-at-level", "Mark where a level is there", "level"),
    TableRole("at-step", "Texts at a proficiency", "level"),
    TableRole("head", "Heads", "head"),
    TableRole("body", "Row of the table", "head"),
    TableRole("family-row", "Name of the family", "name"),
    TableRole("group-row", "Name of a group", "name"),
    TableRole("score", "Scores", "left", "scores and weights have no place in a ladder"),
    TableRole("comment", "Comments and notes", "left", "it is a remark, not part of the ladder"),
    TableRole("id", "Numbers and keys", "left", "it is a number or a key of the table"),
    TableRole("note", "Note outside the table", "left", "it is a note above or below the table"),
    TableRole("total", "Sums", "left", "it is a sum"),
    TableRole("hidden", "Hidden", "left", "it is hidden in the file"),
    TableRole("left", "Left out", "left", "you left it out"),
    TableRole("unknown", "Not understood", "left"),
)
ROLES: dict[str, TableRole] = {one.name: one for one in _ALL}
COLUMN_ROLES = tuple(
    one.name
    for one in _ALL
    if one.name not in ("head", "body", "family-row", "group-row", "hidden")
)
ROW_ROLES = (
    *(
        "head",
        "body",
        "family-row",
        "group-row",
        "title",
        "titles",
        "code",
        "level-name",
        "summary",
    ),
    *("experience", "pay", "factor", "responsibilities", "qualifications", "note", "total"),
    *("comment", "left", "unknown"),
)
