"""The style sheet of a comparison as a web page."""

from laddereditor.reports.common.style import style_sheet

_ROLES = (
    *("base", "text", "text_muted", "text_inherited", "border", "border_strong", "alternate"),
    *("window", "accent", "added", "added_bg", "removed", "removed_bg", "changed", "changed_bg"),
)

_SHEET = """\
main { padding: 1.5rem; max-width: 110rem; margin: 0 auto }
h1 { font-size: 1.4rem; margin: 0 0 .75rem }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem .9rem; margin: 0 0 1rem;
  padding: 0; font-size: .88em }
.legend li { padding: .1rem .45rem; border-radius: 4px }
table { border-collapse: separate; border-spacing: 0; width: 100%; table-layout: fixed;
  border-top: 1px solid var(--border) }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem;
  border-bottom: 1px solid var(--border); overflow-wrap: break-word; hyphens: auto }
td + td, th + td, th + th { border-left: 1px solid var(--border) }
thead th { position: sticky; top: 0; z-index: 1; background: var(--alternate);
  border-bottom: 2px solid var(--border_strong) }
th { font-weight: 600 }
th[scope=row]:not(.single) { color: var(--text_muted) }
.corner { width: 9.5rem }
.section > * { background: var(--window); color: var(--text_muted) }
.section > td { font-size: .88em }
.section > th, th.single { color: var(--text); font-size: 1em; font-weight: 700 }
small { font-weight: 400; color: var(--text_muted) }
.pin { color: var(--accent); font-weight: 600 }
.remark { color: var(--text_inherited) }
.sign { font-size: .82em; white-space: nowrap; margin-right: .25rem }
.text_muted, .text_muted .sign { color: var(--text_muted) }
.added { background: var(--added_bg) } .added .sign, ins { color: var(--added) }
.removed { background: var(--removed_bg) } .removed .sign, del { color: var(--removed) }
.changed { background: var(--changed_bg) } .changed .sign { color: var(--changed) }
ins { text-decoration: underline; text-underline-offset: 2px }
del { text-decoration: line-through }
ins.instead { margin-left: .2em }
td ul { margin: .2rem 0 0; padding-left: 1.1rem; font-size: .92em }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
"""

# On a phone the columns of a row are below each other, each under its name.
_PHONE = """
@media screen and (max-width: PHONEpx) {
  main { padding: .75rem }
  table, tbody, tr, th, td { display: block; width: auto }
  table { border-top: 0 }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  tr { border-bottom: 2px solid var(--border); padding: .25rem 0 }
  th, td { border: 0; padding: .3rem .5rem }
  td + td, th + td, th + th { border-left: 0 }
  td::before { content: attr(data-column); display: block; font-size: .8em; font-weight: 600;
    color: var(--text_muted) }
  .none, .section > td:empty { display: none }
  .section { position: sticky; top: 0; background: var(--window) }
  .section > td { padding: 0 .5rem }
  .section > td::before { display: inline; margin-right: .4rem }
}
"""

_PRINT = """
@page { size: A4 landscape; margin: 12mm 10mm }
@media print {
  body { font-size: SIZEpt; line-height: 1.3 }
  main { padding: 0; max-width: none }
  h1 { font-size: 13pt }
  .sign, small, .section > td { font-size: .92em }
  thead { display: table-header-group }
  thead th { position: static }
  tr, td, th { break-inside: avoid }
  .section, h1, .legend { break-after: avoid }
  .corner { width: 30mm }
  th, td { padding: 1mm 1.5mm }
  td, th, .legend li { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
"""


def comparison_style(columns: int) -> str:
    """Return the style sheet for a page with this number of columns."""
    phone = _PHONE.replace("PHONE", str(240 + 150 * columns))
    paper = _PRINT.replace("SIZE", "9" if columns < 4 else "8" if columns < 6 else "7")
    return style_sheet(_ROLES, _SHEET, phone, paper)
