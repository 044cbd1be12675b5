"""Whether two texts say the same and are only written otherwise.

Slips of the pen, forms of words and doubled words are those of `word_forms`, as for changes between
versions; here articles may come and go too.
"""

from functools import lru_cache

from rapidfuzz.distance import Indel

from laddereditor.align.tokens import bare, words
from laddereditor.compare.diff.wording.effect_word_lists import judging_words
from laddereditor.compare.diff.wording.effect_words import JudgingWords
from laddereditor.compare.diff.wording.rewording import corrected_writing
from laddereditor.compare.diff.wording.word_forms import without_slips

# Share of the letters that two writings of one text have in common at least; below it nothing is
# judged. Our choice: “cooks” and “cook” alone have 0.89.
_MIN_ALIKE = 0.7


@lru_cache(maxsize=8192)
def differ_only_in_spelling(before: str, after: str, language: str) -> bool:
    """Whether two different texts have the same words, apart from how they are written.

    Args:
        before: The one text.
        after: The other text.
        language: The language of both, such as `de-CH`; "" means English.
    """
    if differ_only_in_typography(before, after):
        return True
    if Indel.normalized_similarity(before.casefold(), after.casefold()) < _MIN_ALIKE:
        return False
    listed = judging_words(language)
    if corrected_writing(listed, before, after) is not None:
        return True
    return _same_without_articles(listed, without_slips(before), without_slips(after))


def differ_only_in_typography(before: str, after: str) -> bool:
    """Whether two texts differ only by case, spaces, punctuation, quotes or their encoding."""
    plain = bare(before)
    return bool(plain) and plain == bare(after) and _numbers(before) == _numbers(after)


def _numbers(text: str) -> list[str]:
    return [word for word in words(text) if any(letter.isdigit() for letter in word)]


def _same_without_articles(listed: JudgingWords, before: str, after: str) -> bool:
    """Whether only articles came or went, and the form of the first word, which is the verb.

    The form of another word counts there: “the project” is one, and “projects” are many.
    """
    (one, *old), (other, *new) = (_without_articles(listed, each) for each in (before, after))
    return old == new and (one == other or corrected_writing(listed, one, other) is not None)


def _without_articles(listed: JudgingWords, text: str) -> list[str]:
    return [word for word in words(text) if word not in listed.articles] or [""]
