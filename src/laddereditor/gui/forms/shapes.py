"""Which field widget a shape is edited with."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from laddereditor.gui.forms.base_field import BaseField
from laddereditor.gui.forms.block import Field
from laddereditor.gui.forms.experience import ExperienceField
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.group_fields import GroupField
from laddereditor.gui.forms.group_name import GroupNameField
from laddereditor.gui.forms.links import LinksField
from laddereditor.gui.forms.list_fields import ListField
from laddereditor.gui.forms.pay import PayField
from laddereditor.gui.forms.simple_fields import (
    ChoiceField,
    FlagField,
    IdField,
    ParsedField,
    TextField,
)
from laddereditor.gui.forms.skills.field import SkillsField
from laddereditor.gui.forms.tables.equivalents import EquivalentsField
from laddereditor.gui.forms.tables.fields import ChecksField, HistoryField
from laddereditor.gui.forms.tables.occupations import OccupationsField
from laddereditor.gui.forms.tables.web_links import WebLinksField
from laddereditor.gui.forms.titles import PatternsField, TitlesField
from laddereditor.model.fields import FieldSpec

MakeField = Callable[[FormEditor, FieldSpec, QWidget], Field]

BY_SHAPE: dict[str, MakeField] = {
    "id": IdField,
    "line": TextField,
    "text": TextField,
    "lines": ListField,
    "statements": ListField,
    "choice": ChoiceField,
    "reference": ChoiceField,
    "texts": GroupField,
    "expectations": GroupField,
    "skills": SkillsField,
    "date": ParsedField,
    "number": ParsedField,
    "flag": FlagField,
    "experience": ExperienceField,
    "pay": PayField,
    "occupations": OccupationsField,
    "equivalents": EquivalentsField,
    "links": WebLinksField,
    "history": HistoryField,
    "base": BaseField,
    "checks": ChecksField,
    "records": LinksField,
}


def make_field(form_editor: FormEditor, spec: FieldSpec, parent: QWidget) -> Field | None:
    """Return the widget of a field, or None if its shape is not for a form."""
    make = _special(spec) or BY_SHAPE.get(spec.shape)
    return make(form_editor, spec, parent) if make else None


def _special(spec: FieldSpec) -> MakeField | None:
    """Return the widget of a field that needs a special one, None for others."""
    if spec.names_group and not spec.refers_to:
        return GroupNameField
    if spec.has_pattern_titles:
        return TitlesField
    return PatternsField if spec.gives_titles else None
