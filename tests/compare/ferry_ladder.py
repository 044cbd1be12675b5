"""A ladder in which it is known what is alike: duplicates, lateral moves, and look-alikes.

`NEAREST` was written from the texts alone, before anything was computed from them.
"""

from typing import NamedTuple

FERRIES = """\
laddereditor: 1
id: ferries
name: Ferry company
tracks: [{id: general, code: G, name: General}]
factors: [{id: scope, name: Scope}, {id: autonomy, name: Autonomy}]
proficiencies: [{id: basic, name: Basic}, {id: sound, name: Sound}]
competencies: [{id: safety, name: Safety}, {id: cooperation, name: Cooperation}]
levels:
  - id: G1
    name: Beginner
    track: general
    summary: Learns the work at the side of a colleague.
    factors: {scope: Single tasks, autonomy: Asks before each step}
    expectations:
      safety: [Wears what the safety rules ask for]
      cooperation: [Says when something is unclear]
  - id: G2
    name: Independent
    track: general
    summary: Does the daily work alone.
    factors: {scope: A whole shift, autonomy: Asks when something is unusual}
    expectations:
      safety: [Reports every near miss on the same day]
      cooperation: [Hands a shift over completely]
  - id: G3
    name: Leading
    track: general
    summary: Answers for a shift and the people in it.
    factors: {scope: All shifts of a place, autonomy: Decides within the budget}
    expectations:
      safety: [Stops any work that is unsafe]
      cooperation: [Settles quarrels on the spot]
skills:
  - {id: ropes, name: Rope work}
  - {id: radio, name: Marine radio}
  - {id: till, name: Till handling}
  - {id: guests, name: Hospitality}
  - {id: knives, name: Knife skills}
  - {id: stock, name: Stock keeping}
  - {id: rosters, name: Rostering software}
  - {id: circuits, name: Electrical circuits}
  - {id: wages, name: Wage law}
families:
  - id: deckhand
    name: Deckhand
    profiles:
      - level: G1
        title: Trainee Deckhand
        responsibilities:
          - Carries mooring lines to the bollards
          - Scrubs and rinses the car deck after each crossing
          - Watches how vehicles are lashed in rough weather
          - Works safely and follows the rules of the company
        skills: [{skill: ropes, proficiency: basic}]
      - level: G2
        title: Deckhand
        responsibilities:
          - Throws, catches and makes fast the mooring lines at every berth
          - Guides cars and lorries into their lanes on the car deck
          - Lashes vehicles before a crossing in rough weather
          - Lowers and raises the bow ramp on the mate's signal
          - Checks life jackets and rafts once a week
          - Works safely and follows the rules of the company
        skills: [{skill: ropes, proficiency: sound}, {skill: radio, proficiency: basic}]
      - level: G3
        title: Leading Deckhand
        responsibilities:
          - Throws, catches and makes fast the mooring lines at every berth
          - Decides how vehicles are spread over the car deck
          - Lashes vehicles before a crossing in rough weather
          - Lowers and raises the bow ramp on the mate's signal
          - Leads the raft drill once a month
          - Works safely and follows the rules of the company
        skills: [{skill: ropes, proficiency: sound}, {skill: radio, proficiency: sound}]
  - id: mooring-crew
    name: Mooring Crew
    profiles:
      - level: G1
        title: Junior Line Handler
        responsibilities:
          - Carries the mooring lines to the bollards
          - Scrubs the car deck after each crossing
          - Watches how vehicles are lashed when the weather is rough
          - Works safely and follows the rules of the company
        skills: [{skill: ropes, proficiency: basic}]
      - level: G2
        title: Line Handler
        responsibilities:
          - Throws, catches and makes fast the mooring lines at every berth
          - Guides cars and lorries into their lanes on the car deck
          - Lashes vehicles before a crossing in rough weather
          - Lowers and raises the bow ramp on the mate's signal
          - Checks life jackets and rafts once a week
          - Works safely and follows the rules of the company
        skills: [{skill: ropes, proficiency: sound}, {skill: radio, proficiency: basic}]
  - id: ticket-office
    name: Ticket Office
    profiles:
      - level: G1
        title: Ticket Clerk
        responsibilities:
          - Sells single tickets at the window
          - Fills the leaflet stands each morning
          - Works safely and follows the rules of the company
        skills: [{skill: till, proficiency: basic}]
      - level: G2
        title: Senior Ticket Clerk
        responsibilities:
          - Sells tickets and season cards to passengers at the window
          - Explains timetables and fares to visitors in two languages
          - Counts the till and prepares the cash for the bank each evening
          - Handles complaints about late ferries and offers refunds
          - Takes bookings of groups by telephone
          - Works safely and follows the rules of the company
        skills: [{skill: till, proficiency: sound}, {skill: guests, proficiency: sound}]
  - id: island-museum
    name: Island Museum
    profiles:
      - level: G2
        title: Visitor Host
        responsibilities:
          - Sells tickets and year cards to visitors at the desk
          - Explains opening hours and fares to visitors in two languages
          - Counts the till and prepares the cash for the bank each evening
          - Takes bookings of groups and school classes by telephone
          - Dusts the ship models in the glass cases
          - Works safely and follows the rules of the company
        skills: [{skill: till, proficiency: sound}, {skill: guests, proficiency: basic}]
  - id: ticket-machines
    name: Ticket Machines
    profiles:
      - level: G2
        title: Ticket Machine Technician
        responsibilities:
          - Repairs the printers of ticket machines on all piers
          - Replaces worn card readers and coin slots
          - Measures the current of machines that fail in frost
          - Orders spare parts before they run out
          - Works safely and follows the rules of the company
        skills: [{skill: circuits, proficiency: sound}, {skill: stock, proficiency: basic}]
  - id: galley
    name: Galley
    profiles:
      - level: G1
        title: Galley Hand
        responsibilities:
          - Peels and cuts vegetables for the day
          - Washes pots, pans and trays
          - Works safely and follows the rules of the company
        skills: [{skill: knives, proficiency: basic}]
      - level: G2
        title: Galley Cook
        responsibilities:
          - Cooks two warm dishes and a soup for each crossing
          - Plans the dishes of a week with what is in season
          - Checks the temperature of the cold store twice a day
          - Orders fish, bread and vegetables from local suppliers
          - Works safely and follows the rules of the company
        skills: [{skill: knives, proficiency: sound}, {skill: stock, proficiency: sound}]
  - id: harbour-canteen
    name: Harbour Canteen
    profiles:
      - level: G2
        title: Canteen Cook
        responsibilities:
          - Cooks two warm dishes and a soup for each lunch
          - Plans the dishes of the week with what is in season
          - Checks the temperature of the cold store twice a day
          - Orders fish, bread and vegetables from suppliers nearby
          - Clears the tables after lunch
          - Works safely and follows the rules of the company
        skills: [{skill: knives, proficiency: sound}, {skill: stock, proficiency: basic}]
  - id: deck-planning
    name: Deckhand Planning
    profiles:
      - level: G2
        title: Deckhand Planner
        responsibilities:
          - Draws up the rota of all crews four weeks ahead
          - Finds stand-ins within an hour when somebody falls ill
          - Keeps the record of holidays and overtime
          - Works safely and follows the rules of the company
        skills: [{skill: rosters, proficiency: sound}]
  - id: bus-depot
    name: Bus Depot
    profiles:
      - level: G2
        title: Duty Officer
        responsibilities:
          - Draws up the rota of all drivers six weeks ahead
          - Finds a stand-in within the hour when a driver falls ill
          - Answers the radio of the depot at night
          - Works safely and follows the rules of the company
        skills: [{skill: rosters, proficiency: basic}]
  - id: payroll
    name: Payroll
    profiles:
      - level: G2
        title: Payroll Clerk
        responsibilities:
          - Computes wages, bonuses and deductions every month
          - Certifies pension contributions to the authorities
          - Works safely and follows the rules of the company
        skills: [{skill: wages, proficiency: sound}]
  - id: apprentices
    name: Apprentices
    profiles: [{level: G1, title: Deckhand}]
"""


