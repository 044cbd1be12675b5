"""Files as people break them, each with the place and words that an explanation must have.

The labels were written before the explanations were: place and words are what a person needs to
find the fault and mend it.
"""

from typing import NamedTuple

HEAD = "laddereditor: 1\nname: x\n"


class Broken(NamedTuple):
    """A file that cannot be read, where its fault is, and words that the message must hold."""

    name: str
    text: str
    line: int
    column: int
    words: tuple[str, ...]


def _broken(name: str, text: str, line: int, column: int, *words: str) -> Broken:
    """Return a case whose text follows the two lines that every ladder starts with."""
    return Broken(name, HEAD + text, line, column, words)


_FAMILY = "families:\n  - id: a\n"
_TEXTS = "families:\n- id: a\n  specialties:\n"  # the next line is 6
_DUTIES = "families:\n- id: a\n  profiles:\n  - level: P1\n    responsibilities:\n"  # then 8
_CLOSING = "after its closing quote"
_NBSP = "non-breaking space (U+00A0)"

BROKEN = (
    # -- quotes
    _broken("quoted-word", 'description: "Senior" engineers\n', 3, 14, _CLOSING, '\'"Senior" '),
    _broken("quoted-word-deep", _FAMILY + '    name: "Python" use\n', 5, 11, _CLOSING),
    _broken("quoted-word-item", _TEXTS + '  - "Data" Scientist\n', 6, 5, _CLOSING),
    _broken("two-kinds-of-quotes", "description: 'Lead' of \"x\"\n", 3, 14, _CLOSING),
    _broken("quoted-then-dash", 'description: "A" - "B"\n', 3, 14, _CLOSING),
    _broken("quoted-then-comma", _TEXTS + "  - 'A', 'B'\n", 6, 5, _CLOSING),
    _broken("apostrophe", "description: 'it's here'\n", 3, 14, "apostrophe", '"it\'s here"'),
    _broken("apostrophe-item", _TEXTS + "  - 'don't panic'\n", 6, 5, "apostrophe"),
    _broken("two-apostrophes", "description: 'one's own team's'\n", 3, 14, "apostrophe"),
    _broken("quote-over-lines", 'description: "abc\nnotes: "x"\n', 3, 14, "not closed"),
    _broken("quote-over-items", _TEXTS + '  - "abc\n  - "def"\n', 6, 5, "not closed"),
    _broken("single-over-lines", "description: 'abc\nnotes: 'x'\n", 3, 14, "not closed"),
    _broken("tis", _DUTIES + "    - 'tis so\n", 8, 7, "never closed", '- "\'tis so"'),
    _broken("never-closed-item", _TEXTS + '  - "abc\n  - def\n', 6, 5, "close it", "- '\"abc'"),
    _broken("end-mark", "description: x\n...\nnotes: y\n", 4, 1, "'...' ends a YAML file"),
    _broken("never-closed", 'description: "abc\nlevels: []\n', 3, 14, "never closed"),
    _broken(
        "closed-by-a-curly", 'description: "abc”\nlevels: []\n', 3, 18, "(U+201D)", "straight quote"
    ),
    _broken("curly-quotes", "description: “a: b”\n", 3, 14, "(U+201C)", "straight quote"),
    _broken("curly-single-quotes", "description: ‘a: b’\n", 3, 14, "(U+2018)"),
    _broken("low-quotes", "description: „a: b“\n", 3, 14, "(U+201E)"),
    _broken("curly-quotes-item", _FAMILY + "    name: “a: b”\n", 5, 11, "(U+201C)"),
    # -- brackets
    _broken("optional", _DUTIES + "    - [Optional] leads\n", 8, 7, "']'", '"[Optional] leads"'),
    _broken("placeholder", _DUTIES + "    - {specialty} leads\n", 8, 7, "'}'", '"{specialty} lea'),
    _broken("draft", "description: [Draft] to be done\n", 3, 14, "']'", "quotes"),
    _broken("family-lead", "description: {family} lead\n", 3, 14, "'}'", "quotes"),
    _broken("placeholder-alone", _TEXTS + "  - {specialty}\n", 6, 5, "'{'", "quotes"),
    _broken("bracket-alone", "description: [Draft]\n", 3, 1, "'['", "quotes"),
    _broken("unclosed-list", "skills: [a, b\nfamilies: []\n", 3, 9, "not closed by ']'"),
    _broken("unclosed-group", "checks: {a: b\nfamilies: []\n", 3, 9, "not closed by '}'"),
    _broken("bracket-too-many", "x: [a, b]]\n", 3, 10, "']'", "too many"),
    _broken("brace-too-many", "x: {a: b}}\n", 3, 10, "'}'", "too many"),
    _broken("wrong-bracket", "x: [a, b}\n", 3, 4, "not closed by ']'"),
    _broken("bracket-at-the-end", "skills: [", 3, 9, "not closed by ']'"),
    _broken("brace-at-the-end", "checks: {a: [b],\n", 3, 9, "not closed by '}'"),
    Broken("no-comma", '{"laddereditor": 1 "id": "x"}\n', 1, 20, ("',' is missing",)),
    # -- signs of YAML at the start of a text
    _broken("at", _TEXTS + "  - @home\n", 6, 5, "'@'", "quotes"),
    _broken("backtick", _TEXTS + "  - `make` it\n", 6, 5, "'`'", "quotes"),
    _broken("percent", "description: %x\n", 3, 14, "'%'", "quotes"),
    _broken("star", _TEXTS + "  - *important* point\n", 6, 5, "'*'", "quote"),
    _broken("star-space", _TEXTS + "  * point\n", 6, 3, "'*'", "'-'"),
    _broken("ampersand", _TEXTS + "  - & more\n", 6, 5, "'&'", "quotes"),
    _broken("ampersand-word", "description: &more text\n", 3, 14, "'&more'", "quote"),
    _broken("exclamation", _TEXTS + "  - !important do this\n", 6, 5, "'!important'", "quote"),
    _broken("more-than", "description: > 5 years of work\n", 3, 14, "'>'", "quotes"),
    _broken("bar", "description: |text\n", 3, 14, "'|'", "quotes"),
    _broken("dash-in-text", "description: - a\n", 3, 14, "'-'", "quotes"),
    _broken("comma", "description: , a\n", 3, 14, "','", "quotes"),
    _broken("bracket-end", "description: ] a\n", 3, 14, "']'", "quotes"),
    # -- colons
    _broken("colon", "description: Note: call me\n", 3, 18, "': '", '"Note: call me"'),
    _broken("colon-deep", _FAMILY + "    name: Data: science\n", 5, 15, "': '", "quotes"),
    _broken("colon-at-the-end", "description: as follows:\n", 3, 24, "':'", "quotes"),
    _broken("colon-below", "description: some\n  text: more\n", 4, 7, "': '", "quotes"),
    _broken("colon-in-item", _DUTIES + "    - Leads: the team\n", 8, 7, "': '", "quotes"),
    _broken("no-space-colon", "description:abc\n", 3, 12, "space is missing after ':'"),
    _broken("no-space-colon-id", "families:\n  - id:a\n    name: b\n", 4, 7, "space is missing"),
    _broken("no-space-colon-name", _FAMILY + "    name:b\n", 5, 9, "space is missing after ':'"),
    _broken("no-space-quote", 'description:"abc"\n', 3, 12, "space is missing after ':'"),
    _broken("wide-colon", "description：hello\n", 3, 12, "full-width colon (U+FF1A)"),
    _broken("wide-colon-space", "description： hello\n", 3, 12, "full-width colon (U+FF1A)"),
    _broken("wide-colon-id", "families:\n  - id： a\n    name: b\n", 4, 7, "full-width colon"),
    _broken("ratio", "description∶ x\n", 3, 12, "(U+2236)", "':'"),
    _broken("no-colon", "families\nlevels: []\n", 3, 1, "':'"),
    # -- dashes
    _broken("no-space-dash", "families:\n  -id: a\n    name: b\n", 4, 3, "missing after '-'"),
    _broken("no-space-dashes", "families:\n  -id: a\n  -name: b\n", 3, 1, "missing after '-'"),
    _broken("no-space-texts", _TEXTS + "  -Data\n  -More\n", 6, 3, "missing after '-'"),
    _broken("en-dash", "families:\n  – id: a\n    name: b\n", 4, 3, "en dash (U+2013)", "'-'"),
    _broken("em-dash", "families:\n  — id: a\n    name: b\n", 4, 3, "em dash (U+2014)"),
    _broken("bullet", "families:\n  • id: a\n    name: b\n", 4, 3, "bullet (U+2022)", "'-'"),
    _broken("minus", "families:\n  − id: a\n    name: b\n", 4, 3, "minus sign (U+2212)"),
    _broken("en-dash-texts", _TEXTS + "  – Data\n  – More\n", 6, 3, "en dash (U+2013)"),
    _broken("en-dash-second", _TEXTS + "  - a\n  – b: c\n", 7, 3, "en dash (U+2013)"),
    # -- invisible signs
    _broken("nbsp-margin", _FAMILY + "\u00a0\u00a0\u00a0\u00a0name: b\n", 5, 1, _NBSP),
    _broken("nbsp-margin-list", "families:\n\u00a0 - id: a\n", 4, 1, _NBSP),
    _broken("nbsp-in-margin", _FAMILY + "  \u00a0 name: b\n", 5, 3, _NBSP),
    _broken("ideographic-margin", _FAMILY + "\u3000\u3000name: b\n", 5, 1, "(U+3000)"),
    _broken("nbsp-after-dash", "families:\n  -\u00a0id: a\n    name: b\n", 4, 4, _NBSP),
    _broken("nbsp-after-colon", "description:\u00a0hello\n", 3, 13, _NBSP),
    _broken("zero-width-start", "\u200bdescription: x\n", 3, 1, "zero-width space (U+200B)"),
    _broken("zero-width-quote", 'description: \u200b"a: b"\n', 3, 14, "zero-width space"),
    _broken("mark-inside", "\ufeffdescription: x\n", 3, 1, "byte order mark (U+FEFF)"),
    _broken("line-separator", "description: a\u2028b\n", 3, 15, "line separator (U+2028)"),
    _broken("separator-later", "notes: a\ndescription: a\u2028b\n", 4, 15, "(U+2028)"),
    _broken("paragraph", _FAMILY + "    name: a\u2029b\n", 5, 12, "paragraph separator (U+2029)"),
    _broken("next-line", "description: a\u0085b\n", 3, 15, "(U+0085)"),
    _broken("control", "description: a\x07b\n", 3, 15, "control character"),
    _broken("tab-margin", "families:\n\t- id: a\n", 4, 1, "tab"),
    _broken("tab-below", _FAMILY + "\tname: b\n", 5, 1, "tab"),
    _broken("tab-mixed", _FAMILY + "  \t  name: b\n", 5, 3, "tab"),
    # -- escapes
    _broken("pair", 'description: "\\ud83d\\ude80"\n', 3, 15, "\\ud83d\\ude80", "\U0001f680"),
    _broken("half", 'description: "a \\ud83d b"\n', 3, 17, "\\ud83d", "half"),
    _broken("low-half", 'description: "\\udc00"\n', 3, 15, "\\udc00", "half"),
    _broken("windows-path", 'description: "C:\\Users\\x"\n', 3, 17, "'\\\\'"),
    _broken("escape", 'description: "a\\qb"\n', 3, 16, "'\\\\'"),
    # -- comments
    _broken("hash-starts", "description: Uses C\n  #1 tools\n  daily\n", 4, 3, "'#'", "quotes"),
    _broken("hash-inside", "description: a\n  b #c\n  d\n", 4, 5, "'#'", "quotes"),
    _broken("hash-in-list", "x: [a #b, c]\n", 3, 7, "'#'", "quotes"),
    # -- marks of other programs
    _broken("conflict", "<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", 3, 1, "<<<<<<<", "merge"),
    _broken(
        "conflict-in-list",
        _FAMILY + "<<<<<<< HEAD\n  - id: b\n=======\n  - id: c\n>>>>>>> main\n",
        5,
        1,
        "<<<<<<< HEAD",
        "lines 5, 7 and 9",
    ),
    _broken(
        "conflict-with-base",
        "<<<<<<< HEAD\r\na: b\r\n||||||| 1a2b\r\na: d\r\n=======\r\na: c\r\n>>>>>>> x\r\n",
        3,
        1,
        "<<<<<<< HEAD",
    ),
    _broken("conflict-middle-left", "a: b\n=======\n", 4, 1, "=======", "merge"),
    _broken("conflict-end-left", "a: b\n>>>>>>> feature\n", 4, 1, ">>>>>>> feature", "merge"),
    _broken(
        "conflict-in-quotes",
        'description: "a\n<<<<<<< HEAD\n  b\n=======\n  c\n>>>>>>> x\n  d"\n',
        4,
        1,
        "<<<<<<< HEAD",
    ),
    Broken("yaml-2", "%YAML 2.0\n---\n" + HEAD, 1, 1, ("'%YAML 2.0'", "delete")),
    Broken("directive", "%FOO bar\n---\n" + HEAD, 1, 1, ("'%FOO bar'", "delete")),
    # -- indentation
    _broken("too-deep", "  description: y\n", 3, 3, "indented too far"),
    _broken("too-deep-in-family", _FAMILY + "      name: y\n", 5, 7, "indented too far"),
    _broken("one-short", _FAMILY + "   name: b\n", 5, 4, "line up"),
    _broken("item-short", _FAMILY + " - id: b\n", 5, 2, "line up"),
    _broken("one-long", _FAMILY + "    function: x\n     name: y\n", 6, 6, "indented too far"),
)
