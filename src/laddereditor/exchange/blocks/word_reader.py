"""Read a Word file (.docx) to blocks, as it is with all tracked changes accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from laddereditor.exchange.blocks.block import (
    Block,
    BlockDocument,
    Heading,
    Item,
    MarginNote,
    Paragraph,
)
from laddereditor.exchange.blocks.bookmarks import address_in
from laddereditor.exchange.blocks.forms import LADDER, SCOPE
from laddereditor.exchange.blocks.word_package import word_parts
from laddereditor.exchange.blocks.word_runs import ParagraphTexts, WordCounts, paragraph_texts
from laddereditor.exchange.blocks.word_styles import (
    W,
    WordListPlace,
    WordStyle,
    WordStyles,
    is_contents,
    list_of,
    styles_of,
    value,
)
from laddereditor.exchange.blocks.word_tables import is_layout, table_of
from laddereditor.model.counting import plural

_PASSED = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def read_word(data: bytes, source: str) -> BlockDocument:
    """Return a Word file as blocks; `line` counts paragraphs and rows of tables.

    Args:
        data: The content of the file.
        source: Its name, for messages.

    Raises:
        ImportRefused: It is not a Word file, or is damaged, protected or too large.
    """
    parts = word_parts(data, source)
    walk = _WordWalk(styles_of(parts.styles, parts.numbering))
    body = parts.document.find(W + "body")
    found = list(walk.children(body)) if body is not None else []
    properties = dict(parts.properties)
    title = walk.title or properties.pop("title", "")
    properties.pop("title", "")
    properties |= {k: v for k, v in ((LADDER, walk.ladder), (SCOPE, walk.scope)) if v}
    remarks = tuple(
        MarginNote(*parts.comments[key], line)
        for line, keys in walk.comments
        for key in keys
        if key in parts.comments
    )
    return BlockDocument(
        blocks=tuple(found),
        title=title,
        language=properties.pop("language", ""),
        notes=(*parts.notes, *_notes(walk.counts)),
        properties=properties,
        remarks=remarks,
    )


@dataclass
class _WordWalk:
    """Goes through the paragraphs and tables of a document."""

    styles: WordStyles
    counts: WordCounts = field(default_factory=WordCounts)
    line: int = 0
    title: str = ""
    ladder: str = ""  # the id of the ladder that the document is an export of
    scope: str = ""  # what of it, as JSON
    # The line of a block, and the ids of the comments on it.
    comments: list[tuple[int, list[str]]] = field(default_factory=list)

    def children(self, parent: Any) -> Iterator[Block]:
        """Yield the blocks inside of an element."""
        for child in parent:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._table(child)
            elif child.tag in _PASSED:
                yield from self.children(child)

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:
        self.line += 1
        style = self.styles.of(value(paragraph, "pPr", "pStyle"))
        texts = paragraph_texts(paragraph, self.styles, self.counts)
        if not is_contents(style):
            block = self._block(paragraph, style, texts)
            if block is not None:
                if texts.comments:
                    self.comments.append((self.line, texts.comments))
                yield block
        for box in texts.boxes:
            yield from self.children(box)

    def _block(self, paragraph: Any, style: WordStyle, texts: ParagraphTexts) -> Block | None:
        text = "".join(run.text for run in texts.runs)
        if not text.strip():
            return None
        mark = address_in(texts.bookmarks)
        if mark.startswith("{"):
            self.scope = mark
        if style.name.casefold() == "title" and not self.title:
            self.title, self.ladder = text.strip(), mark
            return None
        properties = paragraph.find(W + "pPr")
        outline = value(paragraph, "pPr", "outlineLvl")
        depth = int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else style.heading
        if depth:
            return Heading(depth, text.strip(), self.line, mark)
        place = self._place(list_of(properties), style.list)
        if place is not None:
            return Item(tuple(texts.runs), place.depth, place.numbered, self.line, mark)
        quoted = "quote" in style.name.casefold()
        return Paragraph(tuple(texts.runs), quoted=quoted, line=self.line)

    def _place(
        self, own: tuple[str, int] | None, of_style: tuple[str, int] | None
    ) -> WordListPlace | None:
        """Return where a paragraph is in a list; programs write a depth as style or number."""
        listed = own or of_style
        if listed is None:
            return None
        depth = max(listed[1], of_style[1] if of_style else 0)
        return self.styles.list_place(listed[0], depth)

    def _table(self, table: Any) -> Iterator[Block]:
        if is_layout(table):
            for cell in table.iter(W + "tc"):
                yield from self.children(cell)
            return
        self.line += 1
        found = table_of(table, self.styles, self.counts)
        if found is not None:
            yield replace(found, line=self.line)


def _notes(counts: WordCounts) -> Iterator[str]:
    if counts.changes:
        changes = plural(counts.changes, "tracked change")
        yield f"The document has {changes}; it was read as if all of them were accepted."
    if counts.pictures:
        pictures = plural(counts.pictures, "picture")
        yield f"{pictures} left out; text in pictures is not read."
    if counts.footnotes:
        yield f"{plural(counts.footnotes, 'footnote')} left out."
