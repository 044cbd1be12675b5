"""Find the marks that git leaves in a file whose two versions could not be merged."""

import re

_MARK = re.compile(r"(?m)^(<{7}|>{7}|\|{7}|={7})(?: [^\r\n]*)?(?=\r?$)")
_SHOWN = 6  # lines that are listed; the others are counted


def conflict_at(text: str, broken: bool) -> tuple[int, str] | None:
    """Return where the first conflict mark is and a message about it, or None.

    Args:
        text: The text of the file.
        broken: Whether the text cannot be read; then a single left-over mark is reported too.

    Returns:
        The position of the mark, and the message.
    """
    if not broken and not ("<<<<<<< " in text and ">>>>>>> " in text):
        return None
    marks = list(_MARK.finditer(text))
    kinds = {mark.group(1)[0] for mark in marks}
    if not marks or (not broken and not {"<", ">", "="} <= kinds):
        return None
    numbers = [str(text.count("\n", 0, mark.start()) + 1) for mark in marks]
    return marks[0].start(), (
        f"'{marks[0].group().strip()}' is the mark of a merge in git that was not finished. Keep "
        "what you want of the two versions, and delete the marks "
        f"({_listed(numbers)})"
    )


def _listed(numbers: list[str]) -> str:
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    if len(numbers) > _SHOWN:
        return f"lines {', '.join(numbers[:_SHOWN])} and {len(numbers) - _SHOWN} more"
    return f"lines {', '.join(numbers[:-1])} and {numbers[-1]}"
