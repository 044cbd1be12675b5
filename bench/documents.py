"""Prints how long a ladder of 1,200 profiles takes as Markdown, Word and PDF, with memory.

python bench/documents.py [md docx pdf]

Each format is written by a process of its own. The peer is a paragraph for each text by the
ordinary calls of python-docx, for a twentieth of the texts: their time grows with the square.
"""

import resource
import subprocess
import sys
import time

from laddereditor.reports.documents.exporters import DOCUMENT_EXPORTERS
from laddereditor.reports.documents.ladder_document import document_of
from laddereditor.reports.exporter import ExportSource, unheard
from make_ladders import SIZES, make_ladder

PART = 20


def write(name: str) -> None:
    """Write the ladder in one format and print time, size and memory."""
    source = ExportSource(make_ladder(*SIZES["M"]))
    exporter = next(one for one in DOCUMENT_EXPORTERS if one.name == name)
    start, begun = time.perf_counter(), time.process_time()
    (file,) = exporter.write(source, unheard)
    taken, used = time.perf_counter() - start, time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:5} {taken:6.1f} s, {used:.1f} s of the processors, "
        f"{len(file.data) / 1e6:.1f} MB, memory {memory:,.0f} MB"
    )


def write_by_calls() -> None:
    """Write a part of the texts by the calls of python-docx, and print the time."""
    import docx

    texts = [one.text for one in document_of(ExportSource(make_ladder(*SIZES["M"]))).blocks
             if hasattr(one, "text")]  # fmt: skip
    start = time.perf_counter()
    made = docx.Document()
    for text in texts[: len(texts) // PART]:
        made.add_paragraph(text, style="List Bullet")
    taken = time.perf_counter() - start
    print(f"calls {taken:6.1f} s for 1/{PART} of the texts by python-docx")


def main(arguments: list[str]) -> None:
    """Measure the formats that were asked for, each in a process of its own."""
    if arguments[:1] == ["--one"]:
        write_by_calls() if arguments[1] == "calls" else write(arguments[1])
        return
    for name in arguments or [*(one.name for one in DOCUMENT_EXPORTERS), "calls"]:
        subprocess.run([sys.executable, __file__, "--one", name], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
