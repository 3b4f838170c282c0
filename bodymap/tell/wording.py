"""What every page, report, figure and answer says in the same words."""

from __future__ import annotations

from collections.abc import Mapping

from bodymap.data.model import Level, LinkSupport, ReferralSupport, SafetyClass
from bodymap.data.needling import Certainty, Label, Provenance
from bodymap.data.next_steps import Strength
from bodymap.data.prevalence import Counting
from bodymap.data.signs import Time
from bodymap.felt import Moment, Quality, Since
from bodymap.place import Reach

# ---- notices and credit ------------------------------------------------------------------------------------

NOTICE_LEAD = "Learning tool, no diagnosis."
NOTICE_BODY = (
    "It cannot tell you what is wrong or replace a health professional. Trigger points are debated and maps are "
    "approximate: patterns described by experts, and people differ."
)
FIGURES_SAY = (
    "The body is drawn as a woman and as a man; neither is the normal one. A link that names no figure opens the man, "
    "because the outlines were measured on a man and older links show him. The woman has the same places and muscles."
)
NOTICE_END = "Emergency signs: call your emergency number."
NOTICE = f"{NOTICE_LEAD} {NOTICE_BODY} {NOTICE_END}"
NOTICE_SHORT = f"{NOTICE_LEAD} {NOTICE_END}"
NOTICE_PICTURE = "Patterns described by experts; people differ. Learning tool, no diagnosis."
# Said only where the page speaks another language.
STILL_ENGLISH = (
    "The medical texts, with those of the warning signs, are in English until the translation has been reviewed."
)
NOT_ALL_CLEAR = "None of these signs? You can still have a serious problem. If you are worried, ask a doctor."
NOT_ALL_CLEAR_SHORT = "None? You can still be ill. Worried? Ask a doctor."
BODY_CREDIT = "Body: BodyParts3D, (c) The Database Center for Life Science, changed, CC BY-SA 4.0."
DATA_CREDIT = "Text and data: CC BY 4.0."
PROGRAM_CREDIT = "Program: MIT."
STATUSES = {"draft": "draft", "reviewed": "reviewed"}
DRAFTS = "Records marked draft have not been reviewed by a clinician."
LEGEND = "Filled: mainly felt. Pale with a dashed edge: can spill over. Cross: trigger point."
SEEN_THROUGH = "Dashed without a fill: the muscle lies deeper and is seen through the body."
RIGHT_AND_LEFT = (
    "Right and left are those of the person drawn. Front view: the right side is on the left of the picture."
)

# ---- warning signs and conditions --------------------------------------------------------------------------

# What a sign of a time is labelled, and what to do.
TIMES: Mapping[Time, tuple[str, str]] = {
    Time.NOW: ("Now", "Call your emergency number now (112, 999, 911)"),
    Time.TODAY: ("Today", "See a doctor today, or go to an emergency department"),
    Time.DAYS: ("Within days", "See a doctor within days"),
    Time.WEEKS: ("Within two weeks", "See a doctor or physiotherapist within two weeks"),
}
ALSO_NOW = "Also call now for"
ANYWHERE_NOW = "Anywhere, now"
CHILDREN = "For children"
# What is said beside the name of a condition of a safety class.
CLASSES: Mapping[SafetyClass, str] = {
    "emergency_mimic": "Serious: rule this out first",
    "rule_out_first": "Have serious causes ruled out first",
    "routine": "",
}
LOOK_ALIKE = "This is not a muscle problem, but it can feel like one. Doctors want to rule it out first."
BANNERS: Mapping[SafetyClass, str] = {
    "emergency_mimic": LOOK_ALIKE,
    "rule_out_first": "Have serious causes ruled out first. Only then is it worth thinking about muscles.",
    "routine": "",
}
INVOLVES = "Involves"
INVOLVES_NOTE = "Described with this condition. Place alone cannot show where a pain starts."
GROUPS = {"running": "Running injuries", "general": "Other conditions", "serious": "Serious look-alikes"}
WHEN = {
    "first_steps": "With the first steps of the day",
    "start_of_run": "At the start of a run",
    "builds_up": "Building up during a run",
    "sudden": "Suddenly",
    "after_run": "After a run or the next day",
    "rest_or_night": "At rest or at night",
    "not_tied_to_running": "Not tied to running",
}

