"""Ladder files with comments in every place where YAML allows one, in many styles.

Every comment carries a number (`# c17`), and every text and id a word of its own (`w5`, `f2`), so
that a judge can tell whose a comment is before and after an edit.
"""

import re
from random import Random
from typing import Any

Raw = Any
_NO_TAB = re.compile(r"(?<=[:-])[ \t]+(?=#)")  # the parser takes no tab behind these
_WORDS = (" it's so", ": [a] {b}", " - was: 7", " #!", "", "", " ask “Ana”")
_TAILS = (" leads", " reviews the work: daily", " owns #1 'issue'", " führt - 3", " writes notes")


class Namer:
    """Makes words that nothing else in a ladder has."""

    def __init__(self, start: int = 0) -> None:
        self.count = start

    def word(self, letter: str = "w") -> str:
        """Return a new word."""
        self.count += 1
        return f"{letter}{self.count}"

    def text(self, rng: Random) -> str:
        """Return a new text."""
        return self.word() + rng.choice(_TAILS)


def some_ladder(rng: Random, namer: Namer) -> dict[str, Raw]:
    """Return the plain values of a ladder with something in most of its lists."""
    raw: dict[str, Raw] = {"laddereditor": 1, "name": namer.text(rng)}
    if rng.random() < 0.5:
        raw["description"] = namer.text(rng)
    skills: list[dict[str, Raw]] = [
        {"id": namer.word("s"), "name": namer.text(rng)} for _ in range(rng.randint(0, 3))
    ]
    for skill in skills:
        skill["aliases"] = texts(rng, namer)
    if rng.random() < 0.7:
        raw["levels"] = [some_level(rng, namer) for _ in range(rng.randint(1, 3))]
    if skills and rng.random() < 0.7:
        raw["skills"] = skills
    raw["families"] = [some_family(rng, namer, skills) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.4:
        raw["checks"] = {"rules": {"long-statement": "off", "other": "info"}}
    if rng.random() < 0.3:
        raw["history"] = [{"version": f"{n}.0.0", "summary": namer.text(rng)} for n in (2, 1)]
    return raw


def texts(rng: Random, namer: Namer) -> list[str]:
    """Return a few new texts."""
    return [namer.text(rng) for _ in range(rng.randint(1, 4))]


def statements(rng: Random, namer: Namer) -> list[Raw]:
    """Return a few new statements, some with examples."""
    found: list[Raw] = texts(rng, namer)
    if rng.random() < 0.3:
        found[0] = {"text": found[0], "examples": texts(rng, namer)}
    return found


def some_level(rng: Random, namer: Namer) -> dict[str, Raw]:
    """Return a new level."""
    raw: dict[str, Raw] = {"id": namer.word("k"), "name": namer.text(rng)}
    if rng.random() < 0.6:
        raw["factors"] = {key: namer.text(rng) for key in ("scope", "impact", "on")}
    if rng.random() < 0.4:
        raw["experience"] = {"min": 1, "max": 3}
    if rng.random() < 0.5:
        raw["expectations"] = {"craft": statements(rng, namer), "care": texts(rng, namer)}
    return raw


def some_family(rng: Random, namer: Namer, skills: list[Raw]) -> dict[str, Raw]:
    """Return a new family with profiles."""
    raw: dict[str, Raw] = {"id": namer.word("f"), "name": namer.text(rng)}
    if rng.random() < 0.4:
        raw["specialties"] = texts(rng, namer)
    raw["profiles"] = [some_profile(rng, namer, skills) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.3:
        raw["notes"] = namer.text(rng)
    return raw


def some_profile(rng: Random, namer: Namer, skills: list[Raw]) -> dict[str, Raw]:
    """Return a new profile."""
    raw: dict[str, Raw] = {"level": namer.word("L")}
    if rng.random() < 0.5:
        raw["title"] = namer.text(rng)
    if rng.random() < 0.5:
        raw["summary"] = namer.text(rng)
    if rng.random() < 0.8:
        raw["responsibilities"] = statements(rng, namer)
    if skills and rng.random() < 0.6:
        raw["skills"] = [
            rng.choice([skill["id"], {"skill": skill["id"], "proficiency": "expert"}])
            for skill in skills
        ]
    if rng.random() < 0.4:
        raw["titles"] = texts(rng, namer)
    if rng.random() < 0.2:
        raw["pay"] = {"note": namer.text(rng), "ranges": [{"market": "US", "min": 1, "max": 2}]}
    return raw


class Commented:
    """Writes one file. `held` adds habits that nothing was tuned on."""

    def __init__(self, rng: Random, held: bool = False) -> None:
        self.rng = rng
        self.count = 0
        self.offset = rng.choice([0, 2, 2, 4] + [1, 3] * held)
        self.step = rng.choice([2, 2, 4] + [3] * held)
        self.dash = rng.choice([2, 2, 4] + [3] * held)
        self.density = rng.choice([0.1, 0.25, 0.5])
        self.stray = rng.choice([0.0, 0.3])  # own-line comments in other columns than their item
        self.blank = rng.choice([0.0, 0.0, 0.15])
        self.flow = rng.choice([0.0, 0.15, 0.4])
        self.wide = rng.choice([0.0, 0.5, 1.0])  # brackets over several lines
        self.blocks = rng.choice([0.0, 0.3])
        self.keep = rng.choice([0.0, 0.0, 0.5])  # blocks that keep the blank lines behind them
        self.below = rng.choice([0.0, 0.0, 0.3])  # values below their dash or key
        self.gap = rng.choice(["  ", " ", "    "] + ["\t", " \t "] * held)
        self.white = rng.choice(["", "", "  "]) if held else ""  # in blank lines
        self.quote = rng.choice(["", '"', "'"])
        self.floor = 99  # comments stand to the left of it, or they are text of the block above

    def file(self, raw: dict[str, Raw]) -> str:
        """Return a whole file."""
        rng = self.rng
        lines = self.own(0) + (["---" + self.behind()] if rng.random() < 0.2 else [])
        lines += self.map_lines(raw, 0)
        lines += self.own(rng.choice([0, 0, 2])) + (["..."] if rng.random() < 0.1 else [])
        lines = [_NO_TAB.sub(" ", line) for line in lines]
        newline = "\r\n" if rng.random() < 0.15 else "\n"
        return newline.join(lines) + ("" if rng.random() < 0.1 else newline)

    def comment(self) -> str:
        """Return a new comment."""
        self.count += 1
        return f"# c{self.count}{self.rng.choice(_WORDS)}"

    def own(self, indent: int) -> list[str]:
        """Return comments and blank lines above an item that is indented so."""
        lines: list[str] = []
        while self.rng.random() < self.density:
            column = indent
            if self.rng.random() < self.stray:
                column = self.rng.choice([0, indent + 1, indent + 2, indent + 4, indent - 2])
            column = max(0, min(column, self.floor - 1))
            lines += [*self.empty(), " " * column + self.comment()]
            self.floor = min(self.floor, 99)
        return lines + self.empty()

    def empty(self) -> list[str]:
        """Return a blank line, sometimes."""
        return [self.white] if self.rng.random() < self.blank else []

    def behind(self, chance: float = 1.0) -> str:
        """Return a comment at the end of a line, sometimes."""
        return self.gap + self.comment() if self.rng.random() < self.density * chance else ""

    def map_lines(self, raw: dict[str, Raw], indent: int) -> list[str]:
        """Return the lines of a mapping."""
        lines: list[str] = []
        for key, value in raw.items():
            lines += self.own(indent)
            self.floor = 99
            lines += self.value(" " * indent + key + ":", value, indent, self.step, self.offset)
        return lines + self.own(indent) * (self.rng.random() < 0.3)

    def value(self, head: str, value: Raw, indent: int, step: int, offset: int) -> list[str]:
        """Return the lines of a value behind a head."""
        if not isinstance(value, dict | list):
            return self.scalar(head, value, indent, step)
        if not value or self.rng.random() < self.flow:
            return self.brackets(head + " ", value, indent + step)
        lines = [head + self.behind()]
        if isinstance(value, dict):
            return lines + self.map_lines(value, indent + step)
        for item in value:
            lines += self.own(indent + offset)
            self.floor = 99
            lines += self.item(item, indent + offset)
        return lines + self.own(indent + offset) * (self.rng.random() < 0.4)

    def item(self, value: Raw, indent: int) -> list[str]:
        """Return the lines of an item."""
        head = " " * indent + "-"
        if not isinstance(value, dict) or not value or self.rng.random() < self.flow:
            return self.value(head, value, indent, self.dash, self.dash)
        count = self.count
        lines = self.map_lines(value, indent + self.dash)
        if self.rng.random() < self.below:
            return [head + self.behind(), *lines]
        first = next(n for n, line in enumerate(lines) if line.strip() and line.strip()[0] != "#")
        if first:
            return [head + self.behind(), *lines] if self.count > count else [head, *lines]
        return [head + lines[0][indent + 1 :], *lines[1:]]

    def brackets(self, head: str, value: Raw, indent: int) -> list[str]:
        """Return a value in brackets, over several lines with comments or in one."""
        if not value or self.rng.random() >= self.wide:
            return [head + self.one_line(value) + self.behind()]
        margin = " " * indent
        start, end = "{}" if isinstance(value, dict) else "[]"
        items = (
            [f"{key}: {self.one_line(inner)}" for key, inner in value.items()]
            if isinstance(value, dict)
            else [self.one_line(inner) for inner in value]
        )
        lines = [head + start + self.behind()]
        for number, item in enumerate(items):
            last = number == len(items) - 1
            comma = self.rng.choice([",", ""]) if last else ","
            lines += [*self.own(indent), margin + item + comma + self.behind()]
        return [*lines, *self.own(indent), margin + end + self.behind()]

    def one_line(self, value: Raw) -> str:
        """Return a value in one line."""
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.one_line(v)}" for key, v in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.one_line, value)) + "]"
        return self.quoted(value, '"')

    def quoted(self, value: Raw, style: str) -> str:
        """Return a single value on one line."""
        if not isinstance(value, str):
            return str(value).lower()
        if value.isalnum() or value == "long-statement":
            return value
        if style == "'":
            return "'" + value.replace("'", "''") + "'"
        if style == '"' or ": " in value or " #" in value:
            return f'"{value}"'
        return value

    def scalar(self, head: str, value: Raw, indent: int, step: int) -> list[str]:
        """Return the lines of a single value."""
        margin = " " * (indent + step)
        if isinstance(value, str) and " " in value and self.rng.random() < self.blocks:
            self.floor = indent + step
            chomp = "+" if self.rng.random() < self.keep else self.rng.choice(["", "-"])
            extra = [""] * self.rng.choice([0, 1, 2]) if chomp == "+" else []
            start, behind = self.rng.choice("|>") + chomp, self.behind()
            words = value.split(" ")
            return [f"{head} {start}{behind}", margin + words[0], *_more(margin, words), *extra]
        text = self.quoted(value, self.quote)
        if self.rng.random() < self.below and isinstance(value, str):
            return [head + self.behind(), *self.own(indent + step), margin + text + self.behind()]
        return [f"{head} {text}{self.behind()}"]


def _more(margin: str, words: list[str]) -> list[str]:
    return [margin + " ".join(words[1:])] if words[1:] else []
