"""A reference, as records cite it and as people read it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bodymap.data.model import Record, Text


class Source(Record):
    """A reference. ``authors``: surname and initials, or a body's name; ``details``: volume and pages."""

    key: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
    kind: Text
    title: Text
    authors: tuple[Text, ...] = Field(min_length=1)
    year: Annotated[int, Field(ge=1500, le=2100)] | None = None
    journal_or_publisher: Text | None = None
    details: Text | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    verified: Literal["seen", "recalled"]
    remark: Text | None = None
    family: Text

    @property
    def id(self) -> str:
        """Its key, as records cite it."""
        return self.key

    @property
    def citation(self) -> str:
        """One line for people: authors, title, where, year and pages."""
        names = self.authors if len(self.authors) <= 3 else (*self.authors[:3], "et al")
        parts = [", ".join(names), self.title, self.journal_or_publisher]
        joint = ", " if (self.details or "").startswith("edition") else ";"
        parts.append(joint.join(p for p in (str(self.year or ""), self.details) if p))
        return " ".join(part if part[-1] in ".?!" else part + "." for part in parts if part)

    @property
    def link(self) -> str | None:
        """Where to read it: the DOI if there is one, else the address, else None."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url
