"""Rules about how statements are worded, in seven languages."""

from typing import Any

import pytest

from laddereditor.assets import word_list
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from laddereditor.rules.finding import Finding
from laddereditor.rules.language import language_of
from laddereditor.rules.options import own_words
from laddereditor.rules.registry import RULES
from laddereditor.rules.wording import GROUP

LANGUAGES = ("en", "de", "fr", "es", "pt", "nl", "it")
LISTED = [
    one.id
    for one in RULES.values()
    if one.group == GROUP and own_words(one.id) and one.id not in ("doubled-word", "two-ideas")
]


def ladder(*statements: Any, language: str = "en", **checks: Any) -> Ladder:
    profile = {"level": "P1", "responsibilities": list(statements)}
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "shop",
            "name": "Shop",
            "language": language,
            "checks": checks,
            "levels": [{"id": "P1", "name": "One"}],
            "families": [{"id": "sale", "name": "Sale", "profiles": [profile]}],
        }
    )


def findings(made: Ladder) -> list[Finding]:
    return [one for one in check(made).findings if RULES[one.rule].group == GROUP]


def fired(*statements: Any, language: str = "en", **checks: Any) -> list[str]:
    return [one.rule for one in findings(ladder(*statements, language=language, **checks))]


def fixed(made: Ladder) -> tuple[Any, ...]:
    """Return the statements after the first fix of the first finding."""
    (fix, *_) = findings(made)[0].fixes
    return fix.edit(made).change(made).families[0].profiles[0].responsibilities


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Is able to mix a dough", ["able-to"]),
        ("Can mix a dough", ["able-to"]),
        ("Opens each can before noon", []),
        ("Labels what others can read", []),
        ("Understands the till", ["unobservable-verb"]),
        ("Explains how the till understands codes", []),
        ("Sweeps the floor as needed", ["hedge"]),
        ("Watches what guests try to find", []),
        ("Tries to sell bread", ["hedge"]),
        ("Simply follows the recipe", ["trivialising-word"]),
        ("Finds several ways, not just one", []),
        ("Writes recipes that are simple to follow", []),
        ("Makes a sanity check of the bill", ["ableist-word"]),
        ("Walks blind guests to their table", []),
        ("Asks his guests", ["gendered-word"]),
        ("Asks this guest for history", []),
        ("Gives excellent service", ["vague-word"]),
        ("Gives excellent service to 9 of 10 guests", []),
        ("Works in an exciting shop", ["vacancy-talk"]),
        ("Bakes the the bread", ["doubled-word"]),
        ("Wins buy-in in each shop", []),
        ("Says that that oven is hot", []),
        ("Has at least 5 years of sales", ["years-as-bar"]),
        ("Teaches people with 2 years of practice", []),
        ("Plans ten years ahead", []),
        ("Bakes bread. Sells rolls.", ["several-sentences"]),
        ("Bakes e.g. Rye bread for St. Anne", []),
        ("Bakes bread; sells rolls", ["two-ideas"]),
        ("Bakes bread and sells rolls and orders flour", ["two-ideas"]),
        ("Bakes bread and rolls", []),
        ("Bakes  bread", ["stray-space"]),
        ("x" * 201, ["long-statement"]),
        ("x" * 200, []),
        ("Is a competitive seller", []),
    ],
)
def test_that_a_fault_is_found_and_a_near_miss_is_not(text: str, rules: list[str]) -> None:
    assert fired(text) == rules


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("de", "Ist in der Lage, den Teig zu mischen", "able-to"),
        ("fr", "Est capable de pétrir la pâte", "able-to"),
        ("es", "Es capaz de amasar", "able-to"),
        ("pt", "É capaz de amassar", "able-to"),
        ("nl", "Is in staat deeg te kneden", "able-to"),
        ("it", "È in grado di impastare", "able-to"),
        ("de", "Kennt die Kasse", "unobservable-verb"),
        ("fr", "Comprend la caisse", "unobservable-verb"),
        ("es", "Limpia el horno si es necesario", "hedge"),
        ("pt", "Limpa o forno sempre que possível", "hedge"),
        ("nl", "Maakt zo nodig de oven schoon", "hedge"),
        ("it", "Pulisce il forno se necessario", "hedge"),
        ("de-AT", "Backt das Brot in hervorragender Art, das hervorragende", "vague-word"),
        ("de", "Hat 5 Jahre Erfahrung", "years-as-bar"),
        ("fr", "A 3 ans de pratique", "years-as-bar"),
    ],
)
def test_that_words_are_those_of_the_language(language: str, text: str, rule: str) -> None:
    assert rule in fired(text, language=language)
    other = "en" if language != "en" else "de"
    if rule != "years-as-bar":
        assert rule not in fired(text, language=other)


