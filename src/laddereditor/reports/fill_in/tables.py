"""The tables to fill in: sheets of workbooks with a sample of what goes where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SampleSheet:
    """A sheet with heads and samples; text in several lines is several statements."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    heads: int = 1  # rows at the top that say what the columns are


@dataclass(frozen=True, slots=True)
class SampleBook:
    """A workbook to fill in, and how that is done, in sentences."""

    sheets: tuple[SampleSheet, ...]
    advice: tuple[str, ...]


_COPY = "Copy the sheet for the next family, and give each sheet the name of its family."
_LINES = "In a cell, write each statement in a line of its own (Alt+Enter)."
REPLACE = "The texts are samples: write yours over them, and delete rows that you do not need."
LEVELS = "Levels may have codes such as P1, or names such as Junior, lowest first."

ACROSS = SampleBook(
    (
        SampleSheet(
            "Baker",
            (
                ("Competency", "P1", "P2", "P3"),
                ("Title", "Trainee Baker", "Baker", "Senior Baker"),
                ("Years of experience", "0-1", "1-4", "4-8"),
                (
                    "Dough and ovens",
                    "Weighs and mixes by the recipe\nReports doughs that do not rise",
                    "Runs one oven line for a whole shift\nAdjusts times to flour and weather",
                    "Decides which lines run\nWrites new recipes down so that others can bake them",
                ),
                (
                    "Working together",
                    "Asks before changing a step",
                    "Hands the shift over in writing",
                    "Settles disputes between shifts",
                ),
                (
                    "Customers",
                    "Answers what is in a loaf",
                    "Turns complaints into changes of the recipe",
                    "Agrees with shops what is baked next season",
                ),
            ),
        ),
    ),
    (
        "One sheet is one family. Each column is a level, each row a competency.",
        LEVELS,
        "The rows Title and Years of experience may stay empty or go.",
        _LINES,
        _COPY,
        REPLACE,
    ),
)

DOWN = SampleBook(
    (
        SampleSheet(
            "Warehouse Worker",
            (
                ("Level", "Title", "Goods", "Machines", "Safety"),
                (
                    "P1",
                    "Warehouse Assistant",
                    "Counts what arrives against the papers",
                    "Moves pallets by hand truck",
                    "Wears what the sign at the door asks for",
                ),
                (
                    "P2",
                    "Warehouse Worker",
                    "Finds places for goods that come unannounced",
                    "Drives the forklift and checks it every morning",
                    "Stops work where a rack is damaged",
                ),
                (
                    "P3",
                    "Warehouse Specialist",
                    "Plans where goods of the season go",
                    "Trains drivers and signs their papers",
                    "Leads the yearly fire drill",
                ),
            ),
        ),
    ),
    (
        "One sheet is one family. Each row is a level, each further column a competency.",
        LEVELS,
        _LINES,
        _COPY,
        REPLACE,
    ),
)

PROFILES = SampleBook(
    (
        SampleSheet(
            "Profiles",
            (
                (
                    "Family",
                    "Level",
                    "Title",
                    "Summary",
                    "Responsibilities",
                    "Skills",
                    "Qualifications",
                ),
                (
                    "Nurse",
                    "P1",
                    "Trainee Nurse",
                    "Cares for patients under the eyes of an experienced nurse.",
                    "Takes temperature and pulse, and notes them\nPrepares rooms for new patients",
                    "Hygiene\nRecord keeping",
                    "Is enrolled at a school of nursing",
                ),
                (
                    "Nurse",
                    "P2",
                    "Nurse",
                    "Answers for the care of a group of patients during a shift.",
                    "Plans the shift for six patients\nExplains treatments to relatives",
                    "Hygiene\nRecord keeping\nMedication",
                    "Has passed the state examination",
                ),
                (
                    "Physiotherapist",
                    "P2",
                    "Physiotherapist",
                    "Treats patients by plans of their own making.",
                    "Examines how a patient moves\nSets exercises and checks them weekly",
                    "Manual therapy\nRecord keeping",
                    "Holds a licence to treat",
                ),
            ),
        ),
    ),
    (
        "Each row is one family at one level. Write family and level into every row.",
        LEVELS,
        "Columns that you do not need may go.",
        _LINES,
        REPLACE,
    ),
)

STATEMENTS = SampleBook(
    (
        SampleSheet(
            "Statements",
            (
                ("Family", "Level", "Competency", "Statement"),
                ("Gardener", "P1", "Plants", "Waters and weeds by the daily list"),
                ("Gardener", "P1", "Plants", "Knows twenty common shrubs by name"),
                ("Gardener", "P1", "Tools", "Cleans tools before they go back"),
                ("Gardener", "P2", "Plants", "Prunes fruit trees without being shown"),
                ("Gardener", "P2", "Tools", "Sharpens blades and changes oil"),
                ("Tree Surgeon", "P2", "Plants", "Judges from the ground whether a tree is sound"),
                ("Tree Surgeon", "P2", "Tools", "Climbs with rope and saw, secured by a colleague"),
            ),
        ),
    ),
    (
        "Each row is one statement. Write family, level and competency into every row.",
        LEVELS,
        REPLACE,
    ),
)

SKILLS = SampleBook(
    (
        SampleSheet(
            "Skills",
            (
                ("Skill", "Beginner", "Intermediate", "Advanced", "Expert"),
                (
                    "Negotiation",
                    "Prepares offers that others present",
                    "Negotiates yearly contracts with small suppliers",
                    "Negotiates with the ten largest suppliers",
                    "Turns around talks that others gave up",
                ),
                (
                    "Bookkeeping",
                    "Enters receipts under the right account",
                    "Closes the month without help",
                    "Prepares the year for the auditors",
                    "Writes the rules that all accounts follow",
                ),
                (
                    "Public speaking",
                    "Presents results to the own team",
                    "Presents to other departments and answers questions",
                    "Speaks at fairs of the trade",
                    "Is asked by others to open conferences",
                ),
            ),
        ),
    ),
    (
        "Each row is a skill, each column a step of the scale, from the lowest to the highest.",
        "You may give the steps other names.",
        REPLACE,
    ),
)

LIST = SampleBook(
    (
        SampleSheet(
            "Skills",
            (
                ("Skill", "Category", "Description"),
                ("Forklift driving", "Machines", "Moves loads of up to two tonnes safely"),
                ("Stock taking", "Goods", "Counts and corrects stock by the rules of the house"),
                ("First aid", "Safety", "Helps injured people until others take over"),
            ),
        ),
    ),
    ("Each row is a skill of the library.", REPLACE),
)
