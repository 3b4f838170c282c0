"""What studies counted, in sentences: facts about other people, each with its size and what it was compared with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from bodymap.ask.counted import Counted, at_places, largest, of_muscle, without_number
from bodymap.data.dataset import Dataset
from bodymap.data.model import Reported, SourceRef
from bodymap.data.once import once
from bodymap.data.prevalence import MuscleCount, Prevalence
from bodymap.tell.wording import (
    COUNT_DRAFT,
    COUNT_LIMIT,
    COUNTED,
    COUNTED_SIDES,
    NOT_EVERY_MUSCLE_KNOWN,
    NOT_LOOKED_AT,
    REPORTED_BASIS,
    REPORTED_LEVELS,
)
from bodymap.words import chosen, number, tr

MOST_WORDS = 14  # of the short form, in the row of a muscle
_BY_TOUCH = ("rathbone2017", "lucas2009")  # reviews of how well examiners agree


def sentence(found: Counted) -> str:
    """One count in full: who, how many, which part and side, and the comparison."""
    study, row = found
    said = tr(COUNTED[row.counted]).format(where=_where(row), share=_share(row.n, row.of, row.percent))
    if row.of != study.people and row.n is None:
        said += tr(" of the {} examined for it").format(number(row.of))
    whole = tr("In one study of {} {}, {}.").format(number(study.people or 0), study.population, said)
    return f"{whole} {_comparison(study, row)}"


def short(dataset: Dataset, found: Counted) -> str:
    """One count in at most ``MOST_WORDS`` words: ``one study: found in 6 of 18 people with pain here, no comparison``.

    Who was examined is said as fully as the words allow.
    """
    forms = (_short(found, who, verb) for who in _who(dataset, found.study) for verb in (tr("found in "), ""))
    said = ""
    for said in forms:
        if len(said.split()) <= MOST_WORDS:
            break
    return said


def short_at(dataset: Dataset, muscle: str, regions: Iterable[str]) -> str:
    """The short form of the study that counted a muscle in people with pain in these regions, or nothing.

    Of several studies, which may clash, the least and the greatest share are said.
    """
    found = at_places(dataset, muscle, set(regions))
    studies = dict.fromkeys(one.study.id for one in found)
    return _short_of(dataset, muscle, tuple(studies), chosen()) if studies else ""


@once
def _short_of(dataset: Dataset, muscle: str, studies: tuple[str, ...], language: str) -> str:
    """The short form of what studies counted, in the chosen language, which is named to keep the languages apart."""
    counts = [one for one in of_muscle(dataset, muscle) if one.study.id in studies]
    each_study = [found for id_ in studies if (found := largest(one for one in counts if one.study.id == id_))]
    if len(each_study) == 1:
        return short(dataset, each_study[0])
    low, *_, high = sorted((one.row for one in each_study), key=_share_of)
    said = tr("{} studies differ: found in {} and {}")
    return said.format(len(each_study), share_said(low), share_said(high))


def of_record(found: Counted) -> tuple[str | None, ...]:
    """The words of a sentence that stand in the record."""
    study, row = found
    return study.population, study.comparison, row.part


def limit(found: Iterable[Counted]) -> str:
    """What is said once beside such counts."""
    drafts = any(study.curation.status == "draft" for study, _ in found)
    return f"{tr(COUNT_LIMIT)} {tr(COUNT_DRAFT)}" if drafts else tr(COUNT_LIMIT)


def sources_of(found: Iterable[Counted]) -> list[SourceRef]:
    """The studies, each once."""
    return list(dict.fromkeys(ref for study, _ in found for ref in study.sources))


def sources_on_touch(dataset: Dataset) -> list[SourceRef]:
    """The reviews of how well examiners agree on such points, as far as the data hold them."""
    return [SourceRef(key=key, locator=None) for key in _BY_TOUCH if key in dataset.sources]


def looked_at(dataset: Dataset, study: Prevalence) -> str:
    """What a study looked at beyond the counts that are shown, and what its silence means."""
    silent = [dataset.muscles[muscle].name for muscle in without_number(study)]
    also = tr("Also looked at, no number shown: {}.").format(", ".join(silent)) + " " if silent else ""
    return also + tr(NOT_LOOKED_AT if study.tested_is_complete else NOT_EVERY_MUSCLE_KNOWN)


def reported(record: Reported) -> str:
    """How commonly a muscle is reported as a source of pain, and what that rests on."""
    note = f" {record.note}" if record.note else ""
    said = tr("{}. Basis: {}.").format(tr(REPORTED_LEVELS[record.level]), tr(REPORTED_BASIS[record.basis]))
    return said + note


def part_and_side(row: MuscleCount) -> str:
    """``, upper part, on the right``; nothing for the whole muscle."""
    return "".join(f", {said}" for said in (_part(row), tr(COUNTED_SIDES[row.side]) if row.side else "") if said)


def share_said(row: MuscleCount) -> str:
    """``10 of 18``, ``about 82 of 100``."""
    return _share(row.n, row.of, row.percent)


def compared_said(row: MuscleCount) -> str:
    """The comparison's share, or nothing where there is none or it could be only one thing."""
    if not _has_comparison(row):
        return ""
    return _share(row.compared_n, row.compared_of or 0, row.compared_percent)