# ---- the way on from a running injury ------------------------------------------------------------------------

# Parts of a page, in their order: what is said above them.
WAY_ON: Mapping[str, str] = {
    "course": "How it usually goes",
    "first": "What usually helps first",
    "stop": "What to stop or cut back",
    "go_on": "What may go on",
    "too_much": "How to know that it was too much",
    "back": "Steps back to running",
    "others": "What clinicians do",
    "not_helpful": "What does not help, or is advised against",
}
CARE = "What usually comes first"
CARE_NOW = "What to do"
STRENGTHS: Mapping[Strength, str] = {
    Strength.GUIDELINE: "guideline",
    Strength.CONSENSUS: "experts agreed",
    Strength.REVIEW: "review of studies",
    Strength.TRIAL: "one trial",
    Strength.COHORT: "people followed",
    Strength.EXPERT: "expert or textbook",
}
OPTIONS = {
    "physiotherapy": "Physiotherapy",
    "imaging": "Imaging",
    "injections": "Injections",
    "surgery": "Surgery",
    "other": "Other",
}
GENERAL_WORDS = "General words, not a plan for you: a physiotherapist or doctor can make one."
NO_LOAD_ADVICE = (
    "Stop running and be seen. How much you may do, and when you may run again, is for a clinician who knows your case."
)
NO_GUIDELINE = "We found no guideline for this one; what stands here is weaker."
NOT_FOUND = "We found no source for: {}."
COMPARED = "How these are described: {}"
COMPARED_SAYS = "As others describe them. People differ, and two can be there at once: a table cannot tell them apart."
COMPARED_HEADS = ("Where", "When", "What eases it", "Warning sign to know")
AFTER = {
    "new_shoes": "New shoes",
    "hills": "Hills",
    "speed": "Speed work",
    "more_distance": "More distance",
    "fall": "A fall or twist",
}
# The runner's filter: what it asks, in short and in full, and its places from the ground up.
ASKED = {
    "place": ("Place", "Where is it felt?"),
    "when": ("When", "When in the run?"),
    "after": ("After", "After what?"),
    "age": ("Age", "Which age?"),
    "kind": ("Kind", "Which kind?"),
}
RUNNER_PLACES = {
    "foot": "Foot",
    "heel": "Heel",
    "ankle": "Ankle",
    "shin": "Shin",
    "calf": "Calf, Achilles",
    "knee": "Knee",
    "thigh_front": "Thigh",
    "thigh_back": "Back of thigh",
    "hip": "Hip, groin",
    "buttock": "Buttock",
    "low_back": "Low back",
    "belly": "Belly, ribs",
    "upper_body": "Upper body",
}
KINDS_IN_BRIEF = {"running": "running", "general": "other", "serious": "serious"}
AT_MARKS = "Only at my marks ({})"
NOT_A_LIKELIHOOD = "The order is not a likelihood."
NOTHING_FITS = "Nothing in our list fits. That does not mean that there is nothing. If you are worried, ask a doctor."
KEPT_THERE = "Serious, felt there too. No filter hides these"
KEPT = "{} serious ones can feel like these: see them"
UNRECORDED = "{} more fit, but what they follow is not recorded"
STOP_FIRST = "stop and be seen"
AGES = {"under_18": "Under 18", "18_to_39": "18 to 39", "40_to_59": "40 to 59", "60_and_over": "60 and over"}

# ---- how sure we are ---------------------------------------------------------------------------------------

SUPPORT: Mapping[ReferralSupport, str] = {
    ReferralSupport.R0: "no chart found",
    ReferralSupport.R1: "one expert chart",
    ReferralSupport.R2: "more than one independent source",
    ReferralSupport.R3: "reproduced in experiments",
}
VERBS: Mapping[LinkSupport, str] = {
    LinkSupport.L0: "Can be felt in the same place",
    LinkSupport.L1: "Can be felt in the same place (experts link them)",
    LinkSupport.L2: "Found more often in people with this",
    LinkSupport.L3: "Treating it helped in a small trial of this",
}
REACH: Mapping[Reach, str] = {"same": "", "both": " (both sides)", "opposite": " (other side)"}
# What is felt where a pattern is not one of pain.
NOT_PAIN = "Not pain: {}"

