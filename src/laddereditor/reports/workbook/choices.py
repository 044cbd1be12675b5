"""The lists that cells of a workbook are chosen from: levels, skills, proficiencies, choices."""

from laddereditor.edits.cell_texts import ANY_PROFICIENCY, YES
from laddereditor.edits.parts.names import PartNames
from laddereditor.model.fields import FieldSpec
from laddereditor.reports.workbook.sheet_plan import Choices

PROFICIENCIES = "proficiencies"


def choices_for(choices: Choices, names: PartNames, spec: FieldSpec) -> str:
    """Return the name of the list that a field's cells are chosen from; "" for free text.

    Args:
        choices: The lists of the workbook, to which it is added.
        names: The names of what the ladder's entities refer to.
        spec: The field.
    """
    if spec.shape == "skills":
        steps = names.of("proficiency").values()
        return choices.add(PROFICIENCIES, [*steps, ANY_PROFICIENCY]) if steps else ""
    if spec.shape == "reference":
        return choices.add(spec.refers_to, names.of(spec.refers_to).values())
    if spec.shape == "flag":
        return choices.add("flag", [YES])
    words = [spec.choice_words(one) for one in spec.choices]
    return choices.add(str(spec.name), words)
