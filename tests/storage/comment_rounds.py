"""Random edits of a file full of comments, each with what became of the comments."""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.storage.files.document import Document, read_text, update
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.text.equal_values import same_in_file
from tests.storage.comment_edits import random_edit
from tests.storage.comment_owners import Verdict, verdicts
from tests.storage.commented_files import Commented, Namer, some_ladder
from tests.storage.helpers import relaid

_WRONG = ("lost", "there twice", "at another record", "at another field")


class Round(NamedTuple):
    """One edit: how each comment fared, and what is wrong."""

    name: str
    comments: list[str]
    faults: list[str]
    before: str
    after: str


def rounds(rng: Random, edits: int, held: bool = False) -> Iterator[Round]:
    """Yield some edits of a file, one after the other."""
    namer = Namer()
    document = read_text(Commented(rng, held).file(some_ladder(rng, namer)))
    for _ in range(edits):
        edit = random_edit(to_raw(document.ladder), rng, namer)
        ladder = Ladder.model_validate(edit.raw)
        after = update(document, ladder)
        found = list(verdicts(document.text, after.text, to_raw(ladder), edit.renamed))
        faults = [*_faults(after), *_wrong(found, after)]
        yield Round(edit.name, [each.how for each in found], faults, document.text, after.text)
        document = after


def _faults(after: Document) -> Iterator[str]:
    try:
        reads = same_in_file(after.ladder, read_text(after.text).ladder)
    except UnreadableLadder:
        reads = False
    if not reads:
        yield "reads differently"
    if after.reformatted:
        yield "the whole file rewritten"
    elif relaid(after):
        yield "a record rewritten"


def _wrong(found: list[Verdict], after: Document) -> Iterator[str]:
    for how in _WRONG:
        if any(verdict.how == how for verdict in found):
            yield how
    reported = {int(n) for n in re.findall(r"# c(\d+)\b", " ".join(after.removed_comments))}
    if any(not each.there and each.number not in reported for each in found):
        yield "lost silently"
