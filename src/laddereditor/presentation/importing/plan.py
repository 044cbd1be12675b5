"""What will come of imported pages, for the family and the level that a person chose for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.ids import slug
from laddereditor.edits.importing.differing import DifferingValue
from laddereditor.edits.importing.pages import (
    JoinedPages,
    NamedPage,
    at_level,
    different_profiles,
    join_pages,
    part_for_pages,
)
from laddereditor.edits.inserting import Taken
from laddereditor.exchange.families import with_family, with_settled_families
from laddereditor.exchange.importer import ImportResult
from laddereditor.model.counting import plural
from laddereditor.model.family import Family
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced
from laddereditor.presentation.dialogs.protocol import (
    ImportJudgement,
    ImportReview,
    PageChoice,
    PageReview,
)

_CHOSEN = "as you chose"


@dataclass(frozen=True)
class ImportPlan:
    """The pages that were read, and the ladder that they may go into."""

    names: tuple[str, ...]
    results: tuple[ImportResult, ...]  # with the families that were found
    ladder: Ladder | None
    ladder_name: str = ""

    @classmethod
    def of(
        cls,
        read: Sequence[tuple[str, ImportResult]],
        ladder: Ladder | None,
        ladder_name: str = "",
    ) -> "ImportPlan":
        """Return the plan for pages that were read.

        Args:
            read: The name and the contents of each page.
            ladder: The open ladder, None for none that can be changed.
            ladder_name: What people call it.
        """
        settled = with_settled_families([result for _, result in read], ladder)
        return cls(tuple(name for name, _ in read), settled, ladder, ladder_name)

    @property
    def source(self) -> str:
        """What people call the pages."""
        return self.names[0] if len(self.names) == 1 else plural(len(self.names), "page")

    def review(self) -> ImportReview:
        """Return the question about these pages."""
        pages = tuple(map(self._page_review, self.names, self.results))
        return ImportReview(self.source, pages, self.ladder_name, self.judge)

    def _page_review(self, name: str, result: ImportResult) -> PageReview:
        unread = tuple(
            f"{line.place}: {line.text}  ({line.reason})" for line in result.not_understood
        )
        return PageReview(
            name,
            self._choice(result),
            families=tuple(dict.fromkeys(self._families(result))),
            levels=tuple(dict.fromkeys(self._levels(result))),
            found=_found(result),
            notes=result.notes,
            not_understood=unread,
            is_fixed=not _is_of_one_profile(result.ladder),
        )

    def _choice(self, result: ImportResult) -> PageChoice:
        if not _is_of_one_profile(result.ladder):
            families = ", ".join(one.name for one in result.ladder.families) or "All families"
            return PageChoice(families, ", ".join(one.id for one in result.ladder.levels))
        family, level = result.ladder.families[0].name, result.ladder.levels[0].id
        is_known = result.family is None or result.family.is_known or self._has(family)
        return PageChoice(family if is_known else "", level)

    def _has(self, name: str) -> bool:
        return any(one.name == name for one in self.ladder.families) if self.ladder else False

    def _families(self, result: ImportResult) -> Iterator[str]:
        if (family := result.family) is not None:
            if family.is_known:
                yield family.name
            yield from family.others
        yield from (one.name for one in self.ladder.families if one.name) if self.ladder else ()

    def _levels(self, result: ImportResult) -> Iterator[str]:
        yield from (one.id for one in result.ladder.levels)
        yield from (one.id for one in self.ladder.levels) if self.ladder else ()

    def pages(self, choices: Sequence[PageChoice], *, alone: bool = False) -> tuple[NamedPage, ...]:
        """Return the pages with the chosen families and levels.

        Args:
            choices: The choice for each page; without any, what was found is taken.
            alone: Whether they make a ladder of their own.
        """
        here = None if alone else self.ladder
        chosen = choices or tuple(map(self._choice, self.results))
        return tuple(
            NamedPage(name, _chosen(result, choice, here).ladder)
            for name, result, choice in zip(self.names, self.results, chosen, strict=True)
        )

    def joined(
        self, choices: Sequence[PageChoice], ladder: Ladder | None, taken: Taken = "beside"
    ) -> JoinedPages:
        """Return a ladder with the pages. Raises EditRefused.

        Args:
            choices: The choice for each page.
            ladder: The ladder as it is now, None for a new one.
            taken: What to do with a profile that is there with other words.
        """
        return join_pages(ladder, self.pages(choices, alone=ladder is None), taken=taken)

    def differing(
        self, choices: Sequence[PageChoice], *, alone: bool = False
    ) -> tuple[DifferingValue, ...]:
        """Return what pages say otherwise than the open ladder, or than pages before them.

        Args:
            choices: The choice for each page.
            alone: Whether they make a ladder of their own.
        """
        return self.joined(choices, None if alone else self.ladder).differing

    def judge(self, choices: Sequence[PageChoice], alone: bool) -> ImportJudgement:
        """Return what will come of the pages, given the choices.

        Args:
            choices: The choice for each page.
            alone: Whether they make a ladder of their own.
        """
        pages = self.pages(choices)
        part = part_for_pages(self.ladder, pages) if self.ladder else None
        here = {page.name: _here(part, page) for page in pages}
        try:
            into = None if alone else part
            joined = join_pages(into, self.pages(choices, alone=alone), taken="beside")
            differing = tuple(map(_difference, joined.differing))
        except EditRefused:
            differing = ()
        twice = _twice(pages)
        return ImportJudgement(
            tuple(
                twice.get(page.name) or self._outcome(page, choice, here[page.name])
                for page, choice in zip(pages, choices, strict=True)
            ),
            here=tuple(dict.fromkeys(one for found in here.values() for one in found)),
            differing=differing,
            is_complete=not twice
            and all(one.family.strip() and one.level.strip() for one in choices),
        )

    def _outcome(self, page: NamedPage, choice: PageChoice, here: tuple[str, ...]) -> str:
        for what, said in (("family", choice.family), ("level", choice.level)):
            if not said.strip():
                return f"Which {what} is this page about? Choose or write it."
        if not _is_of_one_profile(page.ladder):
            return _outcome_of_table(page, here)
        (family,) = page.ladder.families
        level = family.profiles[0].level
        there = self._family(family)
        if there is None:
            return f"adds the family {family.name} with {level}"
        if all(one.level != level for one in there.profiles):
            return f"adds {level} to {there.name}"
        if here:
            return f"replaces {level} of {there.name}: review the changes"
        return f"{there.name} {level} has all of it already"

    def _family(self, family: Family) -> Family | None:
        families = self.ladder.families if self.ladder else ()
        return next((one for one in families if one.id == family.id), None)


def _here(part: Ladder | None, page: NamedPage) -> tuple[str, ...]:
    """Return the profiles of a page that a ladder has with other words, by family and level."""
    found = different_profiles(part, page.ladder) if part else ()
    return tuple(f"{one.family} {one.level}" for one in found)


def _outcome_of_table(page: NamedPage, here: tuple[str, ...]) -> str:
    levels = ", ".join(one.id for one in page.ladder.levels)
    if here:
        return f"replaces {here[0]} and others: review the changes"
    return f"adds what {levels} mean, where the ladder does not say it"


def _is_of_one_profile(ladder: Ladder) -> bool:
    return len(ladder.levels) == len(ladder.families) == 1


def _is_made(choice: PageChoice) -> bool:
    return bool(choice.family.strip() and choice.level.strip())


def _twice(pages: Sequence[NamedPage]) -> dict[str, str]:
    """Return for each page that is about the profile of an earlier one what to do."""
    first: dict[tuple[str, str], str] = {}
    found = {}
    for page in pages:
        if not _is_of_one_profile(page.ladder):
            continue
        (family,) = page.ladder.families
        level = family.profiles[0].level
        earlier = first.setdefault((family.id, level), page.name)
        if earlier != page.name:
            found[page.name] = (
                f"{earlier} is about {level} of {family.name} too. Choose another family or level, "
                "or import this page on its own."
            )
    return found


def _chosen(result: ImportResult, choice: PageChoice, here: Ladder | None) -> ImportResult:
    """Return a page with the family and the level that a person chose."""
    if not _is_of_one_profile(result.ladder):
        return result
    ladder = at_level(result.ladder, choice.level.strip(), here)
    found = replace(result, ladder=ladder)
    name = single_spaced(choice.family)
    if not name or name == ladder.families[0].name:
        return found
    families = here.families if here else ()
    there = next((one for one in families if name.casefold() in _names(one)), None)
    if there:
        return with_family(found, there.name, there.id, _CHOSEN)
    return with_family(found, name, slug(name, "family"), _CHOSEN)


def _names(family: Family) -> set[str]:
    return {one.casefold() for one in (family.name, *family.aliases)}


def _difference(one: DifferingValue) -> str:
    return f"{one.label}: “{one.there}” ({one.source}) in place of “{one.here}”"


def _found(result: ImportResult) -> tuple[str, ...]:
    ladder = result.ladder
    found = [f"Level: {level.id} {level.name}" for level in ladder.levels]
    for _, profile in all_profiles(ladder):
        count = len(profile.responsibilities)
        found.append(plural(count, "responsibility", "responsibilities"))
        found.append(plural(len(profile.qualifications), "qualification"))
    found.append(plural(len(ladder.skills), "skill"))
    return tuple(found)
