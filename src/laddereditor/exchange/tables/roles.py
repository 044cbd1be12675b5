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
        short: On a head, where there is little room; "" if the title is short enough.
    """

    name: str
    title: str
    use: RoleUse
    left_out: str = ""
    short: str = ""

    @property
    def on_head(self) -> str:
        """What a head says."""
        return self.short or self.title


_ALL = (
    TableRole("family", "Family", "name"),
    TableRole("function", "Job function", "name"),
    TableRole("track", "Track", "name"),
    TableRole("level", "Level", "name"),
    TableRole("level-name", "Name of the level", "name", short="Level name"),
    TableRole("code", "Code of the level", "name", short="Code"),
    TableRole("group", "Group of competencies", "name", short="Group"),
    TableRole("competency", "Competency", "name"),
    TableRole("skill", "Skill", "name"),
    TableRole("step", "Proficiency of the text", "name", short="Proficiency"),
    TableRole("statement", "Statements of the competency", "value", short="Statements"),
    TableRole(
        "expectation", "Statements of the competency in the head", "value", short="Statements"
    ),
    TableRole("factor", "Leveling factor in the head", "value", short="Factor"),
    TableRole("responsibilities", "Responsibilities", "value"),
    TableRole("qualifications", "Qualifications", "value"),
    TableRole("uses", "Skills of the profile", "value", short="Skills"),
    TableRole("title", "Title", "value"),
    TableRole("job-title", "Title that also names the family", "value", short="Job title"),
    TableRole("titles", "Common titles", "value"),
    TableRole("summary", "Summary", "value"),
    TableRole("family-summary", "Summary of the family", "value", short="Summary"),
    TableRole("description", "Description", "value"),
    TableRole("experience", "Years of experience", "value", short="Years"),
    TableRole("pay", "Pay", "value"),
    TableRole("currency", "Currency of the pay", "value", short="Currency"),
    TableRole("occupation", "Occupation code (SOC, O*NET)", "value", short="Occupation"),
    TableRole("proficiency", "Expected proficiency", "value", short="Expected"),
    TableRole("importance", "Importance of the skill", "value", short="Importance"),
    TableRole("link", "Link", "value"),
    TableRole("external-id", "Id in another program", "value", short="Id"),
    TableRole("at-level", "Texts at a level", "level", short="Texts"),
    TableRole("proficiency-at-level", "Proficiency at a level", "level", short="Proficiency"),
    TableRole("present-at-level", "Mark where a level is there", "level", short="There"),
    TableRole("at-step", "Texts at a proficiency", "level", short="Texts"),
    TableRole("head", "Heads", "head"),
    TableRole("body", "Row of the table", "head", short="Row"),
    TableRole("family-row", "Name of the family", "name", short="Family"),
    TableRole("group-row", "Name of a group", "name", short="Group"),
    TableRole("score", "Scores", "left", "scores and weights have no place in a ladder"),
    TableRole(
        "comment",
        "Comments and notes",
        "left",
        "it is a remark, not part of the ladder",
        short="Comments",
    ),
    TableRole(
        "id",
        "Numbers and keys",
        "left",
        "it is a number or a key of the table",
        short="Numbers",
    ),
    TableRole(
        "note",
        "Note outside the table",
        "left",
        "it is a note above or below the table",
        short="Note",
    ),
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
