"""The data to take along: version, licences, how to cite, and a zip with everything."""

from __future__ import annotations

import streamlit as st

from bodymap.tell.export.about import LICENCES, NAME, citation
from bodymap.tell.wording import BODY_CREDIT, DATA_CREDIT, DRAFTS
from bodymap.words import day, later, tr
from components import data
from components.shared.markup import bullets, english, html, joined, show

_SAYS = later(
    "Everything this app knows, as files for study, teaching and programs: tables (CSV, Parquet) with a data "
    "dictionary, JSON with its schema, GeoJSON of the chart, references as BibTeX, and a Data Package."
)


def open_data() -> None:
    """A part that opens: what the data are, and their download, made when it is first asked for."""
    newest = data.releases()[0]
    with st.expander(tr("Data (version {})").format(newest.version), key="open_data"):
        links = joined(
            (
                html('<a href="{}" target="_blank" rel="noopener">{}</a>', url, title)
                for title, url in LICENCES.values()
            ),
            "; ",
        )
        show(
            html(
                '<div class="quiet"><p>{} {}</p><p>{} {}</p>{}<p>{} {} {}</p><p>{} {}</p></div>',
                tr(_SAYS),
                tr(DRAFTS),
                tr("Version {} of {}:").format(newest.version, day(newest.date)),
                english(newest.summary),
                bullets(map(english, newest.changes)),
                tr(DATA_CREDIT),
                tr(BODY_CREDIT),
                html("{} {}.", tr("Licences:"), links),
                tr("Cite as:"),
                citation(newest),
            )
        )
        st.download_button(
            tr("Download the data (zip)"),
            data=data.export_zip,
            file_name=f"{NAME}-{newest.version}.zip",
            mime="application/zip",
            key="download_data",
            on_click="ignore",
            icon=":material/download:",
        )
