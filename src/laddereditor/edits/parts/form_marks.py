"""How a filled self-assessment form is known again: the keys in its hidden column and sheet."""

SHEET = "laddereditor-assessment"  # the name of the hidden sheet
FORMAT = "1"
PERSON, MANAGER, DAY = "person", "manager", "day"  # the rows above the table
SKILL, STATEMENT = "skill", "statement"  # the rows of the table
TABLE = "table"  # the row with the heads of the table
# The columns after the hidden one.
COLUMNS = (
    ("Section", 24),
    ("What is asked", 60),
    ("Asked proficiency", 20),
    ("Own assessment", 20),
    ("Manager's assessment", 20),
    ("Own evidence", 44),
    ("Manager's remarks", 44),
)
