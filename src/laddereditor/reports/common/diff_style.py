"""The style sheet of a diff and of a change note as web pages."""

from laddereditor.compare.diff.changes.change import Effect, LadderChange
from laddereditor.reports.common.style import style_sheet

# The colour role of each effect.
EFFECT_ROLES: dict[Effect, str] = {
    "raises": "warning",
    "lowers": "info",
    "clarifies": "accepted",
    "neutral": "text_muted",
    "unclear": "moved",
}
CONCERNS = "concerns"  # the class of what is about people, although it asks nothing of them
_CONCERNS_ROLE = "text"
_ROLES = (
    *("base", "text", "text_muted", "border", "border_strong", "alternate", "window"),
    *("added", "added_bg", "removed", "removed_bg", *EFFECT_ROLES.values()),
)
_SHEET = """\
main { padding: 1.5rem; max-width: 72rem; margin: 0 auto }
h1 { font-size: 1.5rem; margin: 0 0 .5rem }
h2 { font-size: 1.2rem; margin: 1.8rem 0 .3rem; padding-bottom: .2rem;
  border-bottom: 2px solid var(--border_strong) }
h3 { font-size: 1rem; margin: 1rem 0 .3rem }
p { margin: .3rem 0 }
.muted { color: var(--text_muted) }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .3rem 0 1rem }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem;
  border: 1px solid var(--border); overflow-wrap: break-word; hyphens: auto }
thead th { background: var(--alternate) }
th.what { width: 22% } th.effect { width: 20% }
ins { color: var(--added); background: var(--added_bg); text-decoration: underline;
  text-underline-offset: 2px }
del { color: var(--removed); background: var(--removed_bg); text-decoration: line-through }
.effect b { display: block }
ul.changes { list-style: none; margin: 0; padding: 0 }
ul.changes > li { border-left: 4px solid var(--border_strong); padding: .3rem .7rem;
  margin: .5rem 0; break-inside: avoid }
@media screen and (max-width: 640px) {
  main { padding: .75rem }
  table, tbody, tr, td { display: block; width: auto }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  tr { border: 1px solid var(--border); margin: .5rem 0 }
  td { border: 0 }
  td::before { content: attr(data-label); display: block; font-size: .8em; font-weight: 600;
    color: var(--text_muted) }
  td:empty { display: none }
}
@page { margin: 15mm }
@media print { body { font-size: 10pt } main { padding: 0; max-width: none }
  h2, h3 { break-after: avoid } tr { break-inside: avoid }
  ins, del { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
"""


def effect_class(change: LadderChange) -> str:
    """Return the class of a change in the style sheet: its effect, or that it concerns people."""
    return CONCERNS if change.concerns else change.effect


def diff_style() -> str:
    """Return the style sheet, light and dark."""
    effects = "".join(
        f".{effect} b {{ color: var(--{role}) }} "
        f"ul.changes > li.{effect} {{ border-color: var(--{role}) }}\n"
        for effect, role in (*EFFECT_ROLES.items(), (CONCERNS, _CONCERNS_ROLE))
    )
    return style_sheet(_ROLES, _SHEET, effects)
