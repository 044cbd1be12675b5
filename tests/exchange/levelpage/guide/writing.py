"""Write an invented page in each layout of the guide, as each way to take the text gives it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

from tests.exchange.levelpage.guide.described import GuidePage

LAYOUTS = ("older", "newer", "canon")
EXTRACTIONS = ("dash", "dot", "plain", "alternating", "table", "pipes", "html", "browser", "cut")
_CUT_AT = 0.55  # of the text
_MARKS = (("common", "level"), ("core", "family"), ("common", "profile"))


@dataclass(frozen=True)
class Block:
    """A piece of a page: `field` is what it is about, "" for a heading and for what has no field.

    Kinds: head (spans and a text, run together), line, heading, list (texts, each perhaps with
    marks behind it), terms (pairs), titles and spans (run together), rows (cells).
    """

    field: str
    kind: str
    items: tuple[tuple[str, ...], ...]


def _line(field: str, text: str, kind: str = "line") -> Block:
    return Block(field, kind, ((text,),))


def _list(field: str, texts: Iterable[str]) -> Block:
    return Block(field, "list", tuple((text,) for text in texts))


def _terms(page: GuidePage) -> Block:
    pairs = [*page.factors.items(), ("Typical experience", page.years)]
    return Block("factors", "terms", tuple(pairs))


def _titles(page: GuidePage) -> Block:
    return Block("titles", "titles", (page.titles,))


_OLDER = {
    "meaning": "What this level means",
    "duties": "What you'd do",
    "skills": "Skills, knowledge & tools",
    "good": "What good looks like",
    "titles": "Common titles",
    "pay": "What it pays",
}


def older(page: GuidePage) -> list[Block]:
    """Return the blocks of the older layout."""
    names = _OLDER | page.headings
    blocks = [
        Block("head", "head", ((page.code, f"{page.code} — {page.level}"),)),
        _line("title", page.title),
        _line("summary", page.summary),
        _line("", names["meaning"], "heading"),
        _line("meaning", page.meaning),
        _terms(page),
        _line("", names["duties"], "heading"),
        _list("duties", page.duties),
        _line("", names["skills"], "heading"),
        _list("skills", page.skills),
        _line("", names["good"], "heading"),
        _list("good", page.good),
        _line("", names["titles"], "heading"),
        _titles(page),
        _line("", names["pay"], "heading"),
    ]
    rows = [tuple(line.split("\t")) for line in page.pay.lines]
    blocks += (
        [Block("pay", "rows", tuple(rows))]
        if any(len(row) > 1 for row in rows)
        else [_line("pay", line) for line in page.pay.lines]
    )
    if page.occupation:
        blocks.append(_line("occupation", page.occupation.line))
    return blocks


def newer(page: GuidePage) -> list[Block]:
    """Return the blocks of the newer layout."""
    market, currency, low, middle, high = page.median
    sign = "€" if currency == "EUR" else "$"
    blocks = [
        _line("title", f"{page.title} · {page.key}.{page.code}"),
        _line("family", f"{page.function} · {page.focus}"),
        _line("head", f"{page.code} · {page.code} — {page.level} · {page.track}"),
        _line("", f"Median pay · {market}"),
        _line("pay", f"{sign}{middle:,}"),
        Block("pay", "spans", ((f"{sign}{low:,}", f" – {sign}{high:,} · {currency} · annual"),)),
        _line("", "Level position"),
        _line("", page.position),
        _line("", "Super-function"),
        _line("", f"{page.function} Trades"),
        _line("", "Demand-heat"),
        _line("", "Steady"),
        _line("", "Summary", "heading"),
        _line("summary", page.summary),
        Block("", "heading", ((f"This level — {page.code} {page.code} — {page.level}",),)),
        _line("meaning", page.meaning),
        _terms(page),
        _line("", "Responsibilities", "heading"),
        _list("duties", page.duties),
        _line("", "Skills", "heading"),
        _list("skills", page.skills),
        _line("", "Qualifications", "heading"),
        _list("good", page.good),
        _line("", "Common titles", "heading"),
        _titles(page),
        _line("", "Related families", "heading"),
        _list("", (f"{page.function} Planning", f"{page.function} Support")),
    ]
    if page.occupation:
        blocks.append(_line("occupation", page.occupation.line))
    return blocks


def canon(page: GuidePage) -> list[Block]:
    """Return the blocks of a canon page, whose texts have marks right behind them."""

    def marked(field: str, texts: tuple[str, ...]) -> Block:
        items = (
            (text, *(_MARKS[at % len(_MARKS)] if field == "duties" else ("common",)))
            for at, text in enumerate(texts)
        )
        return Block(field, "list", tuple(items))

    return [
        Block("head", "head", ((page.code, f"{page.code} — {page.level}", *page.chips),)),
        _line("summary", page.summary),
        _line("", f"Level — {page.code} — {page.level}", "heading"),
        _line("meaning", page.meaning),
        _terms(page),
        _line("", f"Responsibilities{len(page.duties)}", "heading"),
        marked("duties", page.duties),
        _line("", f"Skills{len(page.skills)}", "heading"),
        marked("skills", page.skills),
        _line("", f"Qualifications{len(page.good)}", "heading"),
        marked("good", page.good),
    ]


BLOCKS: dict[str, Callable[[GuidePage], list[Block]]] = {
    "older": older,
    "newer": newer,
    "canon": canon,
}
_NAVIGATION = ("Skip to content", "Home", "Families", "Levels", "Search…")


def written(page: GuidePage, layout: str, extraction: str) -> tuple[str, frozenset[str] | None]:
    """Return the text of a page, and for a cut one the fields that are there whole.

    The field in which a text is cut is in neither: `touched` of a cut page are whole ones only.
    """
    blocks = BLOCKS[layout](page)
    if extraction == "html":
        return _html(blocks, page), None
    if extraction != "cut":
        return "\n".join(text for _, text in _text(blocks, extraction)) + "\n", None
    lines = list(_text(blocks, "dash"))
    room = int(_CUT_AT * sum(len(text) + 1 for _, text in lines))
    taken: list[str] = []
    whole: set[str] = set()
    for name, text in lines:
        if room <= len(text):
            taken.append(text[:room])
            whole.discard(name)
            break
        taken.append(text)
        whole.add(name)
        room -= len(text) + 1
    return "\n".join(taken), frozenset(whole)


def cut_field(page: GuidePage, layout: str) -> str:
    """Return the field in which the cut text of a page ends."""
    lines = list(_text(BLOCKS[layout](page), "dash"))
    room = int(_CUT_AT * sum(len(text) + 1 for _, text in lines))
    for name, text in lines:
        if room <= len(text):
            return name
        room -= len(text) + 1
    return ""


_BULLETS = {"dash": "- ", "dot": "  • ", "plain": "", "alternating": "* ", "table": "- "} | {
    "pipes": "* ",
    "browser": "",
}


def _text(blocks: Iterable[Block], extraction: str) -> Iterator[tuple[str, str]]:
    """Yield each line with the field that it is about."""
    bullet = _BULLETS[extraction]
    spaced = extraction in ("browser", "alternating", "pipes")
    if extraction == "browser":
        for text in _NAVIGATION:
            yield "", text
    before = ""
    for block in blocks:
        if spaced and (block.kind == "heading" or before == "heading" or block.kind == "titles"):
            yield "", ""
        before = block.kind
        for text in _block_text(block, extraction, bullet):
            yield block.field, text


def _block_text(block: Block, extraction: str, bullet: str) -> Iterator[str]:
    if block.kind == "heading":
        yield ("## " if extraction == "pipes" else "") + block.items[0][0]
    elif block.kind == "list":
        yield from (bullet + "".join(item) for item in block.items)
    elif block.kind == "terms":
        yield from _terms_text(block, extraction, bullet)
    elif block.kind == "rows":
        mark = " | " if extraction == "pipes" else "\t"
        yield from (
            f"| {mark.join(row)} |" if extraction == "pipes" else mark.join(row)
            for row in block.items
        )
    elif block.kind == "spans" and extraction == "dot":
        yield block.items[0][0] + block.items[0][1].replace(" – ", "")
    else:
        yield "".join(block.items[0])


def _terms_text(block: Block, extraction: str, bullet: str) -> Iterator[str]:
    if extraction == "pipes":
        yield "| Factor | Meaning |"
        yield "| --- | --- |"
    for term, text in block.items:
        if extraction == "table":
            yield f"{term}\t{text}"
        elif extraction == "pipes":
            yield f"| {term} | {text} |"
        elif extraction == "alternating":
            yield from (term, text)
        else:
            yield from (bullet + term, bullet + text)


def _html(blocks: Iterable[Block], page: GuidePage) -> str:
    body = "\n".join(map(_html_block, blocks))
    navigation = "".join(f"<li><a href='/x'>{text}</a></li>" for text in _NAVIGATION)
    return (
        "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>"
        f"<title>{escape(page.title)} | Level guide</title><style>p {{margin: 0}}</style>"
        "<script>window.page = {\"a\": '<p>What you would do</p>'};</script></head>\n"
        f"<body><nav><ul>{navigation}</ul></nav><main>\n{body}\n</main>"
        "<script>run()</script></body></html>\n"
    )


def _html_block(block: Block) -> str:
    items = [tuple(map(escape, item)) for item in block.items]
    if block.kind == "head":
        rest = _spans(items[0][2:])
        return f"<h1>{_spans(items[0][:1])}{items[0][1]}{rest}</h1>"
    if block.kind == "list":
        return f"<ul>{''.join(f'<li>{one[0]}{_spans(one[1:])}</li>' for one in items)}</ul>"
    if block.kind == "terms":
        pairs = "".join(f"<dt>{term}</dt><dd>{text}</dd>" for term, text in items)
        return f"<dl>{pairs}</dl>"
    if block.kind == "rows":
        rows = ("".join(f"<td>{cell}</td>" for cell in item) for item in items)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    tag = {"heading": "h2", "titles": "div"}.get(block.kind, "p")
    text = _spans(items[0]) if block.kind == "titles" else "".join(items[0])
    return f"<{tag}>{text}</{tag}>"


def _spans(texts: Iterable[str]) -> str:
    return "".join(f"<span class='chip'>{text}</span>" for text in texts)
