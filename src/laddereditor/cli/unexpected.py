"""Report an unexpected error in a verb: one plain line, an entry in the log, and no traceback."""

from laddereditor.cli.output import Output

INTERRUPTED = 130  # the exit code of shells for Ctrl+C (128 + SIGINT)


def report_unexpected(out: Output, doing: str, error: Exception) -> None:
    """Log an unexpected error, and report it in one line.

    Args:
        out: Where the line is written.
        doing: What was being done, to follow “while”: `reading the file`.
        error: The error; its traceback goes to the log only.
    """
    out.error(f"laddereditor: something unexpected happened while {doing} ({_logged(error)})")


def _logged(error: Exception) -> str:
    """Log an error; return its type, and where the details are."""
    from laddereditor.session.error_facts import facts_of, facts_text
    from laddereditor.session.error_log import write_log
    from laddereditor.storage.files.state_folder import NoStateFolder

    facts = facts_of(error)
    at = f" in {facts.places[-1]}" if facts.places else ""
    try:
        more = f"more is in {write_log(facts_text(facts))}, without any text of your ladders"
    except (OSError, NoStateFolder):
        more = "the log could not be written"
    return f"{facts.kind}{at}; {more}"
