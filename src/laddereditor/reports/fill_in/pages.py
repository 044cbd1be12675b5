"""A level page to fill in, as text."""

_LEVEL_PAGE = """\
P2 — Careful Professional
Cabinet Maker
Builds furniture from drawings and answers for its finish.

What this level means
Works alone on pieces that the workshop has built before.
- Scope
- One piece of furniture at a time
- Autonomy
- Asks where a drawing leaves something open
- Typical experience
- 2–4 years

What you'd do
- Chooses boards by grain and moisture
- Cuts joints by hand and by machine
- Fits drawers and doors so that they close softly

Skills, knowledge & tools
- Joinery
- Reading of drawings
- Table saw

What good looks like
- Holds a journeyman's certificate
- Has built three pieces that were sold

Common titles
- Cabinet Maker II
- Furniture Maker II

What it pays
EUR 38,000 – 46,000

O*NET / SOC: 51-7011 — Cabinetmakers and Bench Carpenters
"""


def level_page_bytes() -> bytes:
    """Return the page as a text file that every editor opens."""
    return _LEVEL_PAGE.replace("\n", "\r\n").encode("utf-8-sig")
