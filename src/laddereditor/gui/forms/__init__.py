"""The form of the selected entity, generated from what the model says of its fields."""

from laddereditor.gui.forms.view import FormView

__all__ = ["FormView"]
