"""The menu of a finding: going to it, fixing, accepting, copying."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.edits.accepting import accept_finding
from laddereditor.gui.clipboard.clipboard import put_text
from laddereditor.gui.look.escaping import shown
from laddereditor.gui.look.icons import icon
from laddereditor.gui.problems.checks import add_severity_menu, ask_and_revoke
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.naming import place_words
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.problems.fix_all import fix_all, planned, skipped_words
from laddereditor.presentation.workspace.refused_texts import RULE, RULE_TITLE
from laddereditor.rules.explain import as_text, explanation
from laddereditor.rules.finding import Finding
from laddereditor.rules.registry import RULES
from laddereditor.rules.rule import Rule


def finding_menu(
    finding: Finding, workspace: Workspace, dialogs: Dialogs, parent: QWidget
) -> QMenu:
    """Return the menu of what can be done about a finding."""
    menu = QMenu(parent)
    go = partial(workspace.go_to, finding.address, finding.field)
    menu.addAction(icon("go-to"), "Go to the place", go)
    menu.addSeparator()
    editable = workspace.session is not None and not workspace.session.read_only
    _add_fixes(menu, finding, workspace, dialogs, editable=editable)
    accept = partial(_ask_and_accept, finding, workspace, dialogs)
    entry = menu.addAction(icon("accepted"), "Accept with a reason…", accept)
    entry.setEnabled(editable and finding.rule in RULES)
    if finding.rule in RULES:
        menu.addAction("About this rule…", partial(explain, RULES[finding.rule], dialogs))
        add_severity_menu(menu, workspace, finding.rule).setEnabled(editable)
    revoke = partial(ask_and_revoke, workspace, dialogs)
    menu.addAction("Take an accepted finding back…", revoke).setEnabled(editable)
    menu.addSeparator()
    menu.addAction(icon("copy"), "Copy", partial(copy_finding, finding, workspace))
    return menu


def _add_fixes(
    menu: QMenu, finding: Finding, workspace: Workspace, dialogs: Dialogs, *, editable: bool
) -> None:
    for fix in finding.fixes:
        menu.addAction(shown(fix.label), partial(workspace.attempt, fix.edit)).setEnabled(editable)
    if finding.fixes:
        alike = _fixable(workspace, finding.rule)
        if len(alike) > 1:
            words = shown(_fix_all_words(alike))
            fix_them = partial(_ask_and_fix_all, workspace, dialogs, finding.rule)
            menu.addAction(f"{words}…", fix_them).setEnabled(editable)
        menu.addSeparator()


def _fix_all_words(findings: list[Finding]) -> str:
    """Return how many findings of one rule are fixed and, if it is the same for all, how."""
    words = f"Fix all {len(findings)} of this kind: {rule_title(findings[0])}"
    ways = {found.fixes[0].label for found in findings}
    return f"{words} ({ways.pop()})" if len(ways) == 1 else words


def _fixable(workspace: Workspace, rule: str) -> list[Finding]:
    session = workspace.session
    findings = session.report.findings if session and session.report else ()
    return [found for found in findings if found.rule == rule and found.fixes]


def _ask_and_fix_all(workspace: Workspace, dialogs: Dialogs, rule: str) -> None:
    """Show what fixing all findings of a rule will do, and do it if the person agrees."""
    findings = _fixable(workspace, rule)
    question = planned(findings, partial(where, workspace))
    if dialogs.confirm(f"Fix all: {RULES[rule].title}", question, f"Fix all {len(findings)}"):
        ladder = workspace.session.ladder if workspace.session else None
        skipped = skipped_words(ladder, findings) if ladder else ""
        workspace.apply(fix_all(findings, RULES[rule].title))
        if skipped:
            workspace.notice.emit(skipped)


def _ask_and_accept(finding: Finding, workspace: Workspace, dialogs: Dialogs) -> None:
    question = f"{finding.message}\n\nWhy may it stand?"
    reason = dialogs.line("Accept the finding", question, "", action="Accept")
    if reason is not None:
        at = finding.address.at(finding.field)
        workspace.attempt(accept_finding, finding.rule, at, reason)


def explain(rule: Rule, dialogs: Dialogs) -> None:
    """Show what a rule finds, why, and what to do about it; its examples are in the details."""
    words = {section.heading: section.text for section in explanation(rule)}
    text = f"{words['Why']}\n\n{words['What to do']}"
    dialogs.show_message(rule.title, text, as_text(rule, but=("Why", "What to do")))


def copy_finding(finding: Finding, workspace: Workspace) -> None:
    """Put the place and the words of a finding on the clipboard."""
    put_text(f"{where(workspace, finding)}: {finding.message}")


def where(workspace: Workspace, finding: Finding) -> str:
    """Return the place of a finding in the words of people."""
    session = workspace.session
    return place_words(session.ladder, finding.address, finding.field) if session else ""


def rule_title(finding: Finding) -> str:
    """Return the title of a finding's rule."""
    if finding.rule == RULE:
        return RULE_TITLE
    rule = RULES.get(finding.rule)
    return rule.title if rule else finding.rule
