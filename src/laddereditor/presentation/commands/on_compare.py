"""What a command does with Compare."""

from dataclasses import dataclass

from laddereditor.presentation.commands.targets import CompareAct, Targets


@dataclass(frozen=True, slots=True)
class OnCompare:
    """What a command does with Compare, whose own keys and buttons call `page_act` at once."""

    page_act: CompareAct

    def __call__(self, on: Targets) -> None:
        """Go to Compare, and do it there."""
        self.page_act(on.pages.compare())
