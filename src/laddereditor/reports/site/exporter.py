"""The exporter of sites."""

from collections.abc import Iterator

from laddereditor.reports.exporter import WEBSITE, ExportedFile, Exporter, ExportSource, Progress
from laddereditor.reports.site.pages import page_count, pages_of
from laddereditor.reports.site.shell import shell_of
from laddereditor.reports.site.site import site_of


def write_site(source: ExportSource, progress: Progress) -> Iterator[ExportedFile]:
    """Yield the pages of a site."""
    site = site_of(source)
    count = page_count(site)
    for number, page in enumerate(pages_of(site, shell_of(site)), start=1):
        yield page
        progress(number, count)


SITE = Exporter("html", "Website, a folder of pages", "", write_site, WEBSITE, "Folder of pages")