class Label(NamedTuple):
    """What a reader calls nearest to a profile, in its family and in others."""

    address: str
    same: tuple[str, ...] = ()  # these and no others, nearest first
    others: tuple[str, ...] = ()  # these, nearest first
    perhaps: tuple[str, ...] = ()  # may follow those of other families; nothing else may


NEAREST = (
    Label(
        "deckhand/G2",
        ("deckhand/G3", "deckhand/G1"),
        ("mooring-crew/G2",),
        ("mooring-crew/G1",),
    ),
    Label(
        "deckhand/G1",
        ("deckhand/G2", "deckhand/G3"),
        ("mooring-crew/G1",),
        ("mooring-crew/G2",),
    ),
    Label(
        "mooring-crew/G2",
        ("mooring-crew/G1",),
        ("deckhand/G2", "deckhand/G3"),
        ("deckhand/G1",),
    ),
    Label("ticket-office/G2", ("ticket-office/G1",), ("island-museum/G2",)),
    Label("island-museum/G2", (), ("ticket-office/G2",), ("ticket-office/G1",)),
    Label("galley/G2", ("galley/G1",), ("harbour-canteen/G2",)),
    Label("harbour-canteen/G2", (), ("galley/G2",), ("galley/G1",)),
    Label("deck-planning/G2", (), ("bus-depot/G2",)),
    Label("ticket-machines/G2"),
    Label("payroll/G2"),
    Label("apprentices/G1"),
)
IDENTICAL = {("deckhand/G2", "mooring-crew/G2")}
