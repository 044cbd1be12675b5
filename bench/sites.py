"""Times the site of a ladder, against plain jinja2 that writes as many trivial pages.

    python bench/sites.py [S M L]        # M by default

The trivial page has a heading and a list of the statements of one profile, and is not written to a
disk either: both give their pages one by one. bench/check_site.mjs times the search in a browser.
"""

import sys
import time
from collections.abc import Callable

from jinja2 import Environment

from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import statement_text
from laddereditor.reports.exporter import ExportSource, unheard
from laddereditor.reports.site.exporter import SITE
from make_ladders import SIZES, make_ladder

RUNS = 5
TRIVIAL = """\
<!DOCTYPE html><html><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1>
<ul>{% for text in texts %}<li>{{ text }}</li>{% endfor %}</ul></body></html>"""


def site(ladder: Ladder) -> tuple[int, int]:
    """Return the number of pages of a site, and their bytes."""
    sizes = [len(one.data) for one in SITE.write(ExportSource(ladder), unheard)]
    return len(sizes), sum(sizes)


def trivial(ladder: Ladder, pages: int) -> tuple[int, int]:
    """Return the number of trivial pages, as many as the site has, and their bytes."""
    template = Environment(autoescape=True).from_string(TRIVIAL)
    profiles = list(all_profiles(ladder))
    sizes = []
    for number in range(pages):
        _, profile = profiles[number % len(profiles)]
        texts = [statement_text(one) for one in profile.responsibilities]
        page = template.render(title=profile.title, texts=texts)
        sizes.append(len(page.encode("utf-8")))
    return len(sizes), sum(sizes)


def best(work: Callable[[], tuple[int, int]]) -> tuple[float, int, int]:
    """Return the processor time of the fastest run in seconds, and what it gave."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        pages, size = work()
        times.append(time.process_time() - start)
    return min(times), pages, size


def main(sizes: list[str]) -> None:
    """Print a line for each size."""
    for name in sizes or ["M"]:
        start = time.process_time()
        ladder = make_ladder(*SIZES[name])
        first = time.process_time()
        site(ladder)
        cold = time.process_time() - first
        taken, pages, size = best(lambda: site(ladder))  # noqa: B023 - called at once
        peer, *_ = best(lambda: trivial(ladder, pages))  # noqa: B023
        print(
            f"{name}: {pages} pages, {size / 1e6:.0f} MB: first {cold:.2f} s, then {taken:.2f} s, "
            f"{taken / peer:.1f} x jinja2's {peer:.2f} s of trivial pages "
            f"(the ladder took {first - start:.1f} s to make)"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
