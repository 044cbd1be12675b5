"""A second ladder in which it is known what is alike, in German, with short lists.

Nothing was tuned on it: `NEAREST` was written before anything was computed from it.
"""

from tests.compare.ferry_ladder import Label

TOWN = """\
laddereditor: 1
id: stadt
name: Stadtbetriebe
language: de
tracks: [{id: e, code: E, name: Entwicklung}]
factors: [{id: umfang, name: Umfang}]
proficiencies: [{id: gut, name: Gut}, {id: sicher, name: Sicher}]
levels:
  - {id: E1, name: Einstieg, track: e, factors: {umfang: Einzelne Aufgaben}}
  - {id: E2, name: Fachkraft, track: e, factors: {umfang: Ein Bereich}}
skills:
  - {id: pflanzen, name: Pflanzenkunde}
  - {id: fahren, name: Lastwagen fahren}
  - {id: kasse, name: Kasse}
families:
  - id: parks
    name: Parkpflege
    profiles:
      - level: E1
        title: Gartenhilfe
        responsibilities:
          - Jätet Beete und harkt Wege
          - Gießt Jungbäume im Sommer
          - Hält sich an die Dienstanweisung
        skills: [{skill: pflanzen, proficiency: gut}]
      - level: E2
        title: Gärtnerin
        responsibilities:
          - Schneidet Hecken und Sträucher nach Plan
          - Pflanzt Jungbäume und bindet sie an
          - Mäht Rasenflächen mit dem Aufsitzmäher
          - Prüft Spielplätze auf lose Schrauben
          - Hält sich an die Dienstanweisung
        skills: [{skill: pflanzen, proficiency: sicher}]
  - id: friedhof
    name: Friedhof
    profiles:
      - level: E2
        title: Friedhofsgärtner
        responsibilities:
          - Schneidet Hecken und Sträucher
          - Pflanzt Jungbäume und bindet sie fest
          - Mäht die Rasenflächen mit dem Aufsitzmäher
          - Öffnet und schließt Gräber
          - Hält sich an die Dienstanweisung
        skills: [{skill: pflanzen, proficiency: gut}]
  - id: laden
    name: Gärtnereiladen
    profiles:
      - level: E2
        title: Gärtnerin im Verkauf
        responsibilities:
          - Berät Kundschaft zu Topfblumen
          - Bindet Sträuße nach Wunsch
          - Rechnet abends die Kasse ab
          - Hält sich an die Dienstanweisung
        skills: [{skill: kasse, proficiency: sicher}]
  - id: bad
    name: Freibad
    profiles:
      - level: E1
        title: Kassenkraft
        responsibilities:
          - Verkauft Eintrittskarten
          - Rechnet abends die Kasse ab
          - Hält sich an die Dienstanweisung
        skills: [{skill: kasse, proficiency: gut}]
  - id: bauhof
    name: Bauhof
    profiles:
      - level: E2
        title: Fahrer
        responsibilities: [Fährt Kies und Sand zu Baustellen, Räumt im Winter Schnee]
        skills: [{skill: fahren, proficiency: sicher}]
  - id: abfall
    name: Abfallwirtschaft
    profiles:
      - level: E2
        title: Kraftfahrerin
        responsibilities: [Fährt Kies und Sand zu Baustellen, Räumt im Winter den Schnee]
        skills: [{skill: fahren, proficiency: sicher}]
  - id: muellabfuhr
    name: Müllabfuhr
    profiles:
      - level: E2
        title: Fahrer
        responsibilities: [Leert Tonnen entlang der Tour, Fährt den Sammelwagen]
        skills: [{skill: fahren, proficiency: gut}]
"""

NEAREST = (
    Label("parks/E2", ("parks/E1",), ("friedhof/E2",)),
    Label("friedhof/E2", (), ("parks/E2",), ("parks/E1",)),
    Label("laden/E2", (), ("bad/E1",)),
    Label("bauhof/E2", (), ("abfall/E2",), ("muellabfuhr/E2",)),
    Label("abfall/E2", (), ("bauhof/E2",), ("muellabfuhr/E2",)),
    Label("parks/E1", ("parks/E2",), (), ("friedhof/E2",)),
)
