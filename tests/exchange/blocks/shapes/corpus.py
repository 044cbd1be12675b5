"""The documents that imports of documents are measured by; half of them are held back.

Nobody looked at what the import makes of the held-back ones while it was written.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.exchange.blocks.shapes import html_shapes, markdown_shapes, word_shapes
from tests.exchange.blocks.shapes.content import Content, contents


@dataclass(frozen=True)
class Sample:
    name: str  # of its file
    content: Content
    data: bytes
    held_back: bool


_M, _H, _W = markdown_shapes, html_shapes, word_shapes
# Shape, ending, text, whether it is held back.
_SAMPLES: tuple[tuple[Callable[[Content], str | bytes], str, str, bool], ...] = (
    (_M.levels_then_competencies, "md", "warehouse", False),
    (_M.levels_then_competencies, "md", "hotel", True),
    (_M.competencies_then_levels, "md", "nursing", False),
    (_M.competencies_then_levels, "md", "docencia", True),
    (_M.bold_terms, "md", "electricians", False),
    (_M.bold_terms, "md", "warehouse", True),
    (_M.families_levels_competencies, "md", "software", False),
    (_M.families_levels_competencies, "md", "finance", True),
    (_M.table_with_sections, "md", "finance", False),
    (_M.table_with_sections, "md", "software", True),
    (_M.competency_tables, "md", "warehouse", False),
    (_M.competency_tables, "md", "nursing", True),
    (_M.bold_lines, "md", "baeckerei", False),
    (_M.bold_levels_in_lists, "md", "electricians", True),
    (_H.headings_and_lists, "html", "nursing", False),
    (_H.headings_and_lists, "html", "baeckerei", True),
    (_H.matrix, "html", "software", False),
    (_H.matrix, "html", "finance", True),
    (_H.definitions, "html", "warehouse", False),
    (_H.levels_down, "html", "hotel", True),
    (_H.cards, "html", "software", True),
    (_W.styled, "docx", "software", False),
    (_W.styled, "docx", "finance", True),
    (_W.bold_and_typed_bullets, "docx", "nursing", False),
    (_W.bold_and_typed_bullets, "docx", "hotel", True),
    (_W.numbered_headings, "docx", "electricians", False),
    (_W.numbered_headings, "docx", "docencia", True),
    (_W.matrix_with_merged_sections, "docx", "warehouse", True),
    (_W.soft_breaks, "docx", "docencia", False),
    (_W.nested_lists, "docx", "nursing", True),
)


def samples(*, held_back: bool) -> list[Sample]:
    """The samples that are held back, or the others."""
    return [
        Sample(
            f"{text}-{shape.__name__}.{ending}",
            contents()[text],
            _bytes(shape(contents()[text])),
            held,
        )
        for shape, ending, text, held in _SAMPLES
        if held is held_back
    ]


def _bytes(made: str | bytes) -> bytes:
    return made.encode() if isinstance(made, str) else made
