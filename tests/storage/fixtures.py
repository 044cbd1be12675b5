"""Small ladders in the styles that companies write, by name; none has a canonical layout."""

TWO_SPACES = """\
# Ladder of the data group. Ask the job architecture board before you change levels.
laddereditor: 1
name: Data ladder   # the short name
description: >
  Everybody who works with data,
  from the first job to the last.

levels:
  # the first two are for graduates
  - id: P1
    name: Associate
    grade: 7
  - id: P2
    name: Professional

families:

  # --- analysis ---
  - id: analysis
    name: Analysis
    profiles:
      # entry
      - level: P1
        title: Junior Analyst   # agreed in May
        responsibilities:
          - Prepares one report a week
          # two is from the survey
          - Answers questions about numbers
          - Keeps the figures tidy
        skills: [sql, statistics]   # see the library
      - level: P2
        summary: Plans a quarter
        factors:
          scope: One subject
          autonomy: Weekly talks

  # --- platform ---
  - id: platform
    name: Platform
    profiles: []
# the end
"""

ZERO_INDENT = """\
---
laddereditor: 1
name: Zero ladder
families:
- id: sales
  name: Sales
  profiles:
  - level: P1
    title: Seller
    responsibilities:
    - Calls ten customers a day
    - Keeps notes
    expectations:
      craft:
      - Knows the catalogue
- id: support
  name: Support
  profiles:
  - level: P1
    title: Agent
...
"""

DOUBLE_QUOTED = """\
"laddereditor": "1"
"name": "Quoted ladder"
"families":
    - "id": "legal"
      "name": "Legal"
      "profiles":
        - "level": "P1"
          "title": "Clerk"
          "experience": {"min": "1", "max": "3"}
          "responsibilities":
            - "Files \\"red\\" folders: daily"
            - "Answers letters"
"""

FOLDED = """\
laddereditor: 1
name: Folded ladder
families:
  - id: nursing
    name: Nursing
    summary: >-
      People who look after patients at any hour of the day.
      They work in shifts and keep the record complete.
      They speak with relatives.
    profiles:
      - level: P1
        summary: |
          First line of a poem
          Second line of it
        responsibilities:
          - >
            Washes and feeds patients who cannot do so themselves, and
            notes what was done in the record of the ward before the shift ends
          - plain text over
            two lines of the file
        titles:
          - "a quoted title over
            two lines"
"""

WINDOWS = TWO_SPACES.replace("\n", "\r\n")

OTHER_SCRIPTS = """\
laddereditor: 1
name: キャリアラダー 👩‍💻
families:
  - id: engineering
    name: Инженерия
    profiles:
      - level: P1
        title: Ingénieur débutant 🚀
        responsibilities:
          - 小さな変更をリリースする
          - Пишет тесты 🧪 и документацию
          - يكتب الوثائق
"""

FLOW = """\
{laddereditor: 1, name: Flow ladder, levels: [{id: P1, name: One}, {id: P2, name: Two}],
 skills: [{id: sql, name: SQL, aliases: [Structured Query Language, queries]}],
 families: [
   {id: a, name: A, profiles: [{level: P1, title: First, skills: [sql]}]},   # the first
   {id: b, name: B, profiles: []}
 ]}
"""

HEAVY_COMMENTS = """\
%YAML 1.1
---
##########################################################
#  Ladder of the works council, agreed on 3 May          #
#  DO NOT CHANGE the codes - payroll reads them          #
##########################################################
laddereditor: 1                 # format
name:   'Works ladder'          # shown on top

levels:        # lowest first
    #   ---- shop floor ----
    -   id: S1                  # payroll: 4711
        # agreed with the council
        name: Operator          # was: Worker
        grade: '3'              # from 2026 on
        #grade: '2'
        experience:             # years
            min: 0              # none needed
            max: 2              # then S2

    #   ---- office ----
    -   id: S2                  # payroll: 4712
        name: "Clerk"           # was: Assistant

families:
    # --------------------------------------------------
    # Assembly
    # --------------------------------------------------
    -   id: assembly            # payroll: A
        name: Assembly          # line 1 to 4
        summary: >              # for the notice board
            Builds and checks
            the machines.
        # TODO: ask for numbers
        specialties:            # one per line
            - Welding           # line 1

            # since April
            - Painting          # line 2
        profiles:
            -   level: S1       # most of us
                responsibilities: [   # short
                    Mounts parts,     # first
                    # then
                    'Checks, and notes, faults',
                ]
# vim: et
"""

NO_FINAL_NEWLINE = "laddereditor: 1\nname: Short\nfamilies:\n- id: a\n  name: Last line"

STYLES = {
    "two spaces": TWO_SPACES,
    "zero indent": ZERO_INDENT,
    "double quoted": DOUBLE_QUOTED,
    "folded": FOLDED,
    "windows": WINDOWS,
    "other scripts": OTHER_SCRIPTS,
    "flow": FLOW,
    "heavy comments": HEAVY_COMMENTS,
    "no final newline": NO_FINAL_NEWLINE,
}
