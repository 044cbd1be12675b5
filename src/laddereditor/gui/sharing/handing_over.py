"""Passes the files of a start to the running program; Qt is imported only if one may listen."""

from pathlib import Path

from laddereditor.gui.sharing.single_name import may_listen, server_name


def handed_over(paths: list[Path]) -> bool:
    """Pass files to the running program; return False if this one must open them."""
    name = server_name()
    if not may_listen(name):
        return False
    from laddereditor.gui.sharing.single_instance import Answer, hand_over

    return hand_over(name, paths) is Answer.TAKEN
