"""What the page is about: one of four topics, and a record of it. The address holds the record, ``?root=root_c6``.

Back, forward, reload and a link bring it back; the first muscle needs no parameter. A name that nobody knows is said,
with near ones; what was on show stays, and so does the address until something is chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.data.model import Muscle
from bodymap.words import later, tr
from components import pages, state, unknown
from components.muscles.browse import browse_box
from components.muscles.side import side_switch
from components.shared.actions import Action
from components.shared.unknown_note import Known, unknown_note

FIRST = "soleus"
TOPIC = "topic"  # key of the control
_SEEN = "topic_in_address"
# Parameters of the address, each with its kind of record.
KINDS: Mapping[str, str] = {
    pages.MUSCLE: "muscles",
    pages.ROOT: "nerve_roots",
    pages.NERVE: "nerves",
    pages.JOINT: "joints",
    pages.DISC: "discs",
}


class Topic(NamedTuple):
    """A topic of the page: what it is called, what one of it is called, and the parameters that name its records."""

    title: str
    one: str
    parameters: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key of the box that chooses a record."""
        return self.parameters[0]


MUSCLES = Topic(later("Muscles"), later("Muscle"), (pages.MUSCLE,))
ROOTS = Topic(later("Nerve roots"), later("Nerve root"), (pages.ROOT,))
NERVES = Topic(later("Nerves"), later("Nerve"), (pages.NERVE,))
JOINTS = Topic(later("Joints and discs"), later("Joint or disc"), (pages.JOINT, pages.DISC))
TOPICS: Mapping[str, Topic] = {topic.title: topic for topic in (MUSCLES, ROOTS, NERVES, JOINTS)}


class Chosen(NamedTuple):
    """The topic and record on show, and whether they have just been chosen."""

    topic: Topic
    id: str
    is_new: bool


def records_of(dataset: Dataset, topic: Topic) -> dict[str, Any]:
    """Every record of a topic by id, from head to foot."""
    return {id_: record for p in topic.parameters for id_, record in dataset.records(KINDS[p]).items()}


def choose(dataset: Dataset, arrived: bool) -> Chosen:
    """The switch of topics, and a box that finds a record by its name. A click on the body chooses, too."""
    _follow(dataset, arrived)
    _take_click(dataset)
    before = st.session_state.get(f"{TOPIC}_shown"), st.session_state.get(f"{_topic().key}_shown")
    st.session_state[TOPIC] = _topic().title
    with st.container(horizontal=True, vertical_alignment="bottom", key="choice"):
        st.segmented_control(
            tr("Look up"), list(TOPICS), format_func=tr, key=TOPIC, required=True, label_visibility="collapsed"
        )
        topic = _topic()
        records = records_of(dataset, topic)
        if st.session_state.get(topic.key) not in records:
            shown = st.session_state.get(f"{topic.key}_shown")
            st.session_state[topic.key] = shown if shown in records else _first(records)
        listed = _listed(dataset, topic)
        one = tr(topic.one)
        few = tr("{} ({} of {})").format(one, len(listed), len(records))
        label = one if len(listed) == len(records) else few
        on_show = st.session_state[topic.key]
        chosen: str = st.selectbox(
            label,
            listed if on_show in listed else [on_show, *listed],
            format_func=lambda id_: label_of(records[id_]),
            key=topic.key,
        )
        if _has_sides(dataset, chosen):
            side_switch()
        if st.button(tr("Quiz"), key="to_quiz", icon=pages.QUIZ.icon):
            pages.open_quiz()
    unknown_note({parameter: _known(dataset, parameter) for parameter in KINDS})
    _hold(dataset, topic, chosen)
    st.session_state[f"{TOPIC}_shown"], st.session_state[f"{topic.key}_shown"] = topic.title, chosen
    return Chosen(topic, chosen, before != (topic.title, chosen))


def _listed(dataset: Dataset, topic: Topic) -> list[str]:
    """What the box holds: every record of the topic, or the muscles that pass the filters."""
    return browse_box(dataset, open_muscle) if topic is MUSCLES else list(records_of(dataset, topic))


def _has_sides(dataset: Dataset, chosen: str) -> bool:
    """Whether there is one on each side of the body."""
    areas = [area for area in dataset.areas.values() if area.record.id == chosen]
    return not areas or any(area.has_sides for area in areas)


def opens(dataset: Dataset, ids: list[str]) -> dict[str, Action]:
    """Small buttons that open records of any topic on this page, by id."""
    return {id_: Action(_name(dataset, id_), _open, (id_, _topic_of(dataset, id_).title)) for id_ in ids}


