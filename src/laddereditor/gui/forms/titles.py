"""Titles: those derived from patterns, and a profile's own ones."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from laddereditor.gui.forms.chips import Chips
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.forms.list_fields import ListField
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.family import Family
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import label_of
from laddereditor.model.level import Level
from laddereditor.model.titles import derived_titles, more_titles, titles_left_out
from laddereditor.presentation.forms.form_values import EntityForm


class TitlesField(ListField):
    """A profile's own titles, below those derived from the level's patterns."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec, parent)
        self._source = PlainLabel(role="text_inherited", step="small", wrap=True, parent=self)
        self.derived = Chips(self)
        self.derived.setObjectName(f"field.{spec.name}.derived")
        self.derived.setAccessibleName("Titles that the level's patterns give")
        for widget in (self._source, self.derived):
            self.column.insertWidget(self.column.indexOf(self.view), widget)

    def bind(self, place: EntityForm) -> None:
        """Show derived and own titles."""
        super().bind(place)
        titles = _titles(place.family, place.level)
        self.derived.show_texts(titles)
        self._source.setVisible(bool(titles))
        if titles and place.level:
            self._source.show_text(
                f"From the title patterns of {place.level.id} and the family’s specialties:"
            )


class PatternsField(ListField):
    """A level's title patterns, with the titles they give in a family."""

    shows_more = True  # the families

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec, parent)
        self._place: EntityForm | None = None
        preview = QWidget(self)
        row = QHBoxLayout(preview)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space("s"))
        words = PlainLabel("They give, in the family", "text_muted", "small", parent=preview)
        self.families = ChoiceInput(preview)
        self.families.setMinimumContentsLength(24)
        self.families.setObjectName(f"field.{spec.name}.family")
        self.families.setAccessibleName("Family to show the titles of")
        self.families.chosen.connect(lambda _family: self._preview())
        row.addWidget(words)
        row.addWidget(self.families)
        row.addStretch(1)
        self._chooser = preview
        self.titles = Chips(self)
        self.titles.setObjectName(f"field.{spec.name}.preview")
        self.titles.setAccessibleName("Titles that the patterns give")
        self.add_body(preview)
        self.add_body(self.titles)

    def bind(self, place: EntityForm) -> None:
        """Show the patterns and what they give."""
        super().bind(place)
        self._place = place
        families = place.ladder.families
        self.families.offer(tuple((one.id, label_of(one)) for one in families))
        if families and self.families.value() not in {one.id for one in families}:
            self.families.put(_example_family(families).id)
        self._preview()

    def _preview(self) -> None:
        place = self._place
        if place is None or not isinstance(place.entity, Level):
            return
        chosen = self.families.value()
        family = next((one for one in place.ladder.families if one.id == chosen), None)
        titles = _titles(family, place.entity)
        self.titles.show_texts(titles)
        self._chooser.setVisible(bool(place.ladder.families and place.entity.title_patterns))


def _titles(family: Family | None, level: Level | None) -> tuple[str, ...]:
    """Return the derived titles that are shown; the last text says how many are left out."""
    if family is None or level is None:
        return ()
    more = more_titles(titles_left_out(len(level.title_patterns), len(family.specialties)))
    return (*derived_titles(family, level), *filter(None, [more]))


def _example_family(families: tuple[Family, ...]) -> Family:
    """Return a family with specialties, which shows best what patterns do."""
    return next((one for one in families if one.specialties), families[0])
