"""The field of occupation codes, with suggestions from the classifications."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.gui.forms.block import Field
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.labels import LinkButton
from laddereditor.gui.forms.suggesting import SuggestionOffer
from laddereditor.gui.forms.tables.fields import TableTexts, focus_cell
from laddereditor.gui.forms.tables.model import Records, RecordSpec
from laddereditor.gui.forms.tables.view import RecordTable
from laddereditor.gui.look.escaping import shown
from laddereditor.model.family import Family, Occupation
from laddereditor.model.fields import FieldSpec
from laddereditor.model.occupations.codes import OccupationTitle
from laddereditor.presentation.forms.form_values import EntityForm, own_value
from laddereditor.presentation.forms.occupation_suggestions import (
    OccupationOffer,
    offers_for_family,
    offers_for_text,
)


class OccupationsField(Field):
    """Codes of public classifications: they are found by code or title, and suggested."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, big=True, parent=parent)
        self.explain(spec.help)
        self.table = RecordTable(
            RecordSpec(
                Occupation,
                adding="Add a code: type a code or a word of its title here",
                take=self._take,
                texts=TableTexts(form_editor, spec.name),
                conventions=lambda: form_editor.conventions,
                suggest=self._suggest,
            ),
            self,
            show_text=self.show_text,
            end_typing=form_editor.end_typing,
        )
        self.suggest_button = LinkButton("Suggest codes", self)
        self.suggest_button.setObjectName("field.occupations.suggest")
        self.suggest_button.setToolTip("Codes whose titles share words with this family")
        self.suggest_button.clicked.connect(self._offer_suggestions)
        self._line.addWidget(self.suggest_button)
        self.add_body(self.table)
        self.name_editor(self.table, spec.name, spec.title, spec.help)

    def _take(self, records: Records, key: str) -> bool:
        merge = f"type:{self.form_editor.address}/{self.path}/{key}" if key else ""
        return self.form_editor.change_list(self.path, records, merge=merge)

    def _suggest(self, name: str, text: str) -> list[SuggestionOffer]:
        family = self._family()
        if family is None or name not in ("code", "title"):
            return []
        offers = offers_for_text(text) if text.strip() else offers_for_family(family)
        return [SuggestionOffer(_values(one.occupation), one.words, "occupation") for one in offers]

    def _family(self) -> Family | None:
        place = self.form_editor.place
        return place.entity if place and isinstance(place.entity, Family) else None

    def _offer_suggestions(self) -> None:
        """Show the codes that the family may have; each is added by choosing it."""
        self.form_editor.end_typing()
        family = self._family()
        menu = QMenu(self.suggest_button)
        menu.setObjectName("occupationSuggestions")
        menu.aboutToHide.connect(menu.deleteLater)
        offers = offers_for_family(family) if family else []
        for offer in offers:
            menu.addAction(shown(offer.words), partial(self._add, offer))
        if not offers:
            nothing = "No title shares words with this family. Type a word of one in the table."
            menu.addAction(nothing).setEnabled(False)
        button = self.suggest_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _add(self, offer: OccupationOffer) -> None:
        self.table.records.put_values(len(self.table.records.records), _values(offer.occupation))
        self.form_editor.end_typing()

    def bind(self, place: EntityForm) -> None:
        """Show the codes."""
        records = own_value(place.entity, self.path)
        self.table.show_records(records, read_only=place.read_only)
        self.suggest_button.setVisible(not place.read_only)

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Go to the table or a cell of it."""
        return focus_cell(self.table, rest)


def _values(occupation: OccupationTitle) -> dict[str, str]:
    return occupation._asdict()
