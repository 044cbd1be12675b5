"""What all pages of a site have: head, policy, navigation, foot.

Each page holds its style and scripts itself, allowed by their hashes. Files beside it would need
the source 'self' in the policy, which browsers do not grant to pages opened from a folder.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, Literal

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from laddereditor.assets import resource
from laddereditor.model.spacing import single_spaced
from laddereditor.reports.common.colors import report_colors
from laddereditor.reports.common.origin import dated_parts
from laddereditor.reports.exporter import ExportedFile
from laddereditor.reports.site.blocks import Blocks
from laddereditor.reports.site.page_text import allowed_text, shown
from laddereditor.reports.site.site import Site, SitePage
from laddereditor.reports.site.site_paths import (
    INDEX,
    LEVELS,
    SIDE_BY_SIDE,
    SKILLS,
    root_of,
    stem,
)

_TITLE = 70  # characters of a title: search engines and tabs show no more
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_FROM_THE_RIGHT = frozenset(("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


@cache
def environment() -> Environment:
    """Return what reads the templates; every value is escaped."""
    made = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_allowed,
    )
    made.filters["shown"] = shown
    return made


def _template(name: str) -> str:
    return resource("site", name).read_text("utf-8")


def _allowed(value: Any) -> Any:
    return allowed_text(value) if type(value) is str else value


@dataclass(frozen=True, slots=True)
class Shell:
    """Writes the pages of a site."""

    site: Site
    common: Mapping[str, Any]
    blocks: Mapping[str, Blocks]  # by the way from a page to the folder of the site
    known: dict[tuple[str, str], Markup] = field(default_factory=dict)  # what several pages share

    def page(
        self, template: str, path: str, title: str, *, script: str = "", **values: Any
    ) -> ExportedFile:
        """Return a page.

        Args:
            template: The name of its template.
            path: Where it is in the site.
            title: What the browser calls it, with the ladder behind it.
            script: The name of a script that only this page has.
            **values: What the template shows.
        """
        root = root_of(path)
        blocks = self.blocks[root]
        scripts = [_asset("shell.js"), *([_asset(script)] if script else [])]
        text = (
            environment()
            .get_template(template)
            .render(
                self.common,
                root=root,
                top=self._shared("top.html", root, path),
                foot=self._shared("foot.html", root, ""),
                title=_short(title, self.site.name),
                link=blocks.link,
                blocks=blocks,
                scripts=scripts,
                policy=_policy(tuple(scripts)),
                **values,
            )
        )
        return ExportedFile(path, text.encode("utf-8"))

    def _shared(self, template: str, root: str, path: str) -> Markup:
        """Return what is the same on all pages of a folder, but for those that `top` leads to."""
        here = path if path in self.common["pages"].values() else ""
        known = self.known.get((template, here or root))
        if known is None:
            made = environment().get_template(template).render(self.common, path=here, root=root)
            known = self.known[template, here or root] = Markup(made)
        return known


def shell_of(site: Site) -> Shell:
    """Return what writes the pages of a site."""
    ladder, phrases = site.ladder, site.phrases
    tag = ladder.language.replace("_", "-")
    language = tag if _LANGUAGE.fullmatch(tag) else "en"
    known = language.lower().split("-")[0]
    return Shell(
        site,
        {
            "site": site,
            "say": phrases.say,
            "language": language,
            "direction": "rtl" if known in _FROM_THE_RIGHT else "ltr",
            # The program's own words are English where it does not know the ladder's language.
            "own": Markup("" if known == "en" or phrases.known else ' lang="en"'),
            "chosen": partial(_chosen, site),
            "lead": [text for text in site.ladder.description.split("\n\n") if text.strip()],
            "style": style(),
            "pages": {
                "index": INDEX,
                "levels": LEVELS,
                "skills": SKILLS,
                "side_by_side": SIDE_BY_SIDE,
            },
            "dated": dated_parts(ladder, phrases, site.today),
        },
        {root: _blocks(site, root) for root in ("", "../")},
    )


def _blocks(site: Site, root: str) -> Blocks:
    links = {address: f"{root}{path}" for address, path in site.paths.items()}
    return Blocks(lambda address: links.get(address, ""), site.phrases)


def _chosen(site: Site, *several: SitePage | None) -> str:
    """Return the part of an address that chooses profiles to see side by side."""
    return ",".join(stem(site.paths[one.address]) for one in several if one)


def _short(title: str, site: str) -> str:
    """Return the title of a page with the ladder behind it, as far as there is room."""
    title = shown(single_spaced(allowed_text(title)))
    both = f"{title} – {single_spaced(allowed_text(site))}" if title != site else title
    if len(escape(both)) <= _TITLE:
        return both
    while len(escape(title)) > _TITLE:
        title = f"{title[: min(len(title) - 2, _TITLE - 1)].rstrip()}…"
    return title


# -- style, scripts and the policy that allows them -----------------------------------------------


@cache
def style() -> Markup:
    """Return the style of all pages."""
    rules = _template("site.css")
    light, dark = (_variables(scheme, rules) for scheme in ("light", "dark"))
    colors = (
        f":root{{color-scheme:light;{light}}}\n"
        "@media screen{@media (prefers-color-scheme:dark){"
        f":root:not([data-colours=light]){{color-scheme:dark;{dark}}}}}\n"
        f":root[data-colours=dark]{{color-scheme:dark;{dark}}}}}\n"
    )
    return Markup(f"\n{colors}{rules}")


def _variables(scheme: Literal["light", "dark"], rules: str) -> str:
    """Return the colours of a scheme that the rules use."""
    colors = {role.replace("_", "-"): color for role, color in report_colors(scheme).items()}
    return ";".join(f"--{role}:{colors[role]}" for role in _used(rules))


def _used(rules: str) -> list[str]:
    return sorted(set(re.findall(r"var\(--([a-z-]+)\)", rules)))


@cache
def _asset(name: str) -> Markup:
    return Markup(f"\n{_template(name)}")


@cache
def _policy(scripts: tuple[str, ...]) -> str:
    """Return a policy by which nothing is loaded, and only the site's own scripts run."""
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; style-src {_hash(style())}; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
