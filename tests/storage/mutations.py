"""Broken files, each made from a number, and what the reader makes of them."""

import re
from collections import Counter
from functools import cache
from random import Random

from laddereditor.assets import sample_ladders
from laddereditor.model.base import evolve
from laddereditor.storage.files.document import Document, read_bytes, to_bytes, update
from laddereditor.storage.files.verify import verify_bytes
from laddereditor.storage.reading.expand import expanded_copy
from laddereditor.storage.reading.faults import UnreadableLadder
from tests.storage.fixtures import STYLES
from tests.storage.test_expand import SHARED, bomb
from tests.storage.test_older import OLD

HEAD = b"laddereditor: 1\nname: x\n"
SNIPPETS = [
    *(b"&a ", b"*a", b"!!str ", b"!!python/name:os.system ", b"<<: *a", b"? ", b": ", b"- ", b"#"),
    *(b"---\n", b"...\n", b"%YAML 1.1\n", b"\t", b"\r\n", b"\r", b"\x00", b"\xff", b"\xe2\x80\xa8"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"'", b'"', b"\\x", b"|2-\n", b">+\n", b"[", b"]", b"{", b"}"),
    *(b",", b"laddereditor: 0\n", b"laddereditor: 99999999999999999999\n", b"families:\n- id: a\n"),
    *(b"name: x\n", b"  years: 3-5\n", b"1e999", b".inf", b"0x", b"9" * 5000, b"-" * 300),
    *(b"- " * 200, b"[" * 200, b"{a: " * 200, b"? " * 200, b"x: y\n" * 300, b"\n" * 300),
    *(b"a" * 20_000, b"2026-13-45", b"effective: 0000-00-00\n", "𝔘😀".encode(), b"\xc2\x85"),
]


@cache
def seeds() -> tuple[bytes, ...]:
    """Return the files that inputs are made from."""
    samples = [path.read_bytes() for path in sample_ladders().values()]
    styles = [text.encode() for text in STYLES.values()]
    bombs = [bomb(kind).encode() for kind in ("list", "merge", "text", "depth")]
    hostile = [HEAD + b"a: " + snippet for snippet in SNIPPETS]
    nested = [HEAD + b"a: " + b"[" * 50_000, HEAD + b"- " * 50_000, HEAD + b"? " * 20_000]
    return (*samples, *styles * 6, SHARED.encode(), OLD.encode(), *bombs, *hostile, *nested)


def mutated(number: int) -> bytes:
    """Return the input of a number."""
    rng = Random(number)
    data = bytearray(rng.choice(seeds()))
    if len(data) > 6000 and rng.random() < 0.9:  # mostly a part: large files take most of the time
        start = rng.randrange(len(data) - 3000)
        cut = data[start : start + rng.randint(500, 6000)]
        data = bytearray(HEAD) + cut if rng.random() < 0.5 else data[:200] + cut
    for _ in range(rng.choice([0, 1, 1, 2, 3, 8])):
        _mutate(data, rng)
    return bytes(data)


def _mutate(data: bytearray, rng: Random) -> None:
    place = rng.randint(0, len(data))
    end = min(len(data), place + rng.choice([1, 1, 4, 30, 300]))
    kind = rng.randint(0, 6)
    if kind == 0:
        data[place:place] = rng.choice(SNIPPETS)
    elif kind == 1:
        del data[place:end]
    elif kind == 2:
        data[place:place] = data[place:end]
    elif kind == 3 and place < len(data):
        data[place] = rng.randrange(256)
    elif kind == 4:
        source = rng.choice(seeds())
        start = rng.randint(0, len(source))
        data[place:end] = source[start : start + rng.randint(1, 300)]
    elif kind == 5 and place < len(data):
        data[place] = ord(rng.choice("-:#&*!|>'\"%@`{}[],? \t\n\r"))
    else:
        del data[rng.randint(0, len(data)) :]


def judged(data: bytes) -> Counter[str]:
    """Return what became of an input. Raises what the program should never raise."""
    found: Counter[str] = Counter()
    try:
        document = read_bytes(data)
    except UnreadableLadder as error:
        found[_kind(error)] += 1
        if any(fault.can_expand for fault in error.faults):
            found += _expanded(data)
        return found
    found["opened"] += 1
    if document.upgraded_from is None:
        assert to_bytes(document) == data, "an unchanged file changed"
    if not document.read_only:
        _edit(document)
        found["edited"] += 1
    return found


def _kind(error: UnreadableLadder) -> str:
    """Return the first fault's words without what is particular to the file."""
    for fault in error.faults:
        assert fault.message and "\n" not in fault.message
        assert fault.place is None or (fault.place.line > 0 and fault.place.column > 0)
    message = re.sub(r"'[^']*'|0x\w+|\d+", "…", error.faults[0].message)
    return message[:70]


def _expanded(data: bytes) -> Counter[str]:
    try:
        copy = expanded_copy(data)
    except UnreadableLadder as error:
        return Counter([f"no copy: {_kind(error)}"])
    try:
        read_bytes(copy)
    except UnreadableLadder as error:
        assert not any(fault.can_expand for fault in error.faults), "the copy has to be expanded"
    return Counter(["expanded"])


def _edit(document: Document) -> None:
    ladder = evolve(document.ladder, name="Changed: name", notes="One\nTwo")
    if ladder.families:
        first = evolve(ladder.families[-1], summary="Another summary")
        ladder = evolve(ladder, families=(first, *ladder.families[:-1]))
    after = update(document, ladder)
    assert verify_bytes(after, to_bytes(after)), "what was written does not read back"
