"""A folder of documents, such as one for each level or family, read as one document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.blocks.block import Block, BlockDocument, Heading
from laddereditor.exchange.blocks.document_import import SUFFIXES, read_document
from laddereditor.exchange.blocks.document_workbook import DocumentWorkbook, workbook_of_document
from laddereditor.exchange.blocks.importing import ImportedDocument
from laddereditor.exchange.decoding import read_content
from laddereditor.exchange.importer import ImportRefused, UnreadLine
from laddereditor.exchange.tables.importing import import_workbook
from laddereditor.exchange.tables.mapping import Pin
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder

MAX_FILES = 500
MAX_BYTES = 20_000_000  # of one file
_ORDER = ("weight", "order", "position", "sidebar_position", "nav_order")
_ABOUT = frozenset(("readme", "index", "contributing", "changelog", "license", "code_of_conduct"))


@dataclass(frozen=True, slots=True)
class _FolderPart:
    """A file of the folder."""

    path: Path
    name: str  # as messages give it
    document: BlockDocument

    @property
    def order(self) -> tuple[float, str]:
        """What it is ordered by: its own number, else its name."""
        properties = self.document.properties
        said = next((properties[key] for key in _ORDER if key in properties), "")
        number = float(said) if said.replace(".", "", 1).isdigit() else float("inf")
        return (number, self.path.as_posix().casefold())


def document_paths(folder: Path) -> tuple[Path, ...]:
    """Return the documents in a folder and in those below, without hidden ones."""
    return tuple(
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.casefold() in SUFFIXES
        and not any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
    )


def import_documents(
    folder: Path,
    pins: Sequence[Pin] = (),
    conventions: Conventions = USUAL,
    here: Ladder | None = None,
) -> ImportedDocument:
    """Return the ladder of the documents in a folder; each is below a heading of its own.

    Args:
        folder: The folder.
        pins: What a person decided about it.
        conventions: How numbers are written.
        here: The ladder that it is added to.

    Raises:
        ImportRefused: It has no documents or too many of them, or one cannot be read.
    """
    made = joined_documents(document_paths(folder), folder.name, folder)
    found = import_workbook(made.workbook, pins, conventions, here)

    def placed(one: UnreadLine) -> UnreadLine:
        if len(made.lines) != 1:
            return one  # the cell names the sheet
        line = made.lines[0][one.line - 1]
        where = f"{line.file}, line {line.number}" if line.file else one.cell
        return replace(one, line=line.number, cell=where)

    result = replace(
        found.result,
        not_understood=tuple(map(placed, found.result.not_understood)),
        left_out=tuple(map(placed, found.result.left_out)),
    )
    return ImportedDocument(result, found.mapping)


def joined_documents(
    paths: Sequence[Path], source: str, folder: Path | None = None
) -> DocumentWorkbook:
    """Return documents as one workbook, each below a heading of its own.

    Args:
        paths: The documents; those about the others, such as a README, are left out.
        source: What they are called together.
        folder: The folder that they are in, for their names.

    Raises:
        ImportRefused: There is no document, there are too many, or one cannot be read.
    """
    found = [path for path in paths if path.stem.casefold() not in _ABOUT]
    if not found:
        raise ImportRefused(f"{source} has no documents.")
    if len(found) > MAX_FILES:
        raise ImportRefused(f"{source} has more than {plural(MAX_FILES, 'document')}.")
    parts = [
        _FolderPart(
            path,
            path.relative_to(folder).as_posix() if folder else path.name,
            read_document(read_content(path, MAX_BYTES), path.name),
        )
        for path in found
    ]
    parts.sort(key=lambda one: one.order)
    joined = BlockDocument(tuple(_joined(parts)), title=source, notes=_notes(parts))
    return workbook_of_document(joined, source)


def _joined(parts: Sequence[_FolderPart]) -> Iterator[Block]:
    """Yield the blocks of all files, those of each below a heading with its title."""
    for part in parts:
        blocks = list(part.document.blocks)
        title = part.document.title
        if not title and blocks and isinstance(blocks[0], Heading) and _is_alone(blocks):
            title = blocks.pop(0).text  # type: ignore[union-attr]
        yield Heading(1, title or _name(part.path), 1, file=part.name)
        for block in blocks:
            moved = replace(block, file=part.name)
            yield replace(moved, depth=moved.depth + 1) if isinstance(moved, Heading) else moved


def _is_alone(blocks: Sequence[Block]) -> bool:
    """Whether no other heading is as high as the first one."""
    depths = [one.depth for one in blocks if isinstance(one, Heading)]
    return depths.count(depths[0]) == 1 and depths[0] == min(depths)


def _name(path: Path) -> str:
    """Return the name of a file without its number: “Junior” of `01-junior.md`."""
    words = path.stem.lstrip("0123456789").strip(" -_.") or path.stem
    return words.replace("-", " ").replace("_", " ").capitalize()


def _notes(parts: Sequence[_FolderPart]) -> tuple[str, ...]:
    names = ", ".join(part.path.name for part in parts[:6])
    more = f" and {plural(len(parts) - 6, 'more', 'more')}" if len(parts) > 6 else ""
    own = (f"{plural(len(parts), 'document')} were read as one: {names}{more}.",)
    return (*own, *dict.fromkeys(note for part in parts for note in part.document.notes))
