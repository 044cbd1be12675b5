"""Where the phrases of a rule are in the texts of an entity."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from laddereditor.model.address import FieldPath
from laddereditor.model.base import Entity, IdentityKey
from laddereditor.rules import contents
from laddereditor.rules.words import TextSpan, WordList, spans_of, words_of


class Occurrence(NamedTuple):
    """A text with some of the phrases of a list."""

    field: FieldPath
    text: str
    spans: tuple[TextSpan, ...]  # never empty

    @property
    def words(self) -> str:
        """The first phrase, as it is written."""
        return self.text[self.spans[0].start : self.spans[0].end]


def occurrences(entity: Entity, listed: WordList) -> Iterator[Occurrence]:
    """Yield the texts that readers see and that have a phrase of a list."""
    words, joined = _words(IdentityKey(entity))
    phrases = tuple(one for one in listed.among(words) if one.bare in joined)
    if not phrases:
        return  # most entities have none, which is seen without a look at their texts
    for field, text in contents.texts(entity):
        if spans := spans_of(phrases, text):
            yield Occurrence(field, text, spans)


@lru_cache(maxsize=16)  # several rules ask in turn for the words of one entity
def _words(entity: IdentityKey) -> tuple[frozenset[str], str]:
    """Return the words of an entity, and its texts, in lower case."""
    joined = "\n".join([text for _, text in contents.texts(entity.entity)]).lower()
    return words_of((joined,)), joined
