"""What a quiz is made of, as the address holds it: ``?seed=monday&part=hip_thigh&level=hard&kinds=cross,reach&n=5``."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from typing import NamedTuple

from bodymap.ask.quiz import KINDS, LEVELS, Level
from bodymap.problems import did_you_mean
from bodymap.tell.quiz_words import PARTS
from bodymap.words import later, tr

SEED, PART, LEVEL, ASKED, COUNT = "seed", "part", "level", "kinds", "n"
PARAMETERS = (SEED, PART, LEVEL, ASKED, COUNT)
COUNTS = (5, 10, 20, 40)
USUAL: Level = "middle"
SEED_SAID = later("letters, digits and hyphens, at most 24")
_SEED = re.compile(r"[A-Za-z0-9-]{1,24}")


class Settings(NamedTuple):
    """The same settings give the same questions."""

    seed: str
    part: str = ""
    level: Level = USUAL
    kinds: tuple[str, ...] = KINDS
    questions: int = 10

    def parameters(self) -> dict[str, str]:
        """What the address says; what is usual is left out."""
        said = {SEED: self.seed, PART: self.part, LEVEL: self.level if self.level != USUAL else ""}
        kinds = ",".join(self.kinds) if self.kinds != KINDS else ""
        said |= {ASKED: kinds, COUNT: str(self.questions) if self.questions != 10 else ""}
        return {name: value for name, value in said.items() if value}


def new_seed() -> str:
    """A seed by lot."""
    return secrets.token_hex(3)


def is_seed(text: str) -> bool:
    """Whether a text can be a seed."""
    return _SEED.fullmatch(text) is not None


def read_settings(said: Mapping[str, str]) -> tuple[Settings | None, list[str]]:
    """The settings in an address that names a seed, or what is wrong with it, in words."""
    if SEED not in said:
        return None, []
    part, level, count = said.get(PART, ""), said.get(LEVEL, USUAL), said.get(COUNT, "10")
    kinds = tuple(dict.fromkeys(filter(None, said.get(ASKED, ",".join(KINDS)).split(","))))
    problems = []
    if not is_seed(said[SEED]):
        problems.append(tr("seed: “{}” cannot be used; a seed has {}").format(said[SEED][:40], tr(SEED_SAID)))
    if part not in PARTS:
        problems.append(_unknown("part", part, [name for name in PARTS if name]))
    if level not in LEVELS:
        problems.append(_unknown("level", level, LEVELS))
    problems += [_unknown("kinds", kind, KINDS) for kind in kinds if kind not in KINDS][:3]
    if not kinds:
        problems.append(tr("kinds: names none; one of {}").format(", ".join(KINDS)))
    if not count.isascii() or not count.isdigit() or not 1 <= int(count[:4]) <= COUNTS[-1] or len(count) > 3:
        problems.append(tr("n: “{}” is no number from 1 to {}").format(count[:10], COUNTS[-1]))
    if problems:
        return None, problems
    ordered = tuple(kind for kind in KINDS if kind in kinds)
    return Settings(said[SEED], part, next(one for one in LEVELS if one == level), ordered, int(count)), []


def _unknown(name: str, said: str, known: tuple[str, ...] | list[str]) -> str:
    hint = did_you_mean(said, known) or tr("one of {}").format(", ".join(known))
    return tr("{}: “{}” is not known; {}").format(name, said[:40], hint.replace("`", ""))
