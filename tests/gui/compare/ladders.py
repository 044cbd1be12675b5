"""A ladder to compare in, in YAML as people write it."""

OPERATIONS = """\
laddereditor: 1
id: operations
name: Operations ladder
tracks:
  - {id: professional, code: P, name: Professional}
  - {id: management, code: M, name: Management}
factors:
  - {id: scope, name: Scope}
  - {id: autonomy, name: Autonomy}
proficiencies:
  - {id: working, name: Working}
  - {id: advanced, name: Advanced}
competencies:
  - {id: communication, name: Communication}
levels:
  - id: P1
    name: Entry
    track: professional
    summary: Learns the trade.
    factors: {scope: Own tasks, autonomy: Guided daily}
    experience: {min: 0, max: 2}
    title_patterns: ["{specialty} I"]
  - id: P2
    name: Intermediate
    track: professional
    summary: Works alone on known things.
    factors: {scope: One workstream, autonomy: Reviewed weekly}
    experience: {min: 2, max: 4}
    expectations:
      communication:
        - Explains choices to the team
        - Writes notes others can use
    title_patterns: ["{specialty} II"]
  - id: P3
    name: Experienced
    track: professional
    summary: Answers for a whole area.
    factors: {scope: One area, autonomy: Sets own goals}
    experience: {min: 4, max: 7}
    expectations:
      communication:
        - Explains choices to other teams
        - Writes notes others can use
    title_patterns: ["{specialty} III"]
  - {id: M1, name: Team lead, track: management}
skills:
  - {id: planning, name: Planning, category: Method}
  - {id: mentoring, name: Mentoring, category: Leadership}
families:
  - id: logistics
    name: Logistics Planner
    function: Operations
    specialties: [Logistics]
    profiles:
      - level: P1
        responsibilities:
          - Books transport for known routes
      - level: P2
        factors: {scope: One region}
        responsibilities:
          - Plans routes within one region
          - Agrees delivery times with carriers
          - text: Reports delays to the people who wait
            examples: [Calls before the truck is late]
        skills:
          - {skill: planning, proficiency: working}
        qualifications: [Has planned through one peak season]
      - level: P3
        responsibilities:
          - Plans routes beyond one region
          - Agrees delivery times with carriers
          - Chooses carriers for the coming year
        skills:
          - {skill: planning, proficiency: advanced}
          - mentoring
        flsa: exempt
  - id: purchasing
    name: Buyer
    function: Operations
    profiles:
      - level: P2
        responsibilities:
          - Orders parts within agreed limits
"""

OTHER = OPERATIONS.replace("Operations ladder", "Colleague's ladder").replace(
    "Chooses carriers for the coming year", "Chooses carriers for two years"
)
P1, P2, P3 = (f"families/logistics/P{n}" for n in (1, 2, 3))