def _known(dataset: Dataset, parameter: str) -> Known:
    """What a parameter of the address can name."""
    topic = next(topic for topic in TOPICS.values() if parameter in topic.parameters)
    kind = "joint" if parameter == pages.JOINT else "disc" if parameter == pages.DISC else topic.one.lower()
    records = dataset.records(KINDS[parameter])
    return Known(
        (kind, f"{kind}s"),
        lambda: {id_: _called(record) for id_, record in records.items()},
        lambda id_: _name(dataset, id_),
        lambda id_: _open(id_, topic.title),
    )


def _called(record: Any) -> list[str]:
    others = record.synonyms if isinstance(record, Muscle) else (record.plain_name, getattr(record, "segment", ""))
    return [record.name, *filter(None, others)]


def label_of(record: Any) -> str:
    """A name and what else it is called, for the box that finds it."""
    others = ", ".join(record.synonyms) if isinstance(record, Muscle) else record.plain_name
    return f"{record.name} ({others})" if others else record.name


def _name(dataset: Dataset, id_: str) -> str:
    record = records_of(dataset, _topic_of(dataset, id_))[id_]
    return str(getattr(record, "segment", None) if id_ in dataset.nerve_roots else record.name)


def open_muscle(muscle: str) -> None:
    """Open a muscle on this page; for use as a callback."""
    _open(muscle, MUSCLES.title)


def open_point(muscle: str, point: str) -> None:
    """Open a muscle on this page with a pattern of it; for use as a callback."""
    st.session_state[f"point_{muscle}"] = point
    open_muscle(muscle)


def _open(id_: str, topic: str) -> None:
    st.session_state[TOPIC] = topic
    st.session_state[TOPICS[topic].key] = id_


def _topic() -> Topic:
    return TOPICS[st.session_state.get(TOPIC) or MUSCLES.title]


def _topic_of(dataset: Dataset, id_: str) -> Topic:
    return next(topic for topic in TOPICS.values() if id_ in records_of(dataset, topic))


def _first(records: Mapping[str, Any]) -> str:
    return FIRST if FIRST in records else next(iter(records))


def _asked() -> tuple[str, str] | None:
    """The parameter of the address that names a record, and the name."""
    return next(((p, st.query_params[p]) for p in KINDS if st.query_params.get(p)), None)


def _follow(dataset: Dataset, arrived: bool) -> None:
    """Take what the address names, if that is news; a choice just made on the page counts more."""
    asked = _asked()
    if _just_chosen() and not arrived:
        unknown.forget(*KINDS)
    is_news = arrived or _SEEN not in st.session_state or asked != st.session_state[_SEEN]
    st.session_state[_SEEN] = asked
    if not is_news or (_just_chosen() and not arrived):
        return
    parameter, id_ = asked or (pages.MUSCLE, FIRST)
    topic = next(topic for topic in TOPICS.values() if parameter in topic.parameters)
    st.session_state[TOPIC] = topic.title
    unknown.forget(*KINDS)
    if id_ in dataset.records(KINDS[parameter]):
        st.session_state[topic.key] = id_
    else:
        unknown.take(parameter, id_, [id_])


def _just_chosen() -> bool:
    keys = (TOPIC, *(topic.key for topic in TOPICS.values()))
    return any(k in st.session_state and st.session_state[k] != st.session_state.get(f"{k}_shown") for k in keys)


def _take_click(dataset: Dataset) -> None:
    """What was clicked on the body since the last run: a muscle, a cross of the one on show, or an area."""
    muscle, point, side = state.chosen_on_body(dataset.muscles)
    if muscle or point:
        unknown.forget(*KINDS)
    if side:
        st.session_state.muscle_side = side
    if muscle:
        st.session_state.muscle = muscle
    elif point and point in dataset.trigger_points:
        st.session_state[f"point_{dataset.trigger_points[point].muscle.id}"] = point
    elif point and point in dataset.areas and dataset.areas[point].record.id not in dataset.organs:
        record = dataset.areas[point].record.id
        _open(record, _topic_of(dataset, record).title)


def _hold(dataset: Dataset, topic: Topic, chosen: str) -> None:
    """The address names what is chosen, in one step of the history."""
    parameter = next(p for p in topic.parameters if chosen in dataset.records(KINDS[p]))
    wanted = None if (parameter, chosen) == (pages.MUSCLE, FIRST) and not _asked() else (parameter, chosen)
    if wanted == _asked() or any(map(unknown.names, KINDS)):
        return
    kept = {name: value for name, value in st.query_params.items() if name not in KINDS}
    st.query_params.from_dict({**kept, parameter: chosen})
    st.session_state[_SEEN] = (parameter, chosen)
