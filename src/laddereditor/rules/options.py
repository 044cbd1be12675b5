"""The options of rules in one ladder: its language, house words and limits."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from laddereditor.assets import resource, word_list
from laddereditor.model.ladder import Checks, Ladder
from laddereditor.rules.language import language_of
from laddereditor.rules.words import WordList

_NO_CHECKS = Checks()
ANY_LANGUAGE, EXACT = "any", "exact"


class RuleOptions:
    """What a ladder says about its rules, and the program's own word lists in its language."""

    def __init__(self, language: str, checks: Checks, today: date | None = None) -> None:
        """Take the options of `checks`; `language` is that of the ladder, `today` the day."""
        self.today = today  # None if nobody says which day it is
        self.language = language  # "en" of "en-GB"
        self._checks = checks
        self._lists: dict[str, WordList] = {}

    @classmethod
    def of(
        cls, ladder: Ladder, before: "RuleOptions | None", today: date | None = None
    ) -> "RuleOptions":
        """Return the options of a ladder; the previous ones, `before`, if they are equal.

        `today` is the day, None if nobody says it.
        """
        language = language_of(ladder)
        checks = ladder.checks or _NO_CHECKS
        if before and before.today == today and before._is_as(language, checks):
            return before
        return cls(language, checks, today)

    def _is_as(self, language: str, checks: Checks) -> bool:
        same = self._checks.words == checks.words and self._checks.limits == checks.limits
        return same and self.language == language

    def words(self, rule: str) -> WordList:
        """Return the phrases of a rule: its own in the ladder's language, and the house words."""
        if rule not in self._lists:
            own = own_words(rule)
            phrases = (*own.get(ANY_LANGUAGE, ()), *own.get(self.language, ()))
            self._lists[rule] = WordList.of((*phrases, *self.house(rule)), own.get(EXACT, ()))
        return self._lists[rule]

    def plain_words(self, rule: str) -> frozenset[str]:
        """Return the phrases of a rule in the ladder's language in small letters, with its own."""
        own = own_words(rule).get(self.language, ())
        return frozenset(phrase.lower() for phrase in (*own, *self.house(rule)))

    def house(self, rule: str) -> tuple[str, ...]:
        """Return the words that the ladder gives a rule, as they are written."""
        return tuple(_texts(self._checks.words.get(rule)))

    def limit(self, rule: str, default: float) -> float:
        """Return the limit of a rule in this ladder.

        Args:
            rule: The id of the rule.
            default: The limit if the ladder sets none, or one that is not a number.
        """
        found = as_limit(self._checks.limits.get(rule, ""))
        return default if found is None else found


def as_limit(written: str) -> float | None:
    """Return the number of a limit, None if the text is not a number that is at least 0."""
    try:
        number = float(written)
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None


@cache
def own_words(rule: str) -> Mapping[str, tuple[str, ...]]:
    """Return the program's own phrases of a rule, by language.

    `resources/words/rules/RULE.yaml` has them by the first part of a BCP 47 tag; those under "any"
    are of every language, those under "exact" are found only in the case they are written in.
    """
    if not resource("words", "rules", f"{rule}.yaml").is_file():
        return {}
    return {str(key): tuple(_texts(raw)) for key, raw in word_list(f"rules/{rule}").items()}


def _texts(raw: Any) -> Iterator[str]:
    """Yield the texts of a list, skipping anything else that the file holds."""
    if isinstance(raw, list | tuple):
        yield from (item for item in raw if isinstance(item, str))
