"""Documents in Markdown of many shapes, made of the texts in `texts.yaml`."""

from collections.abc import Iterator

from tests.exchange.blocks.shapes.content import Content, competencies, one_family


def levels_then_competencies(content: Content) -> str:
    lines = [f"# {content.title}", "", "What we expect of each level. Read from the top.", ""]
    for level, found in one_family(content).items():
        lines += [f"## {level}", ""]
        for competency, texts in found.items():
            lines += [f"### {competency}", "", *(f"- {text}" for text in texts), ""]
    return "\n".join(lines)


def competencies_then_levels(content: Content) -> str:
    lines = [f"# {content.title}", "", "> Talk about these with your manager twice a year.", ""]
    for competency in competencies(content):
        lines += [f"## {competency}", "", f"*How far {competency.lower()} goes.*", ""]
        for level, found in one_family(content).items():
            lines += [f"### {level}", "", *(f"* {text}" for text in found[competency]), ""]
    return "\n".join(lines)


def bold_terms(content: Content) -> str:
    lines = [f"{content.title}", "=" * len(content.title), ""]
    for level, found in one_family(content).items():
        lines += [f"{level}", "-" * len(level), ""]
        lines += [f"- **{name}**: {text}" for name, texts in found.items() for text in texts]
        lines.append("")
    return "\n".join(lines)


def families_levels_competencies(content: Content) -> str:
    lines = [f"# {content.title}", "", "- [Families](#x)", ""]
    for family, levels in content.families.items():
        lines += [f"## {family}", "", f"> Everything that the {family} team does.", ""]
        for level, found in levels.items():
            lines += [f"### {level}", "", f"> Somebody at {level} in a sentence.", ""]
            for competency, texts in found.items():
                lines += [f"#### {competency}", "", *(f"1. {text}" for text in texts), ""]
    return "\n".join(lines)


def table_with_sections(content: Content) -> str:
    lines = [f"# {content.title}", ""]
    for family, levels in content.families.items():
        lines += [f"## {family}", "", f"| | {' | '.join(levels)} |"]
        lines.append("|" + " --- |" * (len(levels) + 1))
        for competency in competencies(content):
            lines.append(f"| **{competency}** |" + " |" * len(levels))
            lines += _rows(levels, competency)
        lines.append("")
    return "\n".join(lines)


def _rows(levels: dict[str, dict[str, list[str]]], competency: str) -> Iterator[str]:
    most = max(len(found[competency]) for found in levels.values())
    for place in range(most):
        cells = [(found[competency] + [""] * most)[place] for found in levels.values()]
        yield f"| | {' | '.join(cells)} |"


def competency_tables(content: Content) -> str:
    lines = [f"# {content.title}", ""]
    for competency in competencies(content):
        lines += [f"## {competency}", "", "| Level | Expectation |", "| --- | --- |"]
        for level, found in one_family(content).items():
            lines.append(f"| {level} | {'<br>'.join(found[competency])} |")
        lines.append("")
    return "\n".join(lines)


def bold_lines(content: Content) -> str:
    lines = [f"# {content.title}", ""]
    for level, found in one_family(content).items():
        lines += [f"## {level}", ""]
        for competency, texts in found.items():
            lines += [f"**{competency}**", "", *(f"+ {text}" for text in texts), ""]
    return "\n".join(lines)


def bold_levels_in_lists(content: Content) -> str:
    lines = ["---", f"title: {content.title}", "layout: page", "---", ""]
    lines += ["Last updated in May.", ""]
    for competency in competencies(content):
        lines += [f"# {competency}", ""]
        for level, found in one_family(content).items():
            lines += [f"- **{level}**", *(f"  - {text}" for text in found[competency])]
        lines.append("")
    return "\n".join(lines)
