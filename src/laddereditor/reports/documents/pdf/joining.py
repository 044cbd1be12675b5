"""Joins the parts of a document, its contents and its footers to one tagged PDF.

Each page of the file is one of the contents or of a part, with its footer laid over it. Tags stay
those of the parts (ISO 32000-1, 14.7): they are the children of one document, and their keys in the
tree of parents follow those of the parts before.
"""

import copy
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from laddereditor.reports.documents.pdf.object_file import ObjectFile
from laddereditor.reports.documents.pdf.renumbering import (
    Renumbering,
    copy_objects,
    renumbering,
    stream_head,
)

if TYPE_CHECKING:
    import pikepdf  # an extra

_FOOTER = "LadderFooter"  # the name of a page's footer among its resources
_DRAWN_AFTER = (
    b"Q /Artifact << /Type /Pagination /Subtype /Footer /Attached [ /Bottom ] >> BDC /%s Do EMC"
    % _FOOTER.encode()
)
_HEADING = re.compile("/H[1-6]")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a heading of the contents is."""

    page: int  # counted from 0, without those of the contents
    top: float


@dataclass(frozen=True, slots=True)
class _Fixed:
    """The numbers of the objects that all parts share."""

    root: int
    pages: int
    tags: int
    document: int
    before: int  # what is drawn before and after the content of each page
    after: int


@dataclass(slots=True)
class JoinedPdf:
    """A PDF that is being joined."""

    file: ObjectFile = field(default_factory=ObjectFile)
    pages: list[int] = field(default_factory=list)  # the numbers of their objects
    footers: list[int] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)  # of the headings of the contents
    children: list[int] = field(default_factory=list)  # the tags below the document
    parents: dict[int, int] = field(default_factory=dict)  # by the keys of pages and links
    ids: list[tuple[bytes, int]] = field(default_factory=list)  # of tags, such as cells
    roles: dict[str, str] = field(default_factory=dict)
    parts: int = 0
    catalog: bytes = b""
    info: int = 0  # the number of the dictionary of properties
    identity: bytes = b"[ () () ]"
    fixed: _Fixed = field(init=False)

    def __post_init__(self) -> None:
        self.fixed = _Fixed(*(self.file.reserve() for _ in range(6)))
        self.file.add_stream(self.fixed.before, b"", b"q")
        self.file.add_stream(self.fixed.after, b"", _DRAWN_AFTER)


def add_part(joined: JoinedPdf, data: bytes) -> None:
    """Add the pages of a part, which has no footers, behind those of the parts before.

    Args:
        joined: The file so far.
        data: The part as tagged PDF.
    """
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        first = len(joined.pages)
        others = dict(_page_numbers(pdf, joined))
        for page in pdf.pages:
            others |= _with_footer(joined, pdf, page.obj)
        numbers = _with_tags(joined, pdf, others)
        own = [page.obj.objgen[0] for page in pdf.pages]
        joined.pages += map(numbers.number, own)
        bookmarks = list(_bookmarks(pdf))
        for one in bookmarks:
            page, _, _, top, *_ = one.Dest
            joined.targets.append(Target(first + own.index(page.objgen[0]), float(top)))
        outline = (one.objgen[0] for one in (*bookmarks, *(one.Dest for one in bookmarks)))
        copy_objects(joined.file, pdf, numbers, (*outline, *_of_the_file(pdf)))


def add_contents(joined: JoinedPdf, data: bytes) -> None:
    """Add the contents before the pages so far, and the bookmarks, the language and the title.

    Args:
        joined: The file with all parts.
        data: The contents as tagged PDF: their pages, and one for each page of the parts, on
            which the same headings are.
    """
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        opening = len(pdf.pages) - len(joined.pages)
        stand_ins = [page.obj for page in pdf.pages][opening:]
        others = dict(_page_numbers(pdf, joined))
        others |= {one.objgen[0]: at for one, at in zip(stand_ins, joined.pages, strict=True)}
        joined.footers, footers = [], joined.footers
        joined.children, children = [], joined.children
        pages = [page.obj for page in pdf.pages][:opening]
        for page in pages:
            others |= _with_footer(joined, pdf, page)
        for one, target in zip(_bookmarks(pdf), joined.targets, strict=True):
            one.Dest[3] = target.top
        numbers = _with_tags(joined, pdf, others)
        joined.footers += footers
        joined.children += children
        joined.pages[:0] = [numbers.number(page.objgen[0]) for page in pages]
        empty = (one.Contents.objgen[0] for one in stand_ins if "/Contents" in one)
        copy_objects(joined.file, pdf, numbers, (*empty, pdf.Root.objgen[0]))
        joined.catalog = numbers.text(_catalog(pdf))
        joined.info = numbers.number(pdf.trailer.Info.objgen[0])
        joined.identity = pdf.trailer.ID.unparse()


def finished(joined: JoinedPdf, footers: bytes) -> bytes:
    """Return the whole file.

    Args:
        joined: The file with its parts and its contents.
        footers: The footer of each page as PDF.
    """
    import pikepdf

    with pikepdf.open(BytesIO(footers)) as pdf:
        numbers = renumbering(joined.file, pdf, {}, {})
        for page, at in zip(pdf.pages, joined.footers, strict=True):
            _write_footer(joined.file, page.obj, at, numbers)
        drawn = (one.objgen[0] for page in pdf.pages for one in (page.obj, page.obj.Contents))
        lists = (number for number, _ in _page_numbers(pdf, joined))
        copy_objects(joined.file, pdf, numbers, (*drawn, *lists, *_of_the_file(pdf)))
    _write_shared(joined)
    return joined.file.finished(joined.fixed.root, joined.info, joined.identity)


# -- pages --------------------------------------------------------------------------------------


def _page_numbers(pdf: "pikepdf.Pdf", joined: JoinedPdf) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the lists of pages, in whose place the file has one."""
    waiting = [pdf.Root.Pages]
    while waiting:
        one = waiting.pop()
        yield one.objgen[0], joined.fixed.pages
        waiting += [below for below in one.Kids if below.get("/Type") == "/Pages"]


