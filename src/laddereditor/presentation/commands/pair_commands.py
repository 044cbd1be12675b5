"""The commands that correct which statements Compare puts beside each other."""

from laddereditor.presentation.commands.command import Command
from laddereditor.presentation.commands.enablement import compares, compares_several
from laddereditor.presentation.commands.on_compare import OnCompare

_PAIRS = "&Pairs"

PAIR_COMMANDS: tuple[Command, ...] = (
    Command(
        "compare.align",
        "&Align with…",
        "Compare",
        "F4",
        "",
        "Choose the statement of another column that belongs beside the current one; if two are "
        "selected, put these beside each other",
        act=OnCompare(lambda page: page.pairs.align()),
        enabled=compares_several,
        scope="compare",
        submenu=_PAIRS,
    ),
    Command(
        "compare.part",
        "Se&parate these two",
        "Compare",
        "Shift+F4",
        "",
        "Give the current statement a row of its own, or part the two that are selected",
        act=OnCompare(lambda page: page.pairs.part()),
        enabled=compares_several,
        scope="compare",
        submenu=_PAIRS,
    ),
    Command(
        "compare.take_back",
        "&Take back this correction",
        "Compare",
        "",
        "undo",
        "Let the program decide again what belongs beside the current statement",
        act=OnCompare(lambda page: page.pairs.take_back()),
        enabled=compares_several,
        scope="compare",
        submenu=_PAIRS,
    ),
    Command(
        "compare.corrected",
        "Show &corrected pairs…",
        "Compare",
        "",
        "",
        "Show which pairs were corrected by hand, and take some or all of them back",
        act=OnCompare(lambda page: page.pairs.show_all()),
        enabled=compares,
        scope="compare",
        submenu=_PAIRS,
    ),
)
