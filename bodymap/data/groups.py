"""Muscles that people name together."""

from __future__ import annotations

from pydantic import Field

from bodymap.data.model import Id, Record, Text


class NamedGroup(Record):
    """Muscles that people name together, such as the rotator cuff. A muscle may be in several groups."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    name: Text = Field(description="the name that people use")
    synonyms: tuple[Text, ...] = Field((), description="other names that people use, each for one group only")
    muscles: tuple[Id, ...] = Field(min_length=2, description="the ids of its muscles")