def _with_footer(joined: JoinedPdf, pdf: "pikepdf.Pdf", page: Any) -> dict[int, int]:
    """Have a page draw its footer, and return the objects that stand in for those of the file."""
    import pikepdf

    before, after, footer = (pdf.make_indirect(pikepdf.Dictionary()) for _ in range(3))
    content = page.Contents
    old = list(content) if isinstance(content, pikepdf.Array) else [content]
    page.Contents = pikepdf.Array([before, *old, after])
    resources = copy.copy(page.get("/Resources", pikepdf.Dictionary()))
    drawn = copy.copy(resources.get("/XObject", pikepdf.Dictionary()))
    drawn[f"/{_FOOTER}"] = footer
    resources.XObject = drawn
    page.Resources = resources
    joined.footers.append(joined.file.reserve())
    fixed = joined.fixed
    places = (fixed.before, fixed.after, joined.footers[-1])
    return {one.objgen[0]: at for one, at in zip((before, after, footer), places, strict=True)}


def _write_footer(file: ObjectFile, page: Any, at: int, numbers: Renumbering) -> None:
    """Write a footer as a drawing of its own."""
    import pikepdf

    head = stream_head(
        page.Contents,
        numbers,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=page.MediaBox,
        Resources=page.Resources,
    )
    file.add_stream(at, head, page.Contents.read_raw_bytes())


def _bookmarks(pdf: "pikepdf.Pdf") -> Iterator[Any]:
    """Yield the bookmarks in their order, each before those below it."""
    outlines = pdf.Root.get("/Outlines")
    waiting = [outlines.get("/First")] if outlines is not None else []
    while waiting:
        one = waiting.pop()
        if one is not None:
            yield one
            waiting += [one.get("/Next"), one.get("/First")]


# -- tags ---------------------------------------------------------------------------------------


