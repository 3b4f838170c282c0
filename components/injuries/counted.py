"""What studies counted in people with a condition: a figure, and the same in words."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from bodymap.ask.counted import of_condition
from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.tell.counted import limit, looked_at, of_record, sentence
from bodymap.tell.counted_figure import counted_figure
from bodymap.tell.wording import COUNT_HEAD
from bodymap.words import number, tr
from components.shared import markup
from components.shared.counted import what_counts_mean
from components.shared.markup import html, joined, show


def counted(dataset: Dataset, condition: Condition) -> None:
    """The figure and its words; nothing where no count may be shown."""
    found = of_condition(dataset, condition.id)
    if not found:
        return
    show(html("<h3>{}</h3>{}", tr(COUNT_HEAD), markup.quiet(limit(found))))
    with st.container(key="counted_box"):
        figure = counted_figure(dataset, condition.id)
        st.plotly_chart(figure, key=f"counted_{condition.id}", config={"displayModeBar": False})
    show(counted_text(dataset, condition))


def counted_text(dataset: Dataset, condition: Condition) -> Markup:
    """What stands below the figure: what else each study looked at, and all its counts as sentences, folded away."""
    found = of_condition(dataset, condition.id)
    studies = {study.id: study for study, _ in found}
    said = tr("The study of {} {}.")
    captions = joined(
        markup.quiet(
            html(
                "{} {}",
                markup.english_in(said.format(number(study.people or 0), study.population), study.population),
                looked_at(dataset, study),
            )
        )
        for study in studies.values()
    )
    lines = [
        html(
            "<strong>{}.</strong> {}",
            dataset.muscles[one.row.muscle].name,
            markup.english_in(sentence(one), *of_record(one)),
        )
        for one in found
    ]
    words = markup.bullets(lines) + what_counts_mean(dataset, found)
    return captions + markup.folded(tr("The figure in words, with its sources"), words)