# ---- what studies counted ----------------------------------------------------------------------------------

COUNT_HEAD = "What studies counted"
COUNT_LIMIT = "A count about other people, not a chance that you have it."
COUNT_DRAFT = "Draft: no clinician has reviewed these numbers."
COUNT_BY_TOUCH = "Finding such points by touch is not dependable: examiners agree poorly."
NOT_LOOKED_AT = "Muscles not in the study were not looked at; that does not make them rare."
NOT_EVERY_MUSCLE_KNOWN = "What we read does not name every muscle that it looked at."
# Points that people without pain have too (latent, tenderness) are never shown.
COUNTED: Mapping[Counting, str] = {
    "active": "pressing a spot in {where} brought on the pain they knew in {share}",
    "any": "a tender spot was found in {where} in {share}",
    "pain_reproduced": "pressing {where} brought on the pain they knew in {share}",
    "referred_pain": "pressing a spot in {where} brought on pain somewhere else in {share}",
}
COUNTED_BARS: Mapping[Counting, str] = {
    "active": "pressing a spot brought on the pain they knew",
    "any": "a tender spot was found",
    "pain_reproduced": "pressing the muscle brought on the pain they knew",
    "referred_pain": "pressing a spot brought on pain elsewhere",
}
COUNTED_SIDES = {"painful": "on the painful side", "left": "on the left", "right": "on the right"}
REPORTED = "How commonly reported"
REPORTED_LEVELS: Mapping[Level, str] = {
    "often": "Often, beside other muscles",
    "sometimes": "Sometimes, beside other muscles",
    "seldom": "Seldom, beside other muscles",
}
REPORTED_BASIS = {
    "studies": "studies that counted",
    "expert_order": "the order of muscles in an expert's guide, from memory",
}
REPORTED_LIMIT = "This is about other people, not a chance that you have it."
REPORTED_UNKNOWN = "No source known"

# ---- studies of needling -----------------------------------------------------------------------------------

INTERVENTIONS = {
    "dry_needling": "Dry needling",
    "acupuncture": "Acupuncture, not dry needling",
    "injection": "Injection, not dry needling",
    "mixed": "Dry needling and other needling mixed",
}
CERTAINTY: Mapping[Certainty, str] = {
    Certainty.NOT_GRADED: "not rated by the source",
    Certainty.VERY_LOW: "very low",
    Certainty.LOW: "low",
    Certainty.MODERATE: "moderate",
    Certainty.HIGH: "high",
}
DIRECTIONS = {
    "benefit": "in favour of needling",
    "no_difference": "no difference",
    "mixed": "mixed",
    "harm": "against needling",
}
COMPARATORS = {
    "sham": "sham needling",
    "no_treatment": "no treatment",
    "usual_care": "usual care",
    "add_on_to_exercise": "the same exercise without needling",
    "other_treatment": "another treatment",
    "none": "nothing (no control group)",
    "unstated": "a group whose care what we read does not state",
}
HORIZONS = {
    "immediate": "straight after",
    "up_to_12_weeks": "up to 12 weeks",
    "longer": "longer than 12 weeks",
    "unclear": "follow-up not clear",
}
NO_HARMS_SAID = "What we read of it says nothing about harms."
NO_STUDY_FOUND = "We found no study of dry needling for this. That does not show whether it helps or harms."

# ---- dry needling ------------------------------------------------------------------------------------------

ONLY_PROFESSIONALS = "Done only by a trained professional. Do not needle yourself or anyone else."
DOCUMENTS = {
    "doc_clinic_deep_needling": "A, a clinic",
    "doc_training_guide": "B, a training company",
    "doc_site_ten_references": "C, a site with ten references",
    "doc_running_clinic": "D, a running clinic",
}
LABEL_NAMES: Mapping[Label, str] = {
    Label.SEEK_CARE: "Get medical care first",
    Label.DO_NOT: "Do not have it",
    Label.DO_NOT_THERE: "Not there",
    Label.SPECIALIST: "Ask a specialist first",
    Label.CAUTION: "With caution",
    Label.DISCUSS: "Talk it through",
}
VERDICTS = {
    "supported": "supported",
    "partly": "partly supported",
    "weak": "weak evidence",
    "unsupported": "no support found",
    "contradicted": "contradicted",
    "wrong_source": "wrong source cited",
    "definition": "a definition",
    "marketing": "advertising",
}
TOPICS = {
    "concept": "What it is and how it is said to work",
    "effect": "What it is said to do",
    "condition": "What it is said to help with",
    "feeling_and_harm": "How it feels and what can go wrong",
    "reference": "The ten references of document C",
}

