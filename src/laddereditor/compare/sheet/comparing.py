"""Compare levels side by side: profiles and generic levels, of one ladder or of several."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.align.level_model import PairingQuestion
from laddereditor.compare.sheet.alignment import AlignmentKind, hidden_levels
from laddereditor.compare.sheet.basis import basis_of
from laddereditor.compare.sheet.by_hand import with_pairs_by_hand
from laddereditor.compare.sheet.cells import compared_row, is_blank_cell
from laddereditor.compare.sheet.counting import counts_of
from laddereditor.compare.sheet.naming import are_versions
from laddereditor.compare.sheet.rows import RowLister, spec_of_row
from laddereditor.compare.sheet.shown_fields import shown_fields
from laddereditor.compare.sheet.sources import source_of
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison, Row, Section, TypedCell, base_of
from laddereditor.compare.sheet.vocabulary import Vocabulary
from laddereditor.model.address import FieldPath
from laddereditor.model.fields import FieldSpec

Bases = tuple[int | None, ...]


def compare(
    columns: Sequence[Subject],
    baseline: int = 0,
    before: Comparison | None = None,
    corrections: PairCorrections = NO_CORRECTIONS,
    *,
    stepwise: bool = False,
) -> Comparison:
    """Return the columns side by side, each compared with the one at `baseline`.

    What only one column has shares rows with what only others have, behind the rest of its list.

    Sections follow the model's fields in reading order; inherited values are filled in. Fields for
    the editors of the ladder alone (notes) are left out.

    Args:
        columns: The profiles and levels to compare.
        baseline: The index of the column that the others are compared with.
        before: An earlier comparison; its sections that are made from the same values are reused,
            as the same objects.
        corrections: What a person said of pairs of statements.
        stepwise: Whether each column is compared with the one at its left instead.

    Raises:
        NoSuchPlace: The address of a column no longer exists.
        IndexError: The baseline is not a column.
    """
    if not -len(columns) <= baseline < len(columns):
        raise IndexError(f"there is no column {baseline}")
    lister = _lister(columns, baseline % len(columns), corrections)
    known = {section.field: section for section in before.sections} if before else {}
    return _comparison(columns, lister, known, stepwise=stepwise)


def compare_again(
    before: Comparison,
    columns: Sequence[Subject],
    corrections: PairCorrections = NO_CORRECTIONS,
    typed: TypedCell | None = None,
    *,
    stepwise: bool = False,
) -> Comparison:
    """Return a comparison as it is after an edit, with its rows where they were.

    Each list whose texts changed by one, or were changed in place, keeps its rows; others are
    aligned again, and all are if the corrections are others.

    Args:
        before: The comparison before the edit.
        columns: The same profiles and levels as they are now.
        corrections: What a person said of pairs of statements.
        typed: The cell that was typed into.
        stepwise: Whether each column is compared with the one at its left.
    """
    lister = _lister(columns, before.baseline, corrections)
    lister = replace(lister, keeps=before.corrections == corrections, typed=typed)
    known = {section.field: section for section in before.sections}
    return _comparison(columns, lister, known, stepwise=stepwise)


def _lister(columns: Sequence[Subject], baseline: int, corrections: PairCorrections) -> RowLister:
    vocabularies: dict[int, Vocabulary] = {}
    for subject in columns:
        vocabularies.setdefault(id(subject.ladder), Vocabulary(subject.ladder))
    sources = tuple(source_of(one, vocabularies[id(one.ladder)]) for one in columns)
    question = _question(columns, vocabularies, corrections)
    return RowLister(sources, baseline, leftovers_last=len(columns) > 1, question=question)


def _comparison(
    columns: Sequence[Subject],
    lister: RowLister,
    known: Mapping[FieldPath, Section],
    *,
    stepwise: bool,
) -> Comparison:
    """Return the comparison that a lister makes; sections that are `known` may be reused."""
    bases = tuple(base_of(n, lister.baseline, stepwise=stepwise) for n in range(len(columns)))
    specs = shown_fields([type(source.entity) for source in lister.sources if source.entity])
    sections = (_section(lister, spec, bases, known.get(spec.name)) for spec in specs)
    found = tuple(section for section in sections if section.rows)
    corrections = lister.question.corrections
    return Comparison(tuple(columns), lister.baseline, found, stepwise, corrections)


def _question(
    columns: Sequence[Subject], vocabularies: Mapping[int, Vocabulary], corrections: PairCorrections
) -> AlignmentKind:
    """Return how the columns are paired, with the levels between them."""
    if are_versions(columns):
        return AlignmentKind(versions=True, corrections=corrections)
    hidden, order = hidden_levels(columns)
    sources = tuple(source_of(one, vocabularies[id(one.ladder)]) for one in hidden)
    question: PairingQuestion = "levels" if order else "families"
    return AlignmentKind(hidden=sources, order=order, corrections=corrections, question=question)


def _section(lister: RowLister, spec: FieldSpec, bases: Bases, known: Section | None) -> Section:
    """Return the rows of a field; none if no column has anything there."""
    question = lister.question
    inputs = (*lister.sources, *question.hidden)
    languages = tuple([one.vocabulary.ladder.language for one in lister.sources])
    shown = (lister.baseline, bases, languages, question.order, question.corrections)
    basis = basis_of(inputs, spec, *shown)
    if known is not None and known.basis == basis:
        return known
    lister = lister.following(known)
    rows = tuple(_rows(lister, spec, bases, languages))
    counts = (
        counts_of(rows, column, base, versions=question.versions)
        for column, base in enumerate(bases)
    )
    return Section(spec.name, spec.words, rows, tuple(counts), basis, lister.laid)


def _rows(
    lister: RowLister, spec: FieldSpec, bases: Bases, languages: Sequence[str]
) -> Iterator[Row]:
    """Yield the rows in which a column has something, with their cells compared."""
    category = ""
    for row in lister.rows(spec):
        if row.kind == "group":
            category = row.key
        if all(map(is_blank_cell, row.cells)):
            continue
        heading = _heading(row, spec, category)
        found = compared_row(row, heading, spec_of_row(spec, row), bases, languages)
        yield with_pairs_by_hand(found, bases, lister.question.corrections)


def _heading(row: Row, spec: FieldSpec, group: str) -> str:
    """Return the words beside a row; a field that is one value needs none.

    Args:
        row: The row.
        spec: The field.
        group: The name of the group that the row is in, "" for none.
    """
    if row.kind == "skill" and row.is_match:
        return group
    if row.kind == "fact":
        return row.key or row.about
    return "" if row.field == spec.name else " › ".join(filter(None, (group, row.heading)))
