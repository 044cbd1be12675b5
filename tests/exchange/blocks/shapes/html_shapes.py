"""Saved web pages of many shapes, made of the texts in `texts.yaml`."""

from html import escape

from tests.exchange.blocks.shapes.content import Content, competencies, one_family

_HEAD = (
    '<!doctype html><html lang="{language}"><head><title>{title} | Intranet</title>'
    "<style>p {{ color: red }}</style><script>track('x')</script></head><body>"
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/jobs">Jobs</a></li></ul></nav>'
    "<main><h1>{title}</h1>"
)
_FOOT = "</main><footer><p>© A company</p></footer></body></html>"


def _page(content: Content, body: str) -> str:
    head = _HEAD.format(language=content.language, title=escape(content.title))
    return head + body + _FOOT


def headings_and_lists(content: Content) -> str:
    parts = []
    for level, found in one_family(content).items():
        parts.append(f"<section><h2>{escape(level)}</h2>")
        for competency, texts in found.items():
            items = "".join(f"<li>{escape(text)}</li>" for text in texts)
            parts.append(f"<div><h3><span>{escape(competency)}</span></h3><ul>{items}</ul></div>")
        parts.append("</section>")
    return _page(content, "".join(parts))


def matrix(content: Content) -> str:
    parts = []
    for family, levels in content.families.items():
        heads = "".join(f"<th>{escape(level)}</th>" for level in levels)
        parts.append(
            f"<h2>{escape(family)}</h2><table><thead><tr><th></th>{heads}</tr></thead><tbody>"
        )
        for competency in competencies(content):
            cells = "".join(
                f"<td><ul>{''.join(f'<li>{escape(t)}</li>' for t in found[competency])}</ul></td>"
                for found in levels.values()
            )
            parts.append(f"<tr><th>{escape(competency)}</th>{cells}</tr>")
        parts.append("</tbody></table>")
    return _page(content, "".join(parts))


def definitions(content: Content) -> str:
    parts = []
    for level, found in one_family(content).items():
        parts.append(f"<h2>{escape(level)}</h2><dl>")
        for competency, texts in found.items():
            items = "".join(f"<li>{escape(text)}</li>" for text in texts)
            parts.append(f"<dt>{escape(competency)}</dt><dd><ul>{items}</ul></dd>")
        parts.append("</dl>")
    return _page(content, "".join(parts))


def levels_down(content: Content) -> str:
    parts = ["<table>"]
    heads = "".join(f"<td><b>{escape(one)}</b></td>" for one in competencies(content))
    parts.append(f"<tr><td><b>Level</b></td>{heads}</tr>")
    for level, found in one_family(content).items():
        cells = "".join(f"<td>{'<br>'.join(map(escape, found[one]))}</td>" for one in found)
        parts.append(f"<tr><td><b>{escape(level)}</b></td>{cells}</tr>")
    return _page(content, "".join(parts) + "</table>")


def cards(content: Content) -> str:
    parts = []
    for family, levels in content.families.items():
        parts.append(f"<h2>{escape(family)}</h2>")
        for level, found in levels.items():
            parts.append(f'<article><h3>{escape(level)}</h3><img src="x.png" width="16">')
            for competency, texts in found.items():
                parts.append(f"<p><strong>{escape(competency)}</strong></p>")
                parts += [f"<p>{escape(text)}.</p>" for text in texts]
            parts.append("</article>")
    return _page(content, "".join(parts))
