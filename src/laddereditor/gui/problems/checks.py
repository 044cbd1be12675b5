"""How the ladder is checked, changed in the window: accepted findings and severities of rules."""

from functools import partial

from PySide6.QtWidgets import QMenu

from laddereditor.edits.accepting import revoke_acceptance, set_severity
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.ladder import AcceptedFinding, Ladder
from laddereditor.model.naming import place_words
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.rules.registry import RULES
from laddereditor.rules.settings import OFF

_WORDS = {"error": "Error", "warning": "Warning", "info": "Hint", OFF: "Off"}


def ask_and_revoke(workspace: Workspace, dialogs: Dialogs) -> None:
    """Ask which accepted finding is to be checked again."""
    session = workspace.session
    if session is None:
        return
    accepted = session.ladder.checks.accepted if session.ladder.checks else ()
    if not accepted:
        workspace.notice.emit("No finding was accepted in this ladder.")
        return
    choices = [(str(n), _accepted_words(session.ladder, one)) for n, one in enumerate(accepted)]
    answer = dialogs.choose(
        "Take an accepted finding back",
        "These findings were accepted, each for its reason. What you choose is checked again.",
        choices,
        "Check it again",
    )
    if answer is not None:
        workspace.attempt(revoke_acceptance, int(answer))


def ask_and_set_severity(workspace: Workspace, dialogs: Dialogs) -> None:
    """Ask for a rule and its severity in this ladder."""
    session = workspace.session
    if session is None:
        return
    ladder = session.ladder
    rules = [(name, f"{rule.title}   ·   {_now(ladder, name)}") for name, rule in RULES.items()]
    question = "Rules, and how much their findings weigh in this ladder."
    rule = dialogs.choose("Change the severity of a rule", question, rules, "Choose…")
    if rule is None:
        return
    words = [(value, words) for value, words in _choices(rule).items()]
    question = f"“{RULES[rule].title}” is “{_now(ladder, rule)}” in this ladder."
    now = _chosen(ladder, rule)
    severity = dialogs.choose(f"Severity: {RULES[rule].title}", question, words, "Change", now)
    if severity is not None:
        workspace.attempt(set_severity, rule, severity)


def add_severity_menu(menu: QMenu, workspace: Workspace, rule: str) -> QMenu:
    """Add a menu of the severities that a rule can have, with a mark at the one it has.

    Args:
        menu: The menu to add it to.
        workspace: Has the ladder whose settings change.
        rule: The id of the rule.

    Returns:
        The new menu.
    """
    found = menu.addMenu("Change the severity of this rule")
    session = workspace.session
    now = _chosen(session.ladder, rule) if session else ""
    for value, words in _choices(rule).items():
        action = found.addAction(words, partial(workspace.attempt, set_severity, rule, value))
        action.setCheckable(True)
        action.setChecked(value == now)
    return found


def _choices(rule: str) -> dict[str, str]:
    own = _WORDS[RULES[rule].severity.value]
    return {"": f"As the program has it ({own.lower()})", **_WORDS}


def _chosen(ladder: Ladder, rule: str) -> str:
    word = ladder.checks.rules.get(rule, "") if ladder.checks else ""
    return word if word in _WORDS else ""


def _now(ladder: Ladder, rule: str) -> str:
    return _WORDS[_chosen(ladder, rule) or RULES[rule].severity.value].lower()


def _accepted_words(ladder: Ladder, one: AcceptedFinding) -> str:
    rule = RULES[one.rule].title if one.rule in RULES else one.rule
    where = place_words(ladder, Address(one.at)) if one.at else "Ladder"
    return f"{where}: {rule} — {one.reason or 'no reason given'}"
