"""A version of the dataset, and what changed in its records. Pure data, like ``model``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from bodymap.data import forms
from bodymap.data.model import Day, Record, Text


class Release(Record):
    """One version of the dataset. The program has versions of its own."""

    version: Annotated[str, StringConstraints(pattern=forms.VERSION)] = Field(description="its number, as 0.2.0")
    date: Day = Field(description="the day it was made, as 2026-01-31")
    summary: Text = Field(description="what it brings, in one plain sentence")
    changes: tuple[Text, ...] = Field(
        min_length=1, description="which records are new, changed or gone (python -m bodymap changes OLD.json)"
    )

    @property
    def number(self) -> tuple[int, ...]:
        """Its version as numbers, to compare."""
        return tuple(map(int, self.version.split(".")))
