"""Expanded copies: what is repeated by name is written out, the rest stays; bombs are refused."""

import time
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from laddereditor.storage.files.document import read_bytes
from laddereditor.storage.reading.expand import expanded_copy
from laddereditor.storage.reading.faults import Fault, UnreadableLadder
from laddereditor.storage.reading.places import Place
from tests.examples import examples
from tests.storage.helpers import changes

SHARED = """\
# kept
laddereditor: !!int 1
name: !!str Ladder   # the name
common: &common   # ours
  summary: &text Common to all
  specialties: [one, &two two]
families:
  # first
  - &a
    id: a
    <<: *common
    name: "A"
  - id: b
    <<: [*common, {name: B}]
    summary: own
    titles: [*text, *two, x]   # three
    factors: {*two : y}
description: &d |
  line one
  line two
notes: *d
"""
COPY = [
    "-laddereditor: !!int 1",
    "-name: !!str Ladder   # the name",
    "-common: &common   # ours",
    "-  summary: &text Common to all",
    "-  specialties: [one, &two two]",
    "+laddereditor: 1",
    "+name: Ladder   # the name",
    "+common: # ours",
    "+  summary: Common to all",
    "+  specialties: [one, two]",
    "-  - &a",
    "+  -",
    "-    <<: *common",
    "+    summary: Common to all",
    "+    specialties: [one, two]",
    "-    <<: [*common, {name: B}]",
    "+    specialties: [one, two]",
    '+    name: "B"',
    "-    titles: [*text, *two, x]   # three",
    "-    factors: {*two : y}",
    "-description: &d |",
    "+    titles: [Common to all, two, x]   # three",
    "+    factors: {two : y}",
    "+description: |",
    "-notes: *d",
    "+notes: |-",
    "+  line one",
    "+  line two",
]


def fault(text: str) -> Fault:
    """Return the one fault of the attempt to expand a text."""
    with pytest.raises(UnreadableLadder) as caught:
        expanded_copy(text.encode())
    (found,) = caught.value.faults
    return found


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_that_only_what_is_repeated_is_written_out(newline: str) -> None:
    text = SHARED.replace("\n", newline)
    after = expanded_copy(b"\xef\xbb\xbf" + text.encode())
    assert after.startswith(b"\xef\xbb\xbf")
    assert changes(text, after.decode("utf-8-sig")) == COPY
    family = read_bytes(after).ladder.families[1]
    assert (family.summary, family.name) == ("own", "B")


@pytest.mark.parametrize(
    ("text", "can_expand"),
    [
        (SHARED, True),
        ("laddereditor: 1\nname: &a x\n", True),
        ("laddereditor: 1\nname: *a\n", True),
        ("laddereditor: 1\nname: !!str x\n", True),
        ("laddereditor: 1\nname: ! x\n", True),
        ("laddereditor: 1\nname: !!python/name:os.system x\n", False),
        ("laddereditor: 1\nname: !mine x\n", False),
        ("laddereditor: 1\nname: [\n", False),
        ("laddereditor: 1\nname: [x]\n", False),
        ("laddereditor: 1\n---\nlevels: *a\n", False),
    ],
)
def test_that_a_fault_says_whether_a_copy_can_be_opened(text: str, can_expand: bool) -> None:
    with pytest.raises(UnreadableLadder) as caught:
        read_bytes(text.encode())
    assert [fault.can_expand for fault in caught.value.faults] == [can_expand]


def test_that_a_plain_file_is_its_own_copy_and_a_lone_merge_sign_is_a_name() -> None:
    text = "laddereditor: 1\n<<: text\nname: x  # y\n"
    assert expanded_copy(text.encode()) == text.encode()


def test_that_what_cannot_be_spliced_is_reformatted() -> None:
    text = "laddereditor: 1\nskills: [&a\n  !!map {id: s}, *a]\nname: &n # why\n  x\n"
    ladder = read_bytes(expanded_copy(text.encode())).ladder
    assert [skill.id for skill in ladder.skills] == ["s", "s"]
    twice = "laddereditor: 1\na: &a {x: y}\nb: &b {z: w}\nc:\n  <<: *a\n  <<: *b\n"
    assert yaml.safe_load(expanded_copy(twice.encode()))["c"] == {"x": "y", "z": "w"}


