"""Text as the words that a search compares, and what is known about words.

``components/search_list/pure/words.js`` does the same in the browser, with the tables of this module, which the
index carries. Change both together; the queries in ``tests/fixtures/queries`` are asked of both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Set

from bodymap.place import SIDES, Side

Words = tuple[str, ...]


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


FILLER = _list(
    """a about ache aches aching achy agony also am an and any are as at be been being bit both but by can causing did
    do does done feel feeling feels felt for from get gets getting give gives got had has have having hurt hurts hurting
    i im in is it its ive just kind like me mine my near of on or pain pains painful really so some sore soreness sort
    that the their then there these they this those to too very was were whats which with you your"""
)
IRREGULAR: Mapping[str, str] = {
    "feet": "foot", "teeth": "tooth", "calves": "calf", "halves": "half", "metatarsi": "metatarsal", "knives": "knife",
    "ran": "run", "woke": "wake", "woken": "wake", "sat": "sit", "fell": "fall", "torn": "tear", "tore": "tear",
    "broken": "break", "broke": "break", "swollen": "swell", "drove": "drive", "went": "go", "gone": "go",
    "goes": "go", "lain": "lie", "lying": "lie", "laying": "lie", "stood": "stand", "kept": "keep",
    "children": "child", "bent": "bend", "slept": "sleep", "breathlessness": "breathless", "caught": "catch",
    "stuck": "stick", "men": "man", "women": "woman", "weakness": "weak", "numbness": "numb", "stiffness": "stiff",
    "tightness": "tight", "dying": "die",
}  # fmt: skip
# Words that people use for the same: one of a line is almost as good as another.
ALIKE = tuple(
    map(
        _list,
        (
            "bum butt buttock backside arse glute gluteal",
            "tummy belly stomach abdomen abdominal gut",
            "boy girl child kid son daughter teen teenager teenage lad junior year",
            "run jog jogging runner running jogger",
            "trainer shoe boot footwear",
            "wee pee urinate urine bladder toilet",
            "swell puffy puffed puff swelling enlarged ballooned",
            "numb dead tingle tingly tingling pins needle numbness",
            "pop pinged ping snap twang crack popped snapped",
            "tear rip ripped tearing rupture ruptured",
            "strain pull pulled strained pulling tweak tweaked",
            "fracture break broken crack cracked",
            "hobble limp limping hobbling",
            "stair downstairs upstairs staircase",
            "twist roll sprain turned twisted rolled sprained",
            "wake waking morning woke awake",
            "bed night sleep asleep overnight",
            "breath breathe breathless breathing breathlessness winded puffing",
            "sick vomit vomiting nausea nauseous",
            "fever feverish temperature shivery shivering",
            "lump bump knobble nodule",
            "sit sitting chair desk seat",
            "drive driving car drives",
            "hill uphill downhill hilly",
            "lift raise lifting raising reach reaching pick picking carry carrying heave",
            "grip grasp squeeze gripping squeezing",
            "dizzy faint lightheaded fainting",
            "inside inner medial inward",
            "outside outer lateral side",
            "behind back rear posterior",
            "under underneath below beneath bottom sole",
            "front anterior",
            "top upper above over",
            "middle centre center mid halfway",
            "kneecap patella patellar",
            "shin tibia tibial",
            "heel calcaneal calcaneus",
            "pelvis pelvic",
            "hammy hamstring hamstrings",
            "quad quadricep quadriceps",
            "burn burning hot warm heat",
            "stab stabbing sharp knife needle",
            "tight stiff stiffness tightness",
            "sudden suddenly",
            "lock locked locking stuck jam jammed catch",
            "click clicking clunk clicky",
            "rub rubbing dig",
            "flight flying plane flew",
            "swim swimming freestyle",
            "gym weights weightlifting lifting",
            "type typing keyboard mouse computer",
            "pinky little",
            "pebble stone marble",
            "fall fell tripped trip slipped",
            "worst worse terrible severe awful",
            "chew chewing eat eating bite biting",
            "jaw jawbone",
            "period periods menstrual",
            "tired exhausted fatigue fatigued exhaustion",
            "peroneal fibular peroneus fibularis",
            "tendonitis tendinitis tendinopathy tendinosis tendon",
            "testicle testicles balls scrotum",
            "explode burst bursting exploding",
            "grind clench grinding clenching",
            "dark brown coke cola tea coloured colour",
            "droop drop dropped drooping saggy lopsided",
            "slur slurred speech speak talk words",
            "cramp spasm cramping seize seized seizing",
            "crunch creak grate crunchy creaky grinding crackle",
            "tender touch press poke",
            "jump hop leap hopping jumping land landing",
            "kick hit whack thump blow",
            "cold ice freezing pale blue white",
            "niggle twinge ache",
            "vision sight eyesight blurred blurry",
            "marathon race parkrun event",
            "femur femoral thighbone",
            "scapula scapular",
            "collarbone clavicle",
            "breastbone sternum",
            "tailbone coccyx",
            "walk walking hike hiking",
            "workout exercise training crossfit session",
            "cough sneeze coughing sneezing laugh",
            "rash spots",
            "throw throwing bowling bowl",
            "climb climbing bouldering",
            "tennis racket badminton",
            "hunched slouch slouched posture",
            "pressure heavy heaviness crushing squeezing weight",
            "elderly old older aged",
            "arch instep",
            "squat squatting crouch kneel kneeling",
            "step steps",
            "bend bending stoop stooping",
            "pulse throb throbbing pounding",
            "bruise bruised bruising",
            "shoot shooting electric zap",
            "wobbly unstable instability",
            "weak weakness",
            "rucksack backpack bag",
            "spine spinal vertebra vertebrae",
            "privates genitals groin saddle",
        ),
    )
)
JOINED = _list("itband sijoint")  # pairs that are one word, although no text writes them so
# Words that name a part of the body: where it hurts tells more than how.
BODY = _list(
    """achilles ankle arch arm back belly bum buttock calf chest ear elbow eye face finger foot forearm groin hamstring
    hand head heel hip jaw knee kneecap leg neck palm quad rib shin shoulder spine thigh throat thumb toe tummy wrist"""
)
# Words that say which limb is meant. With words of one limb only, the other one is not the answer.
LIMBS: Mapping[str, tuple[str, ...]] = {
    "arm": _list("arm arms forearm forearms elbow elbows wrist wrists hand hands finger fingers thumb thumbs palm"),
    "leg": _list(
        "leg legs thigh thighs knee knees kneecap shin shins calf calves ankle ankles foot feet heel heels toe toes"
    ),
}
_NOT_A_SIDE = _list(
    """above across at away behind below beside by down in inside into next now on over through under underneath up
    where"""
)  # "right under the heel"; with an article before it, "the right under the ribs", it is a side


def plain(text: str) -> str:
    """Small letters without accents, apostrophes and punctuation."""
    letters = re.sub("[\u0300-\u036f'\u2019]", "", unicodedata.normalize("NFKD", text))
    lower = "".join(chr(ord(letter) + 32) if "A" <= letter <= "Z" else letter for letter in letters)
    return " ".join(re.sub("[^a-z0-9]+", " ", lower).split())


_GAP = "a"  # passed over like every filler


def split_side(text: str) -> tuple[str, Side | None]:
    """The text without "left" or "right", and that side; None if neither or both are there.

    An "a" stays in its place, so that the words beside it are not read as one: "lower back left side".
    """
    words = plain(text).split()
    kept, named = [], set()
    for at, word in enumerate(words):
        if word not in SIDES:
            kept.append(word)
        elif not (word == "right" and _is_no_side(words, at)):
            named.add(word)
            kept.append(_GAP)
    side: Side | None = next(iter(named)) if len(named) == 1 else None
    return " ".join(kept), side


def _is_no_side(words: list[str], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else ""
    return after in _NOT_A_SIDE and not (at and words[at - 1] in ("my", "the", "on", "her", "his"))


def stem(word: str) -> str:
    """A word without the endings of its forms: "calves" and "calf", "limping" and "limp"."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return stem(word[:-3] + "y" if word.endswith("ies") and len(word) > 5 else word[:-1])
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and re.search("[aeiouy]", rest):
            return _without_e(rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest)
    return _without_e(word)


def _without_e(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("e") and not word.endswith("ee") else word


def join(words: list[str], known: Set[str]) -> list[str]:
    """Words with each pair that is known as one word written together: "knee cap" as "kneecap"."""
    joined: list[str] = []
    for word in words:
        if (
            joined
            and len(joined[-1]) > 1
            and len(word) > 1
            and {joined[-1] + word, (joined[-1] + word).removesuffix("s")} & known
        ):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def apart(word: str, known: Set[str]) -> list[str]:
    """An unknown word as two known ones: "shinsplints" as "shin", "splints"."""
    if not {word, word.removesuffix("s")} & known:
        for at in range(3, len(word) - 2):
            if word[:at] in known and word[at:] in known:
                return [word[:at], word[at:]]
    return [word]


def tables() -> dict[str, object]:
    """What the browser needs of this module, as plain lists."""
    return {
        "filler": FILLER,
        "irregular": dict(IRREGULAR),
        "alike": ALIKE,
        "joined": JOINED,
        "limbs": dict(LIMBS),
        "not_a_side": _NOT_A_SIDE,
    }
