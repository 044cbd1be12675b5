"""How a filled self-assessment form is known again: the keys in its hidden column and sheet.

In Word a hidden bookmark at the heading of a profile has its keys, and the number of columns says
what a table is about.
"""

SHEET = "laddereditor-assessment"  # the name of the hidden sheet
FORMAT = "1"
PERSON, MANAGER, DAY = "person", "manager", "day"  # the rows above the table
SKILL, STATEMENT = "skill", "statement"  # the rows of the table
TABLE = "table"  # the row with the heads of the table
_EVIDENCE = ("Own evidence", "Manager's remarks")
# The columns after the hidden one.
COLUMNS = (
    ("Section", 24),
    ("What is asked", 60),
    ("Asked proficiency", 20),
    ("Own assessment", 20),
    ("Manager's assessment", 20),
    (_EVIDENCE[0], 44),
    (_EVIDENCE[1], 44),
)
WORD_MARK = "form:"  # before the keys of a profile, as JSON
CHOOSE = "– choose –"  # in a cell in which nothing was chosen
WHO = ("Name", "Manager", "Date")  # the rows of the table above, beside which people write
WHO_COLUMNS = (30, 70)  # percent of the width
# The heads of tables in Word, after that of the section, and the widths of all columns.
SKILL_HEADS = ("Asked proficiency", "Own assessment", "Manager's assessment", *_EVIDENCE)
SKILL_COLUMNS = (22, 12, 13, 13, 20, 20)
STATEMENT_HEADS = _EVIDENCE
STATEMENT_COLUMNS = (46, 27, 27)
