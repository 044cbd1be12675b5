"""Prose in code and docs is plain English: phrases that were mended once do not come back."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.no_cover  # it reads the program, and runs nothing of it

# A phrase as a regular expression, and what to write instead.
ODD = {
    r"\banew\b": "again",
    r"\bbesides\b": "also, in addition to",
    r"(?<!there )\b(is|are|was) none\b": "is not one",
    r"\bas good as none\b": "counts as absent",
    r"\bin the midst\b": "during",
    r"\blets? go\b": "release",
    r"\b(cannot be|is|are|was|were) told\b": "is unknown, is shown",
    r"\bthe (newest|oldest|most severe|best|most important|longest) first\b": "newest first",
    r"\boff the UI thread\b": "outside the UI thread",
    r"\bstands? (in(?! for)|at|behind|under|above|below|beside|there|alone|between)\b": "is",
    r"\bmend(s|ed|ing)?\b": "fix, correct",
    r"\b(go|goes|going) on\b": "continue",
    r"\bbrought up to (date|today)\b": "converted",
    r"\bonce more\b": "again",
    r"\bcut short\b": "interrupted",
    r"\bnobody (can tell|knows|speaks|spoke)\b": "it is unknown",
    r"\bin silence\b": "silently",
    r"\bby now\b": "now",
    r"\bcomes? along\b": "is taken with it",
    r"\bwent and came\b": "were removed and added",
    r"\bat hand\b": "available",
    r"\b(it|which|that) is no [a-z]+\b(?<!longer)(?<!more)": "is not a",
    r"\bkeeps? (nobody|anybody|somebody) (out|from)\b": "does not prevent",
    r"\bmust stand in\b": "must be in",
    r"\bladder in front\b": "active ladder",
    r"\b(the )?one in front\b": "the active one",
    r"\b(colours|sizes?|theme|font) (now )?in force\b": "current",
    r"\bfor good\b": "permanently",
    r"\bunasked\b": "without asking",
    r"\bgreyed\b": "grey",
    r"\bin one go\b": "in one step",
    r"\bone types\b": "a person types",
    r"\ball the same(?! objects)\b": "nevertheless",
    r"\bhears? of\b": "is called with, receives",
    r"\b(is|are) said of\b": "the message about",
    r"\bis no more\b(?! open)": "no longer exists",
    r"\bthose that there are\b": "the existing ones",
    r"\bthe likeliest\b": "most likely",
    r"\bround at the ends?\b": "wrapping around",
    r"\bwithout telling anybody\b": "without a signal",
    r"\bwhat (ends|became of|becomes of)\b": "the result of, what to do with",
    r"\bevery sign\b": "every character",
    r"\b(cut|taken|told) by the way\b": "also",
    r"\bno time to speak of\b": "hardly any time",
    r"\bto safety\b": "store",
    r"\bnone for nothing\b": "empty ones are omitted",
    r"\bis to stand\b": "is, has to be",
    r"\bstands? (before|now|twice|here)\b": "is",
}
# Python 3.12 gives the texts of f-strings as tokens of another type.
PROSE = {tokenize.COMMENT, tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}
WORDS = ROOT / "src/laddereditor/align/common_words.py"  # lists words of statements


def prose_of(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line numbers and texts of the comments and strings of a module, or of a page."""
    if path.suffix == ".md":
        yield from enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        return
    source = io.StringIO(path.read_text(encoding="utf-8"))
    for token in tokenize.generate_tokens(source.readline):
        if token.type in PROSE:
            yield from enumerate(token.string.split("\n"), token.start[0])


def pages() -> list[Path]:
    """Return the modules and pages whose prose is checked."""
    modules = (path for path in (ROOT / "src").rglob("*.py") if path != WORDS)
    benches = (ROOT / "bench").glob("*.py")
    return sorted([*modules, *benches, *(ROOT / "docs").glob("*.md"), *ROOT.glob("[RCS]*[DGY].md")])


@pytest.mark.parametrize("phrase", ODD)
def test_that_prose_has_no_odd_phrases(phrase: str, prose: list[tuple[str, str]]) -> None:
    odd = re.compile(phrase)
    found = [f"{place}: {line.strip()}" for place, line in prose if odd.search(line)]
    assert not found, f"write “{ODD[phrase]}”:\n" + "\n".join(found)


@pytest.fixture(scope="module")
def prose() -> list[tuple[str, str]]:
    return [
        (f"{path.relative_to(ROOT)}:{number}", line)
        for path in pages()
        for number, line in prose_of(path)
    ]