def _with_tags(joined: JoinedPdf, pdf: "pikepdf.Pdf", others: dict[int, int]) -> Renumbering:
    """Take the tags of a PDF into the file, and return the numbers that its objects get."""
    import pikepdf

    joined.parts += 1
    tags = pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
    documents = list(tags.get("/K", ()))
    others |= {one.objgen[0]: joined.fixed.document for one in documents}
    others[tags.objgen[0]] = joined.fixed.tags
    names = tags.get("/IDTree")
    ids = list(pikepdf.NameTree(names).items()) if names is not None else []
    renamed = {name: f"{joined.parts}-{name}" for name, _ in ids}
    texts = {_text(name): _text(new) for name, new in renamed.items()}
    _count_on(pdf, len(joined.parents))
    numbers = renumbering(joined.file, pdf, others, texts)
    joined.ids += [(_text(renamed[name]), numbers.number(one.objgen[0])) for name, one in ids]
    below = [one for document in documents for one in document.get("/K", ())]
    joined.children += [numbers.number(one.objgen[0]) for one in below if not _is_empty(one)]
    _take_parents(joined, tags, numbers)
    joined.roles |= {name: str(role) for name, role in tags.get("/RoleMap", {}).items()}
    return numbers


def _text(text: str) -> bytes:
    import pikepdf

    found: bytes = pikepdf.String(text).unparse()
    return found


def _is_empty(tag: Any) -> bool:
    """Whether a tag is a heading that takes no place."""
    return bool(_HEADING.fullmatch(str(tag.S))) and not len(tag.get("/K", ()))


def _count_on(pdf: "pikepdf.Pdf", first: int) -> None:
    """Have the keys of pages and links follow those that the file has."""
    for page in pdf.pages:
        if "/StructParents" in page.obj:
            page.obj.StructParents += first
        for link in page.obj.get("/Annots", ()):
            if "/StructParent" in link:
                link.StructParent += first


def _take_parents(joined: JoinedPdf, tags: Any, numbers: Renumbering) -> None:
    import pikepdf

    first, tree = len(joined.parents), tags.get("/ParentTree")
    for key, parents in pikepdf.NumberTree(tree).items() if tree is not None else ():
        joined.parents[first + key] = numbers.number(parents.objgen[0])


def _of_the_file(pdf: "pikepdf.Pdf") -> Iterable[int]:
    """Return the numbers of the objects that a file has once: those of a part are left out."""
    root, info = pdf.Root, pdf.trailer.get("/Info")
    once = (root, root.get("/Outlines"), root.get("/Metadata"), info)
    return [one.objgen[0] for one in once if one is not None]


# -- the file -----------------------------------------------------------------------------------


def _catalog(pdf: "pikepdf.Pdf") -> bytes:
    """Return the catalog of the contents, which refers to the pages and the tags of the file."""
    import pikepdf

    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    found: bytes = pdf.Root.unparse(resolved=True)
    return found


def _write_shared(joined: JoinedPdf) -> None:
    """Write the lists of all pages and of all tags."""
    import pikepdf

    file, fixed = joined.file, joined.fixed
    file.add(fixed.root, joined.catalog)
    pages = b"<< /Type /Pages /Count %d /Kids %s >>"
    file.add(fixed.pages, pages % (len(joined.pages), _references(joined.pages)))
    document = b"<< /Type /StructElem /S /Document /P %d 0 R /K %s >>"
    file.add(fixed.document, document % (fixed.tags, _references(joined.children)))
    parents = b" ".join(b"%d %d 0 R" % one for one in sorted(joined.parents.items()))
    ids = b" ".join(b"%s %d 0 R" % one for one in sorted(joined.ids))
    roles = pikepdf.Dictionary({name: pikepdf.Name(role) for name, role in joined.roles.items()})
    tags = (
        b"<< /Type /StructTreeRoot /K [ %d 0 R ] /ParentTree << /Nums [ %s ] >>"
        b" /ParentTreeNextKey %d /IDTree << /Names [ %s ] >> /RoleMap %s >>"
    )
    next_key = max(joined.parents, default=-1) + 1
    file.add(fixed.tags, tags % (fixed.document, parents, next_key, ids, roles.unparse()))


def _references(numbers: Iterable[int]) -> bytes:
    return b"[ %s ]" % b" ".join(b"%d 0 R" % one for one in numbers)
