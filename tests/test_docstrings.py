"""Docstrings say what goes in, wherever a signature alone does not say it (see CONTRIBUTING.md)."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.test_names import SOURCE, trees

pytestmark = pytest.mark.no_cover  # it reads the program, and runs nothing of it

MANY = 3  # parameters from which a function has to say what they are
# A class of the program or of Qt says what its values are; of these a parameter may be anything.
CLASS = re.compile(r"'?[A-Z]\w+(\[.*\])?'?")
ANYTHING = re.compile(
    r"'?(Any|Callable|Collection|Counter|Decimal|Entity|Iterable|Iterator|Literal|Mapping|None|"
    r"Optional|Path|Pattern|Sequence|Set)\b"
)
# Methods of Qt's classes are in camel case, but for these.
OF_QT = re.compile(r"[a-z]+[A-Z]\w*|paint|index|data|event")


@dataclass(frozen=True)
class Method:
    """A public function, with its class if it is a method."""

    place: str
    node: ast.FunctionDef
    owner: ast.ClassDef | None

    @property
    def parameters(self) -> list[ast.arg]:
        given = self.node.args
        found = [*given.posonlyargs, *given.args, *given.kwonlyargs]
        found += filter(None, [given.vararg, given.kwarg])
        return [one for one in found if one.arg not in {"self", "cls"}]

    @property
    def names(self) -> list[str]:
        return [one.arg for one in self.parameters]

    @property
    def docstring(self) -> str:
        own = ast.get_docstring(self.node) or ""
        if self.node.name == "__init__" and self.owner is not None:
            own += ast.get_docstring(self.owner) or ""
        return own

    @property
    def is_of_qt(self) -> bool:
        in_window = self.place.startswith("gui/") and self.owner is not None
        return in_window and OF_QT.fullmatch(self.node.name) is not None


def methods() -> Iterator[Method]:
    """Yield the public functions and methods of public classes."""
    for module, tree in trees().items():
        place = str(module.relative_to(SOURCE))
        yield from (Method(place, *found) for found in public_in(tree, None))


def public_in(
    node: ast.AST, owner: ast.ClassDef | None
) -> Iterator[tuple[ast.FunctionDef, ast.ClassDef | None]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            if not child.name.startswith("_") or child.name == "__init__":
                yield child, owner
        elif not (isinstance(child, ast.ClassDef) and child.name.startswith("_")):
            yield from public_in(child, child if isinstance(child, ast.ClassDef) else owner)


def is_protocol(owner: ast.ClassDef | None) -> bool:
    return owner is not None and any("Protocol" in ast.unparse(base) for base in owner.bases)


def unexplained(method: Method) -> list[str]:
    """Return the parameters of which neither the docstring nor the type says what they are."""
    types: set[str] = set()
    found = []
    for one in method.parameters:
        kind = ast.unparse(one.annotation) if one.annotation else "Any"
        says_all = CLASS.fullmatch(kind) and not ANYTHING.match(kind) and kind not in types
        types.add(kind)
        if not (says_all or one.arg == "parent" or f"`{one.arg}`" in method.docstring):
            found.append(one.arg)
    return found


def test_that_functions_with_many_parameters_say_what_these_are() -> None:
    every = list(methods())
    described = {(one.node.name, *one.names) for one in every if is_protocol(one.owner)}
    many = [one for one in every if len(one.names) >= MANY]
    assert len(many) > 400
    found = [
        f"{one.place}:{one.node.lineno} {one.node.name}: {', '.join(unexplained(one))}"
        for one in many
        if "Args:" not in one.docstring
        and not one.is_of_qt
        and (is_protocol(one.owner) or (one.node.name, *one.names) not in described)
        and unexplained(one)
    ]
    assert found == []


def test_that_arguments_are_listed_under_their_names() -> None:
    found = []
    for one in methods():
        _, _, section = (ast.get_docstring(one.node) or "").partition("Args:\n")
        listed = re.findall(r"(?m)^    (\*?\w+):", re.split(r"\n(?=\w)", section)[0])
        wrong = {name.lstrip("*") for name in listed} - set(one.names)
        found += [f"{one.place}:{one.node.lineno} {one.node.name}: {name}" for name in wrong]
    assert found == []