def bomb(kind: str) -> str:
    """Return a few lines that mean gigabytes."""
    if kind in ("list", "empty"):
        inner = "[x, x]" if kind == "list" else "[[], []]"
        lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 7)]
        return "\n".join(["laddereditor: 1", f"a0: &a0 {inner}", *lines]) + "\n"
    if kind == "merge":
        lines = [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)]
        return "\n".join(["laddereditor: 1", "a0: &a0 {x: y}", *lines]) + "\n"
    if kind == "text":
        return f"laddereditor: 1\na: &a {'x' * 200_000}\nb: [{', '.join(['*a'] * 100)}]\n"
    lines = [f"a{n}: &a{n} [[[[[[*a{n - 1}]]]]]]" for n in range(1, 12)]
    return "\n".join(["laddereditor: 1", "a0: &a0 [x]", *lines]) + "\n"


@pytest.mark.parametrize("kind", ["list", "empty", "merge", "text", "depth"])
def test_that_bombs_are_refused_at_once(kind: str) -> None:
    start = time.process_time()
    found = fault(bomb(kind))
    assert time.process_time() - start < 5
    assert "larger than a ladder" in found.message
    assert found.place and not found.can_expand


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: &a [*a]\n", Place(2, 8), "inside itself"),
        ("a: &a {b: {<<: *a}}\n", Place(2, 16), "inside itself"),
        ("a: *b\n", Place(2, 4), "not in the file"),
        ("a: !!python/name:os.system x\n", Place(2, 4), "YAML tag"),
        ("a: &x !!binary aGk=\n", Place(2, 4), "YAML tag"),
        ("a: &a x\na: *a\n", Place(3, 1), "here twice"),
        ("a: &a [x]\n*a : b\n", Place(3, 1), "before a ':'"),
        ("a: " + "[" * 40, Place(2, 35), "32 levels"),
        ("a: &a x\n---\nb: c\n", Place(3, 1), "second document"),
        ("a: &a [x\nb: c\n", Place(2, 7), "not closed"),
    ],
)
def test_that_what_cannot_be_written_out_is_reported(text: str, place: Place, words: str) -> None:
    found = fault("laddereditor: 1\n" + text)
    assert words in found.message
    assert found.place == place


class Sharing:
    """Writes random YAML whose parts are named and repeated."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.names: list[tuple[str, str]] = []
        self.count = 0

    def value(self, depth: int) -> str:
        """Return a value in brackets, or a word, or what repeats one."""
        if self.names and self.rng.random() < 0.3:
            return "*" + self.rng.choice(self.names)[0]
        kind = self.rng.choice(["word", "list", "map"] if depth < 4 else ["word"])
        self.count += 1
        name = f"n{self.count}" if self.rng.random() < 0.3 else ""
        tag = {"word": "!!str", "list": "!!seq", "map": "!!map"}[kind]
        head = f"&{name} " if name else ""
        head += f"{tag} " if self.rng.random() < 0.1 else ""
        text = self.rng.choice(["one two", "'t h r e e'", '"x"', "word"])
        if kind == "list":
            text = f"[{', '.join(self.value(depth + 1) for _ in range(self.rng.randint(0, 3)))}]"
        elif kind == "map":
            text = f"{{{', '.join(self.entries(depth + 1))}}}"
        if name:
            self.names.append((name, kind))
        return head + text

    def entries(self, depth: int) -> list[str]:
        """Return entries of a mapping, sometimes one that merges."""
        found = [f"k{number}: {self.value(depth)}" for number in range(self.rng.randint(0, 3))]
        maps = [name for name, kind in self.names if kind == "map"]
        if maps and self.rng.random() < 0.3:
            found.append(f"<<: *{self.rng.choice(maps)}")
        return found

    def file(self) -> str:
        """Return a file with lists and mappings in block style around these."""
        lines = ["laddereditor: 1", "# top"]
        for number in range(self.rng.randint(1, 5)):
            lines.append(f"v{number}: {self.value(1)}  # c{number}")
            lines.append(f"b{number}:")
            lines += [f"  - {self.value(2)}" for _ in range(self.rng.randint(1, 3))]
            entries = self.entries(2)
            lines += [f"m{number}:", *(f"  {entry}" for entry in entries)] if entries else []
        return "\n".join(lines) + "\n"


@settings(deadline=None, max_examples=examples(150))
@given(st.integers(0, 10**9))
def test_that_an_independent_reader_sees_the_same_values(seed: int) -> None:
    text = Sharing(Random(seed)).file()
    after = expanded_copy(text.encode()).decode()
    assert yaml.safe_load(after) == yaml.safe_load(text)
    assert all(comment in after for comment in text.split() if comment.startswith("c"))
    events = list(yaml.parse(after, yaml.CSafeLoader))
    assert not any(
        getattr(event, "anchor", None) or getattr(event, "tag", None) for event in events
    )