@pytest.mark.parametrize("rule", LISTED)
def test_that_every_list_has_the_seven_languages(rule: str) -> None:
    listed = own_words(rule)
    assert rule == "statement-form" or set(LANGUAGES) <= set(listed)


@pytest.mark.parametrize("rule", LISTED)
def test_that_no_phrase_is_a_small_word_of_another_language(rule: str) -> None:
    small = own_small_words()
    for language, phrases in own_words(rule).items():
        others = set().union(*(words for one, words in small.items() if one != language))
        assert not {phrase.strip("^$ ").lower() for phrase in phrases} & others


def own_small_words() -> dict[str, set[str]]:
    return {str(key): set(words) for key, words in word_list("function_words").items()}


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("de", ("Mischt den Teig für die Brote und Brötchen", "Putzt den Ofen mit der Bürste")),
        ("es", ("Amasa el pan con los otros", "Limpia las mesas para una fiesta y el horno")),
        ("pt", ("Amassa o pão com os outros", "Limpa as mesas dos clientes com uma escova")),
        ("en", ("Mixes the dough with others", "Cleans the oven for them")),
        ("en", ("Mixes",)),
    ],
)
def test_that_small_words_tell_the_language_of_a_ladder_that_does_not_say_it(
    language: str, texts: tuple[str, ...]
) -> None:
    assert language_of(ladder(*texts, language="")) == language


def test_that_an_optional_rule_is_off_until_the_ladder_asks_for_it() -> None:
    text = "Is a competitive seller"
    assert fired(text) == []
    assert fired(text, rules={"gender-coded-word": "warning"}) == ["gender-coded-word"]


def test_that_house_words_are_added() -> None:
    assert fired("Owns the synergy", words={"vague-word": ["synergy"]}) == ["vague-word"]


def test_that_the_words_are_marked_in_the_text() -> None:
    text = "Cleans the oven where possible, as needed"
    (found,) = findings(ladder(text))
    assert [text[start:end] for start, end in found.spans] == ["where possible", "as needed"]


def test_that_a_statement_is_split_into_its_sentences_with_its_examples_at_the_first() -> None:
    made = ladder({"text": "Bakes bread. Sells rolls.", "examples": ["Rye"]}, "Sweeps")
    first, second, third = fixed(made)
    assert (first.text, first.examples) == ("Bakes bread.", ("Rye",))
    assert (second, third) == ("Sells rolls.", "Sweeps")


def test_that_a_doubled_word_and_stray_spaces_are_taken_out() -> None:
    assert fixed(ladder("Bakes the the bread")) == ("Bakes the bread",)
    assert fixed(ladder(" Bakes  bread ")) == ("Bakes bread",)


OPEN = ("Bakes bread", "Sells rolls", "Sweeps", "Orders flour")


def test_that_the_minority_of_a_list_gets_the_closing_mark_of_the_majority() -> None:
    assert fixed(ladder(*OPEN, "Cleans.")) == (*OPEN, "Cleans")
    closed = tuple(f"{text}." for text in OPEN)
    assert fixed(ladder(*closed, "Cleans")) == (*closed, "Cleans.")
    assert fired(*OPEN[:2], *closed[:2]) == []


def test_that_small_first_letters_follow_the_majority_and_names_stay() -> None:
    assert fixed(ladder(*OPEN, "cleans")) == (*OPEN, "Cleans")
    assert fired(*OPEN, "iOS phones are charged") == []
    assert fired("bakes", "sells", "sweeps", "orders", "Tuesdays off") == []


def test_that_verbs_in_another_form_are_found_and_nouns_are_not() -> None:
    forms = ("Makes bread", "Keeps the oven clean", "Serves", "Delivers rolls")
    assert fired(*forms, "Manage the shop") == ["statement-form"]
    assert fired(*forms, "Managing the shop") == ["statement-form"]
    assert fired(*forms, "Report each evening") == []
    assert fired(*forms, "Learning from others") == []
    assert fired(*forms[:2], "Manage the shop", "Deliver rolls") == []


def test_that_what_a_competency_is_may_be_knowledge() -> None:
    made = ladder("Bakes bread")
    raw = made.model_dump()
    raw["competencies"] = [{"id": "dough", "name": "Dough", "description": "Knowledge of flour"}]
    assert findings(Ladder.model_validate(raw)) == []
