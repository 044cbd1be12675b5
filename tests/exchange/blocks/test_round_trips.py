"""Documents that are written and read again have the same blocks and the same ladder."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.reports.documents.test_documents_out import HOSTILE, ladder_with
from tests.strategies import ladders

from laddereditor.exchange.blocks.block import Block, BlockDocument, Heading, Item, Paragraph, Run
from laddereditor.exchange.blocks.document_import import read_document
from laddereditor.exchange.blocks.forms import term_of, without_remark
from laddereditor.exchange.blocks.own_reader import is_own, read_own
from laddereditor.model.base import evolve
from laddereditor.model.kinds import COLLECTIONS, entity_name
from laddereditor.model.ladder import Ladder
from laddereditor.model.terms import Competency
from laddereditor.reports.documents.ladder_document import document_of
from laddereditor.reports.documents.markdown import markdown_of
from laddereditor.reports.documents.word import docx_of
from laddereditor.reports.exporter import ExportSource


def compared(blocks: tuple[Block, ...]) -> list[Any]:
    """Blocks without what a format does not keep: line numbers, empty texts, joined runs."""
    found: list[Any] = []
    for one in blocks:
        if isinstance(one, Item | Paragraph):
            runs = tuple(run for run in one.runs if run.text)
            if not "".join(run.text for run in runs).strip():
                continue
            text = "".join(run.text for run in runs)
            found.append((type(one), text, getattr(one, "depth", 0), getattr(one, "mark", "")))
        elif isinstance(one, Heading):
            found.append((Heading, one.text, one.depth, one.mark))
        else:
            found.append((type(one), one.rows))
    return found


def through_markdown(document: BlockDocument) -> BlockDocument:
    return read_document(markdown_of(document).encode(), "x.md")


def through_word(document: BlockDocument) -> BlockDocument:
    return read_document(docx_of(document), "x.docx")


def with_names(ladder: Ladder) -> Ladder:
    """The ladder with names that are there and differ, by which documents refer to entries."""
    changes = {}
    for name in COLLECTIONS:
        entries = getattr(ladder, name)
        changes[name] = tuple(
            evolve(one, name=f"{entity_name(one)} {place}".strip())
            for place, one in enumerate(entries)
        )
    changes["competencies"] = by_group(changes["competencies"])
    known = {one.id for one in ladder.competencies}
    changes["levels"] = tuple(without_unshown(one, {}, known) for one in changes["levels"])
    levels = {one.id: one.expectations for one in changes["levels"]}
    changes["families"] = tuple(
        evolve(
            family,
            competencies=by_group(evolve(c, name=f"Own {n} {c.id}") for c in family.competencies),
            profiles=tuple(
                without_unshown(one, levels.get(one.level, {})) for one in family.profiles
            ),
        )
        for n, family in enumerate(changes["families"])
    )
    return evolve(ladder, **changes, name="Ladder of tests")


def by_group(competencies: Iterable[Competency]) -> tuple[Competency, ...]:
    """Competencies of one group together, as a document lists them."""
    listed = tuple(competencies)
    groups = list(dict.fromkeys(one.group for one in listed))
    return tuple(sorted(listed, key=lambda one: groups.index(one.group)))


def without_unshown(entity: Any, inherited: Any, known: Any = None) -> Any:
    """The entity without those expectations that a page does not show as they are.

    Empty lists; lists that say again what is inherited, which look the same as inherited ones; and
    those of a level under an id that only a family has a name for.
    """
    said = {
        key: one
        for key, one in entity.expectations.items()
        if one and inherited.get(key) != one and (known is None or key in known)
    }
    return evolve(entity, expectations=said)


@pytest.mark.parametrize("through", [through_markdown, through_word])
def test_that_a_document_comes_back_the_same_or_says_what_does_not(
    through: Any,
) -> None:
    @settings(max_examples=examples(40), deadline=None)
    @given(ladders())
    def check(made: Ladder) -> None:
        ladder = with_names(made)
        document = document_of(ExportSource(ladder))
        back = through(document)
        if not is_own(back):
            assert not any(getattr(ladder, name) for name in COLLECTIONS)
            return
        own = read_own(back, ladder)
        if own.left:  # such as a proficiency that the ladder has not
            return
        again = document_of(ExportSource(own.ladder))
        new, old = compared(again.blocks), compared(document.blocks)
        assert [one for one in new if one not in old] == [one for one in old if one not in new]
        assert new == old

    check()


_TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.just("\n"),
    min_size=1,
    max_size=30,
).filter(lambda text: bool(text.strip()))


@pytest.mark.parametrize("through", [through_markdown, through_word])
def test_that_any_text_comes_back_as_it_is(through: Any) -> None:
    @settings(max_examples=examples(120), deadline=None)
    @given(_TEXTS, _TEXTS)
    def check(text: str, other: str) -> None:
        one = BlockDocument(
            (
                Heading(1, "Skills", mark="skills"),
                Heading(3, "A", mark="skills/a"),
                Item((Run(text),)),
                Item((Run(f"{other}:", "bold"), Run(f" {text}"))),
                Item((Run(text), Run(" "), Run(f"({other})", "italic"))),
                Item((Run(other),), depth=1),
            ),
            title="T",
        )
        blocks = [block for block in through(one).blocks if isinstance(block, Item)]
        assert blocks[0].text == text
        assert term_of(blocks[1]) == (f"{other}:".rstrip().removesuffix(":"), text)
        assert without_remark(blocks[2]) == (text, other)
        assert blocks[3].text == other

    check()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("through", [through_markdown, through_word])
def test_that_signs_of_formats_come_back_as_text(through: Any, text: str) -> None:
    document = document_of(ExportSource(ladder_with((text,))))
    back = read_own(through(document)).ladder
    assert back.families[0].profiles[0].responsibilities == (text,)
