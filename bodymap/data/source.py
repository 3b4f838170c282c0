"""A reference, as records cite it and as people read it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bodymap.data import forms
from bodymap.data.model import Cited, Id, Record, Text

_MOST_INITIALS = 3
_COUNTRIES = ("UK", "US", "USA")  # end the names of bodies


class Publisher(Record):
    """Who publishes sources at addresses of its own; a source without a DOI stands at one of these hosts."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    name: Text = Field(description="the name of the body or company that publishes there")
    hosts: tuple[Annotated[str, StringConstraints(pattern=forms.HOST)], ...] = Field(
        min_length=1, description="its hosts, for example www.nice.org.uk; never a copy, a mirror or a news site"
    )


class Source(Record):
    """A reference. ``authors``: surname and initials, or a body's name; ``details``: volume and pages."""

    key: Annotated[str, StringConstraints(pattern=forms.KEY)] = Field(description="the key that records cite")
    kind: Text = Field(description="the type of the entry, for example @article")
    title: Cited = Field(description="`title = {...}`")
    authors: tuple[Cited, ...] = Field(
        min_length=1, description="`author = {Surname, Given name and ...}`, an organisation in double braces"
    )
    year: Annotated[int, Field(ge=1500, le=2100)] | None = Field(
        None, description="`year = ...` in four digits, between 1500 and 2100"
    )
    journal_or_publisher: Cited | None = Field(None, description="`journal = {...}` or `publisher = {...}`")
    details: Cited | None = Field(None, description="`volume`, `number`, `pages` or `edition`")
    doi: Annotated[str, StringConstraints(pattern=forms.DOI)] | None = Field(None, description="`doi = {10...}`")
    url: Annotated[str, StringConstraints(pattern=forms.URL)] | None = Field(None, description="`url = {https...}`")
    verified: Literal["seen", "recalled"] = Field(
        description="`note = {verified: seen}` if it was read, else `note = {verified: recalled}`"
    )
    remark: Cited | None = Field(None, description="a remark in `note`, after a semicolon")
    family: Text = Field(description="`family = {...}` for sources that derive from one another")

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
    def brief(self) -> str:
        """Who and when, for the end of a sentence: ``Kang 2020``, ``International Headache Society 2018``."""
        name, _, last = self.authors[0].rpartition(" ")
        initials = last.isupper() and last.isalpha() and len(last) <= _MOST_INITIALS and last not in _COUNTRIES
        who = name if name and initials else self.authors[0]
        return f"{who} {self.year}" if self.year else who

    @property
    def link(self) -> str | None:
        """Where to read it: the DOI if there is one, else the address, else None."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url