# Kinds of things that are described to be felt somewhere, in the order in which they are listed.
KINDS_SAID: Mapping[str, str] = {
    "muscle": "Muscles: patterns that some clinicians describe there",
    "nerve_root": "Nerve roots: pain of the root, or the skin that it feels",
    "nerve": "Nerves: the skin that they feel",
    "joint": "Joints: pain that is described there",
    "disc": "Discs of the spine: pain that is described there",
    "organ": "Organs: reasons to see someone",
}
# The same in a line of their own, and beside the name of what is painted.
KINDS_SHORT: Mapping[str, str] = {
    "nerve_root": "Nerve roots",
    "nerve": "Nerves",
    "joint": "Joints",
    "disc": "Discs",
}
TEXTURES_SAID: Mapping[str, str] = {
    "nerve_root": "pain of the root",
    "nerve_root_touch": "skin that the root feels",
    "nerve": "skin that the nerve feels",
    "joint": "pain of the joint",
    "disc": "pain of the disc",
}
ORGANS_HERE = "Organs felt here"
REASONS_TO_GO = "Reasons to see someone. The place alone decides nothing."
NOT_REVIEWED = "Draft, not reviewed."
GRADES: Mapping[str, str] = {
    "experiment": "set off or blocked in a study",
    "series": "drawn or described by people who had it",
    "expert": "a textbook or experts",
}

# ---- pages of nerve roots, nerves, joints and discs ---------------------------------------------------------

DRAFT_NOTE = "Draft: no clinician has reviewed this."
PROVENANCE: Mapping[Provenance, str] = {
    "read": "the places were read in a text",
    "secondary": "the places were read on a page about the study",
    "recalled": "the places were written from memory and need a check",
}
MAPS_DIFFER = (
    "Published skin maps of nerve roots conflict. Pain of a root often does not follow its skin map: in one study it "
    "was felt outside the map in about 7 of 10 neck roots and 6 of 10 low back roots. A place alone does not say which "
    "root it is, or whether it is one."
)
MAPS_DIFFER_SOURCES = (
    "lee2008dermatomes",
    "downs2011dermatomes",
    "murphy2009radicular",
    "slipman1998dynatome",
    "hong2022dermatomes",
    "rainville2016",
)
SKIN_DIFFERS = (
    "The skin of neighbouring nerves overlaps, and people differ. A place alone does not say which nerve it is, or "
    "whether it is one."
)
PLACE_IS_NOT_ENOUGH = (
    "These places overlap a lot, and muscles over them hurt in the same places. A place alone decides nothing."
)
NO_PAIN = "No description of its pain alone was found. That does not mean that it cannot hurt."
FOR_STUDENTS = "Names for students. This is no instruction to test yourself."
LAYER_SAYS = (
    "Colour: the core of each; a shared core names all. Blank: neighbours overlap or maps differ, not a place without "
    "a nerve. Click to open one. Labels without room show when you zoom in or look closer."
)
AREA_SAYS = "Places as others describe them, and people differ. Click a place to open what is described there."

# ---- muscles beside each other ------------------------------------------------------------------------------

MARKS_ASK = "You have marks already: {}. What should happen to them?"
LOOK_ALIKES = "Look-alike patterns"
LOOK_ALIKES_SAY = (
    "Trigger points of other muscles whose main places are described as the same, the most alike first. The place "
    "alone does not say which muscle it is, or whether it is one."
)
LOOK_ALIKES_NONE = "No other muscle in our list is described as painful in the same main places."
COMPARE_SAYS = (
    "All trigger points of each muscle together, on one scale. Filled: mainly felt. Pale with a dashed edge: can spill "
    "over. Cross: trigger point. Patterns described by experts, and people differ."
)
CARDS_SAY = (
    "{} patterns as pictures, facts of {} muscles and {} nerve roots, with sources and tags by part of the body. "
    "Importing a newer file updates the cards and keeps what you have learnt. Made in a few seconds."
)

