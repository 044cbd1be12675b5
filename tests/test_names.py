"""Names in the source: a class name stands for one thing, and a name needs no dictionary."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.no_cover  # it reads the program, and runs nothing of it

SOURCE = Path(__file__).parents[1] / "src/laddereditor"
# Words that were renamed, with the usual ones that took their places.
ODD = {
    "tell": "report, notify, show_message",
    "told": "reported, shown",
    "telling": "distinctive, reporting",
    "spot": "position, place",
    "spots": "positions, places",
    "come": "added",
    "came": "added",
    "went": "removed, moved",
    "heir": "inheriting field",
    "hole": "empty cell",
    "keeper": "writer",
    "likeness": "similarity",
    "mend": "fix, repair",
    "meet": "overlap, touch",
    "spoken": "accessible text",
    "weigh": "suggest a bump",
    "olds": "old items",
    "news": "new items",
    "nows": "current items",
    "thing": "item",
    "things": "items",
    "twin": "duplicate",
    "lone": "unpaired",
    "dress": "style",
    "furnish": "finish startup",
    "ledger": "import log",
    "deeds": "edits",
    "wish": "change",
    "hub": "form editor",
    "surroundings": "context",
    "takeaway": "export",
    "typeset": "text layout",
    "asker": "dialogs",
    "torn": "unfinished, incomplete",
    "fallen": "moved",
    "strangers": "unrelated, others",
    "renew": "refresh",
}


@cache
def trees() -> dict[Path, ast.Module]:
    return {
        module: ast.parse(module.read_text(encoding="utf-8")) for module in SOURCE.rglob("*.py")
    }


def names_in(node: ast.AST) -> Iterator[str]:
    """Yield what a definition introduces: functions, classes, arguments and fields."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        yield node.attr


def words_of(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def types_in(tree: ast.Module) -> Iterator[str]:
    """Yield the names of the classes of a module, and of the types that it defines for others."""
    yield from (node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    for node in tree.body:
        made = node.value if isinstance(node, ast.Assign) else None
        is_variable = isinstance(made, ast.Call)  # TypeVar, ParamSpec
        if isinstance(node, ast.Assign) and not is_variable:
            names = (target.id for target in node.targets if isinstance(target, ast.Name))
            yield from (name for name in names if re.fullmatch(r"[A-Z]+[a-z]\w*", name))


def test_that_no_two_types_share_a_name() -> None:
    names = Counter(name for tree in trees().values() for name in types_in(tree))
    assert len(names) > 500
    assert [name for name, count in names.items() if count > 1] == []


def test_that_names_that_nobody_understood_do_not_come_back() -> None:
    found = [
        f"{module.relative_to(SOURCE)}: {name} (better: {ODD[word]})"
        for module, tree in trees().items()
        for name in (module.stem, *(name for node in ast.walk(tree) for name in names_in(node)))
        for word in words_of(name) & ODD.keys()
    ]
    assert found == []
