"""Find the git checkout that holds a file, and the file in it."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from dulwich.errors import NotGitRepository
from dulwich.objects import ObjectID, Tree
from dulwich.repo import Repo

from laddereditor.storage.files.system_words import reason
from laddereditor.storage.git.commit import NoGitHistory
from laddereditor.storage.git.damage import is_damage
from laddereditor.storage.git.repo import SafeRepo


@dataclass(frozen=True, slots=True)
class Checkout:
    """A file in a git checkout."""

    repo: Repo
    head: ObjectID
    path: bytes  # of the file in the checkout, as git writes it
    shallow: frozenset[bytes]  # commits whose parents were left out when it was cloned


@contextmanager
def checkout_of(path: Path) -> Iterator[Checkout]:
    """Open the checkout that holds a file, for reading.

    Raises:
        NoGitHistory: The file is not in a checkout, was never committed, or cannot be read.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise NoGitHistory(
            f"{target.name} is a folder with several files. The commits of single files can be "
            "listed; for those of the folder use git itself"
        )
    repo = _discovered(target)
    try:
        yield _located(repo, target)
    finally:
        repo.close()


def _discovered(target: Path) -> Repo:
    start = target.parent
    if not any(os.path.lexists(folder / ".git") for folder in (start, *start.parents)):
        raise NoGitHistory(f"{target.name} is not in a git checkout")
    try:
        return SafeRepo.discover(str(start))
    except NotGitRepository:
        raise NoGitHistory(f"{target.name} is not in a git checkout") from None
    except Exception as error:
        if not is_damage(error):
            raise
        raise NoGitHistory(f"The git checkout cannot be read: {reason(error)}") from error


def _located(repo: Repo, target: Path) -> Checkout:
    if repo.bare:
        raise NoGitHistory("The git repository around this file has no checkout")
    try:
        head = repo.head()
        tree = _tree(repo, head)
        inside = target.relative_to(os.path.realpath(repo.path))
        shallow = frozenset(repo.get_shallow())
    except KeyError:
        raise NoGitHistory("Nothing was committed in this git checkout yet") from None
    except ValueError:
        raise NoGitHistory(f"{target.name} is not in a git checkout") from None
    except Exception as error:
        if not is_damage(error):
            raise
        raise NoGitHistory(f"The git checkout cannot be read: {reason(error)}") from error
    path = _as_committed(repo, tree, inside.parts)
    if path is None:
        raise NoGitHistory(f"{target.name} was not committed to git yet")
    return Checkout(repo, head, path, shallow)


def _tree(repo: Repo, commit: ObjectID) -> Tree:
    tree = repo[repo[commit].tree]  # type: ignore[attr-defined]
    if not isinstance(tree, Tree):
        raise KeyError(commit)
    return tree


def _as_committed(repo: Repo, tree: Tree, parts: tuple[str, ...]) -> bytes | None:
    """Return the path as git stores it: systems differ in case and in how they encode accents."""
    found: list[bytes] = []
    node = tree
    for part in parts:
        name = _name_in(node, part)
        if name is None:
            return None
        found.append(name)
        mode, inner = node[name]
        node = Tree()
        if stat.S_ISDIR(mode):
            with suppress(KeyError):
                found_there = repo[inner]
                node = found_there if isinstance(found_there, Tree) else node
    return b"/".join(found)


def _name_in(tree: Tree, part: str) -> bytes | None:
    exact = os.fsencode(part) if os.name != "nt" else part.encode("utf-8", "surrogatepass")
    if exact in tree:
        return exact
    alike = [name for name in tree if _plain(name.decode("utf-8", "replace")) == _plain(part)]
    return alike[0] if len(alike) == 1 else None


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
