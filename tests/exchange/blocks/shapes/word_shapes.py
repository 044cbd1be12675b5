"""Word files of many shapes, made of the texts in `texts.yaml`."""

from io import BytesIO
from typing import Any

import docx
from tests.exchange.blocks.shapes.content import Content, competencies, one_family


def _bytes(made: Any) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def styled(content: Content) -> bytes:
    made = docx.Document()
    made.add_heading(content.title, 0)
    made.add_paragraph("This document is reviewed once a year.")
    for family, levels in content.families.items():
        made.add_heading(family, 1)
        for level, found in levels.items():
            made.add_heading(level, 2)
            for competency, texts in found.items():
                made.add_heading(competency, 3)
                for text in texts:
                    made.add_paragraph(text, style="List Bullet")
    return _bytes(made)


def bold_and_typed_bullets(content: Content) -> bytes:
    made = docx.Document()
    made.add_paragraph().add_run(content.title).bold = True
    made.add_paragraph()
    for level, found in one_family(content).items():
        made.add_heading(level, 1)
        for competency, texts in found.items():
            made.add_paragraph().add_run(f"{competency}:").bold = True
            for text in texts:
                made.add_paragraph(f"•\t{text}")
    return _bytes(made)


def numbered_headings(content: Content) -> bytes:
    made = docx.Document()
    made.add_heading(content.title, 0)
    for number, competency in enumerate(competencies(content), 1):
        made.add_heading(f"{number}. {competency}", 1)
        table = made.add_table(rows=1, cols=2)
        table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Level", "What we expect"
        for level, found in one_family(content).items():
            cells = table.add_row().cells
            cells[0].text = level
            cells[1].text = "\n".join(found[competency])
    return _bytes(made)


def matrix_with_merged_sections(content: Content) -> bytes:
    made = docx.Document()
    made.core_properties.title = content.title
    made.add_paragraph(content.title, style="Title")
    levels = one_family(content)
    table = made.add_table(rows=1, cols=len(levels))
    for cell, level in zip(table.rows[0].cells, levels, strict=True):
        cell.text = level
    for competency in competencies(content):
        row = table.add_row().cells
        row[0].merge(row[-1]).text = competency
        cells = table.add_row().cells
        for cell, found in zip(cells, levels.values(), strict=True):
            cell.text = found[competency][0]
            for text in found[competency][1:]:
                cell.add_paragraph(text)
    return _bytes(made)


def soft_breaks(content: Content) -> bytes:
    made = docx.Document()
    made.add_heading(content.title, 1)
    for level, found in one_family(content).items():
        made.add_heading(level, 2)
        for competency, texts in found.items():
            made.add_heading(competency, 3)
            paragraph = made.add_paragraph()
            for place, text in enumerate(texts):
                run = paragraph.add_run(f"- {text}")
                if place + 1 < len(texts):
                    run.add_break()
    return _bytes(made)


def nested_lists(content: Content) -> bytes:
    made = docx.Document()
    made.add_heading(content.title, 1)
    for level, found in one_family(content).items():
        made.add_heading(level, 2)
        for competency, texts in found.items():
            made.add_paragraph(competency, style="List Bullet")
            for text in texts:
                made.add_paragraph(text, style="List Bullet 2")
    return _bytes(made)