def _share(n: int | None, of: int, percent: float | None) -> str:
    if n is not None:
        return tr("{} of {}").format(n or tr("none"), number(of))
    return _of_hundred(percent or 0)


def _of_hundred(percent: float) -> str:
    """Rounded as at school, but never to all or to none."""
    whole = int(Decimal(str(percent)).quantize(Decimal(1), ROUND_HALF_UP))
    if whole in (0, 100) and percent != whole:
        return tr("under 1 of 100") if whole == 0 else tr("over 99 of 100")
    return tr("about {} of 100").format(whole) if whole else tr("none of 100")


def _share_of(row: MuscleCount) -> float:
    return row.n / row.of if row.n is not None else (row.percent or 0) / 100


def _part(row: MuscleCount) -> str:
    """``upper part``, ``inner head``."""
    return "" if not row.part else row.part if " " in row.part else tr("{} part").format(row.part)


def _where(row: MuscleCount) -> str:
    part = tr("the {} of this muscle").format(_part(row)) if row.part else tr("this muscle")
    return f"{part} {tr(COUNTED_SIDES[row.side])}" if row.side else part


def _has_comparison(row: MuscleCount) -> bool:
    return not row.by_definition and (row.compared_n is not None or row.compared_percent is not None)


def _comparison(study: Prevalence, row: MuscleCount) -> str:
    if study.compared == 0:
        return tr("There was no comparison group.")
    if row.by_definition:
        return tr("The comparison group ({}) could not have any, by definition.").format(study.comparison)
    if _has_comparison(row):
        return tr("In the comparison group ({}): {}.").format(study.comparison, compared_said(row))
    return tr("For the comparison group ({}) no number is given.").format(study.comparison)


def _who(dataset: Dataset, study: Prevalence) -> Sequence[str]:
    """Ways to say who was examined, the fullest first."""
    ways = [study.population]
    if condition := dataset.conditions.get(study.condition or ""):
        name = condition.plain_name
        name = name if name[1:2].isupper() else name[0].lower() + name[1:]
        ways += [tr("people with {}").format(name), tr("with {}").format(name)]
    return [*ways, tr("people with pain here"), tr("with pain here")]


def _short(found: Counted, who: str, verb: str) -> str:
    study, row = found
    if row.n is not None:
        said = tr("one study: {}{} {}").format(verb, share_said(row), who)
    else:
        said = tr("one study, {} {}: {}{}").format(number(row.of), who, verb, share_said(row))
    if study.compared == 0:
        return tr("{}, no comparison").format(said)
    if row.by_definition:
        return tr("{}, no usable comparison").format(said)
    if not _has_comparison(row):
        return tr("{}, comparison not given").format(said)
    compared = compared_said(row)
    if row.n is None and row.compared_n is None:
        compared = compared.removesuffix(tr(" of 100"))
    return tr("{}; compared: {}").format(said, compared)
