"""A small ladder in YAML as people write it, for tests of the window."""

SMALL = """\
laddereditor: 1
id: small
name: Small ladder
# who: the people team
tracks:
  - {id: professional, code: P, name: Professional}
  - {id: management, code: M, name: Management}
factors:
  - id: scope
    name: Scope
    description: How much of the work the person answers for
  - id: autonomy
    name: Autonomy
proficiencies:
  - {id: working, name: Working}
  - {id: expert, name: Expert}
competencies:
  - {id: communication, name: Communication}
levels:
  - id: P1
    name: Entry
    track: professional
    summary: Learns the trade.
    factors: {scope: Own tasks, autonomy: Guided}
    experience: {min: 0, max: 2}
    title_patterns: ["{specialty} I"]
  - id: P2
    name: Intermediate
    track: professional
    summary: Works alone on known things.
    factors:
      scope: A feature
      autonomy: Reviewed   # agreed in May
    experience: {min: 2, max: 4}
    expectations:
      communication:
        - Explains choices to the team
    title_patterns: ["{specialty} II", "{specialty} 2"]
  - id: M1
    name: Team lead
    track: management
skills:
  - id: python
    name: Python
    kind: tool
    category: Languages
  - id: mentoring
    name: Mentoring
    category: Leadership
    aliases: [Coaching]
families:
  - id: software
    name: Software Engineer
    function: Engineering
    specialties: [Backend, Frontend]
    profiles:
      - level: P1
        title: Junior Engineer
        responsibilities:
          - Fixes defects in a known service
          # asked for by the support team
          - Writes tests for own changes
        skills: [python]
      - level: P2
        responsibilities:
          - Leads one feature from idea to release
        skills:
          - {skill: python, proficiency: working}
          - mentoring
        qualifications:
          - Has shipped two features
  - id: design
    name: Product Designer
    function: Design
    summary: Shapes what people use.
    profiles: []
"""
