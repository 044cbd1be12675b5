"""Writes plain values as YAML in as many styles as people do: a writer of its own, for tests."""

import json
from random import Random
from typing import Any

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäß"
WORDS = ["no", "null", "7", "1_000", "12:30", "2026-11", "~", "yes", "0x1F", "1.10", "<<"]
TEXTS = [
    "Leads the team",
    "Reviews  the work: of others",
    "Owns #1 issue",
    'it\'s "quoted" \\ text',
    "- starts with a dash",
    "# no comment",
    "ends with colon:",
    "Führt das Team 👩‍💻 weiter",
    "two\nlines",
    "three\n\nlines here\nindeed",
    " leading space",
    "trailing space ",
    "a long text " * 12 + "ends",
    "tab\there",
    "nbsp\u00a0and\u2028separator",
    "{braces} [brackets], commas",
    "*star &and !bang %percent @at `tick",
    "last line\n",
    "ключ: значение",
]


def any_text(rng: Random) -> str:
    """Return some text."""
    return rng.choice(WORDS if rng.random() < 0.15 else TEXTS) + rng.choice(["", " x", "9", "!"])


class Style:
    """How one file is written; the rest is left to chance."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.offset = rng.choice([0, 2, 2, 4])
        self.step = rng.choice([2, 2, 4])
        self.dash = rng.choice([2, 2, 4])
        self.comments = rng.choice([0.0, 0.05, 0.3])
        self.blanks = rng.choice([0.0, 0.0, 0.1])
        self.flow = rng.choice([0.0, 0.2, 0.6])
        self.quote = rng.choice(["", '"', "'"])
        self.blocks = rng.choice([0.0, 0.5])
        self.between = rng.choice([0.0, 0.0, 0.2])  # a comment between a dash and its value
        self.quoted_keys = rng.choice([0.0, 0.0, 0.3, 1.0])
        self.wide = rng.choice([0.0, 0.0, 0.4])  # collections in brackets over several lines

    def file(self, raw: dict[str, Any]) -> str:
        """Return a whole file."""
        lines = ["---"] if self.rng.random() < 0.2 else []
        for key, value in raw.items():
            lines += self.above(0) + self.entry(key, value, 0)
        lines += ["# the end"] if self.rng.random() < 0.2 else []
        lines += ["..."] if self.rng.random() < 0.1 else []
        newline = "\r\n" if self.rng.random() < 0.2 else "\n"
        end = "" if self.rng.random() < 0.1 else newline
        return newline.join(lines) + end

    def above(self, indent: int) -> list[str]:
        """Return what stands above an item."""
        lines = [""] if self.rng.random() < self.blanks else []
        if self.rng.random() < self.comments:
            lines.append(" " * indent + f"# comment {self.rng.randint(0, 99)}: 'it's'")
        return lines

    def behind(self) -> str:
        """Return a comment behind a value, sometimes."""
        return "  # trailing" if self.rng.random() < self.comments else ""

    def entry(self, key: str, value: Any, indent: int) -> list[str]:
        """Return the lines of an entry."""
        name = self.key(key)
        return self.value(" " * indent + name + ":", value, indent, self.step, self.offset)

    def key(self, key: str) -> str:
        """Return a key, quoted where it must be."""
        plain = key.replace("-", "").replace("_", "").isalnum()
        if plain and self.rng.random() >= self.quoted_keys:
            return key
        if plain and self.rng.random() < 0.3:
            return f"'{key}'"
        return json.dumps(key, ensure_ascii=False)

    def value(self, head: str, value: Any, indent: int, step: int, offset: int) -> list[str]:
        """Return the lines of a value behind a head."""
        if isinstance(value, str):
            return self.scalar(head, value, indent + step)
        if not isinstance(value, dict | list):
            return [f"{head} {json.dumps(value)}{self.behind()}"]
        if not value or self.rng.random() < self.flow:
            if value and self.rng.random() < self.wide:
                return self.wide_brackets(head, value, indent + step)
            return [f"{head} {self.brackets(value)}{self.behind()}"]
        lines = [head + self.behind()]
        if isinstance(value, dict):
            for key, inner in value.items():
                lines += self.above(indent + step) + self.entry(key, inner, indent + step)
        else:
            for inner in value:
                lines += self.above(indent + offset) + self.item(inner, indent + offset)
        return lines

    def item(self, value: Any, indent: int) -> list[str]:
        """Return the lines of an item."""
        head = " " * indent + "-"
        if isinstance(value, dict) and value and self.rng.random() >= self.flow:
            lines = []
            for number, (key, inner) in enumerate(value.items()):
                lines += (self.above(indent + self.dash) if number else []) + self.entry(
                    key, inner, indent + self.dash
                )
            if self.rng.random() < self.between:
                return [f"{head}  # note", *lines]
            return [head + " " * (self.dash - 1) + lines[0].lstrip(" "), *lines[1:]]
        if isinstance(value, str) and value and self.rng.random() < self.between:
            return [f"{head} # note", " " * (indent + self.dash) + quote(value)]
        return self.value(head, value, indent, self.dash, self.dash)

    def wide_brackets(self, head: str, value: Any, indent: int) -> list[str]:
        """Return a value in brackets, one item a line, sometimes with comments and a last comma."""
        margin = " " * indent
        if isinstance(value, dict):
            items = [f"{self.key(k)}: {self.brackets(v)}" for k, v in value.items()]
        else:
            items = [self.brackets(item) for item in value]
        last = self.rng.choice([",", ""])
        lines = [margin + item + "," + self.behind() for item in items[:-1]]
        start, end = "{}" if isinstance(value, dict) else "[]"
        return [f"{head} {start}", *lines, margin + items[-1] + last, margin + end]

    def brackets(self, value: Any) -> str:
        """Return a value in one line."""
        pad = self.rng.choice(["", " "])
        if isinstance(value, dict):
            inner = ", ".join(f"{self.key(k)}: {self.brackets(v)}" for k, v in value.items())
            return f"{{{pad}{inner}{pad}}}" if inner else "{}"
        if isinstance(value, list):
            inner = ", ".join(map(self.brackets, value))
            return f"[{pad}{inner}{pad}]" if inner else "[]"
        if isinstance(value, str) and value and all(char in PLAIN for char in value):
            return value
        return quote(value)

    def scalar(self, head: str, value: str, indent: int) -> list[str]:  # noqa: PLR0911
        """Return the lines of a text."""
        lines = value.split("\n")
        margin = " " * indent
        plain_lines = all(line.isprintable() and line == line.rstrip() for line in lines)
        if plain_lines and lines[0].strip() and lines[-1] and self.rng.random() < self.blocks / 2:
            step = self.rng.choice([1, 2, 4])
            own = " " * (self.parent(head) + step)
            chomp = self.rng.choice(["", "-"])
            return [f"{head} |{step}{chomp}", *(own + ln if ln else "" for ln in lines)]
        can_block = all(line == line.strip() and line.isprintable() for line in lines)
        if can_block and lines[0] and lines[-1] and self.rng.random() < self.blocks:
            chomp = self.rng.choice(["", "-"])
            if self.rng.random() < 0.5:
                return [f"{head} |{chomp}", *(margin + ln if ln else "" for ln in lines)]
            if "" not in lines and "  " not in value:
                return [f"{head} >{chomp}", *self.folded(lines, margin)]
        if all(char in PLAIN + " " for char in value) and value == value.strip() and value:
            words = value.split(" ")
            if self.rng.random() < 0.2 and len(words) > 4 and "" not in words:
                half = len(words) // 2
                return [f"{head} {' '.join(words[:half])}", margin + " ".join(words[half:])]
            if not self.quote and value.lower() not in WORDS:
                return [f"{head} {value}{self.behind()}"]
        if self.quote == "'" and value.isprintable():
            text = value.replace("'", "''")
            return [f"{head} '{text}'{self.behind()}"]
        return [f"{head} {quote(value)}{self.behind()}"]

    def parent(self, head: str) -> int:
        """Return how far what a value stands in is indented, as explicit indentation counts it."""
        return len(head) - len(head.lstrip(" "))

    def folded(self, lines: list[str], margin: str) -> list[str]:
        """Return folded lines: words filled, a blank line for each line break."""
        result: list[str] = []
        for number, line in enumerate(lines):
            if number:
                result.append("")
            words = line.split(" ")
            size = self.rng.choice([3, 6, 100])
            starts = range(0, len(words), size)
            result += [margin + " ".join(words[start : start + size]) for start in starts]
        return result


def quote(value: Any) -> str:
    """Return a JSON text that is YAML as well."""
    if not isinstance(value, str):
        return json.dumps(value)
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x7f", "\\x7f")


def any_ladder(rng: Random) -> dict[str, Any]:
    """Return the plain values of some ladder."""
    raw: dict[str, Any] = {"laddereditor": 1}
    if rng.random() < 0.8:
        raw["name"] = any_text(rng)
    if rng.random() < 0.3:
        raw["effective"] = "2026-12-01"
    if rng.random() < 0.5:
        raw["description"] = any_text(rng)
    if rng.random() < 0.3:
        raw["unknown key"] = {"a": ["b", any_text(rng)], "c": "d"}
    if rng.random() < 0.6:
        raw["levels"] = [any_level(rng, number) for number in range(rng.randint(0, 3))]
    if rng.random() < 0.6:
        raw["skills"] = [
            {"id": f"s{number}", "name": any_text(rng), "aliases": any_texts(rng)}
            for number in range(rng.randint(0, 4))
        ]
    if rng.random() < 0.8:
        raw["families"] = [any_family(rng, number) for number in range(rng.randint(0, 3))]
    if rng.random() < 0.3:
        raw["checks"] = {"rules": {"long-statement": "off"}, "accepted": [{"rule": "x"}]}
    if rng.random() < 0.3:
        raw["history"] = [{"version": "1.0.0", "date": "2026-05-01", "summary": any_text(rng)}]
    return raw


def any_texts(rng: Random) -> list[str]:
    """Return some texts."""
    return [any_text(rng) for _ in range(rng.randint(0, 4))]


def any_level(rng: Random, number: int) -> dict[str, Any]:
    """Return some level."""
    return {
        "id": f"P{number}",
        "name": any_text(rng),
        "factors": {
            key: any_text(rng) for key in rng.sample(["scope", "1", "on"], rng.randint(0, 3))
        },
        "experience": {"min": rng.randint(0, 3), "max": 4.5},
        "expectations": {"craft": any_statements(rng)},
    }


def any_statements(rng: Random) -> list[Any]:
    """Return some statements."""
    return [
        {"text": text, "examples": any_texts(rng)} if rng.random() < 0.2 else text
        for text in any_texts(rng)
    ]


def any_family(rng: Random, number: int) -> dict[str, Any]:
    """Return some family."""
    return {
        "id": f"f{number}",
        "name": any_text(rng),
        "specialties": any_texts(rng),
        "occupations": [{"code": "15-0000", "inferred": rng.random() < 0.5}],
        "profiles": [any_profile(rng, level) for level in range(rng.randint(0, 3))],
    }


def any_profile(rng: Random, number: int) -> dict[str, Any]:
    """Return some profile."""
    raw: dict[str, Any] = {"level": f"P{number}"}
    if rng.random() < 0.6:
        raw["summary"] = any_text(rng)
    if rng.random() < 0.8:
        raw["responsibilities"] = any_statements(rng)
    if rng.random() < 0.6:
        raw["skills"] = [
            rng.choice([f"s{n}", {"skill": f"s{n}", "proficiency": "expert"}])
            for n in range(rng.randint(0, 5))
        ]
    if rng.random() < 0.4:
        raw["pay"] = {"note": any_text(rng), "ranges": [{"market": "US", "min": 1, "max": 2}]}
    return raw
