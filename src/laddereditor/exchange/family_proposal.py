"""The family that a page is taken to be about."""

from dataclasses import dataclass

UNKNOWN = "Unnamed family"


@dataclass(frozen=True, slots=True)
class FamilyProposal:
    """The family that a page is taken to be about.

    Attributes:
        name: Its name.
        reason: Where the name is from, to follow “is called “…”, ”; "" if it cannot be known.
        is_stated: Whether the page itself names the family.
        specialties: The specialties of the page.
        others: Other names that were found.
        stem: The job that the name of the file is about, "" if it says none.
    """

    name: str
    reason: str = ""
    is_stated: bool = False
    specialties: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    stem: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the name is that of a job, and not only there to be corrected."""
        return bool(self.reason)

    @property
    def note(self) -> str:
        """The choice in words."""
        if self.is_known:
            return f"The family is called “{self.name}”, {self.reason}."
        return (
            f"The page does not say which family it is about; it is called “{self.name}” until "
            "you give it its name."
        )