# ---- how a mark feels, and the report to take along ---------------------------------------------------------

QUALITIES: Mapping[Quality, str] = {
    "ache": "Ache",
    "burning": "Burning",
    "stabbing": "Stabbing",
    "throbbing": "Throbbing",
    "tingling": "Tingling or numb",
    "cramp": "Cramp",
}
MOMENTS: Mapping[Moment, str] = {
    "rest": "At rest",
    "night": "At night",
    "first_steps": "With the first steps",
    "start": "At the start",
    "builds_up": "Builds up",
    "after": "Afterwards",
    "next_day": "The next day",
}
SINCE: Mapping[Since, str] = {
    "days": "For days",
    "weeks": "For weeks",
    "months": "For months",
    "years": "For years",
}
FEELING_SAYS = "All of it is optional. It goes into the report you take along; the lists here do not change with it."
VISIT_SAYS = "For the report alone. The lists on this page do not change with what you choose here."
VISIT_INJURIES = "Injuries to ask about"
VISIT_SIGNS = "Did you notice any of these warning signs? If so, do what it says first."
NONE_NOTICED = "I noticed none of these"
FEELING_SIGNS = "If you notice one of these, read its warning signs:"
WORST = "worst place"
FEELS_HEAD = "How it feels"
STRENGTH = "Strength"
FEELS_COLUMNS = ("Place, own words below", "Kind", STRENGTH, "When", "Since")
MARKED_BY_PERSON = "Pain or another feeling, as the person marked it"
OWN_WORDS = "In own words:"
FEELS_NOTE = "As the person says it. Nothing is concluded from it."
FEELS_NOTHING = "Nothing was said about how it feels. There is room to write."
NOT_SAID = "not said"
SIGNS_HEAD = "Warning signs"
SIGNS_NOTICED = "Noticed by the person:"
SIGNS_OTHERS = "Also asked about, not ticked:"
SIGNS_NONE = "Asked about: none noticed."
SIGNS_ASKED = "The signs asked about:"
SIGNS_OPEN = "Not answered. These tell most for the places marked:"
SIGNS_DUE, SIGNS_DO = "{} if:", "{}:"
RULE_OUT = "{} To rule out: {}."
MUSCLES_HEAD = "Muscles that some clinicians link with pain here"
PINNED_HEAD = "Patterns that were painted"
FELT_IN, BASIS = "Described in:", "Basis:"
PINNED_NOTE = "Some clinicians link pain here with these. Described by experts, and people differ."
INJURIES_HEAD = "Injuries to ask about"
INJURIES_NOTE = "Chosen by the person to ask about. A choice is no diagnosis."
QUESTIONS_HEAD = "Questions to ask"
# General questions for a visit, the same for everybody.
QUESTIONS = (
    "What do you think this is, and what else could it be?",
    "Is there anything serious that should be ruled out first?",
    "What can I go on doing, and what should I leave for now?",
    "What are my choices, and what speaks for and against each?",
    "How long does this usually take, and how will we know that it gets better?",
    "What should make me come back sooner?",
)
SOURCES_HEAD = "Sources"
NOTES_HEAD = "Notes"
MARKED_ON = "Marked on {}"
MARKS_BELOW = "1 to {}: the places in the table below"
LINK_HEAD = "The same marks"
LINK_SAYS = "Open the same marks:"
LINK_CODE = "QR code that opens the same marks"
LETTERS_LOST = "Some letters could not be printed and stand as {}: {}."
MORE_IN_LONG = "{} more in the long form"
EVERY_SIGN_HEAD = "All warning signs for these places"
OTHERS_HEAD = "What else is described to be felt here"
CONDITIONS_HEAD = "Injuries and conditions felt here"
NO_PATTERN = "No pattern is drawn in: {}."
MAIN_AND_SPILL = ("mainly felt in {}", "can spill over to {}")
ORDER_NOTE = "The order shows how much of the marks a pattern covers. It is not a likelihood and not a diagnosis."
