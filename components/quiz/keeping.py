"""Progress as a file, the link for a class, and the way back."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

import streamlit as st

from bodymap.ask.quiz import build
from bodymap.ask.quiz_progress import MOST_BYTES, ProgressError, as_file, due, merged, read_file
from bodymap.data.dataset import Dataset
from bodymap.words import tr
from components import language, pages, state
from components.quiz.session import Running, begin, keep_progress, progress, stop
from components.quiz.settings import Settings, new_seed
from components.shared.markup import plain

_READ = "quiz_file_read"


def keeping(dataset: Dataset, running: Running | None) -> None:
    """The part below every question, closed until it is wanted."""
    with st.expander(tr("Progress, and the link for a class"), key="quiz_keeping"):
        _load()
        _known(dataset, running)
        if running is not None:
            st.caption(tr("Link for a class, the same quiz for everybody:"))
            st.code(_link(running.settings), language=None, wrap_lines=True)
            st.button(tr("Leave this quiz"), key="quiz_stop", on_click=stop)
    if st.button(tr("Back to the muscles"), key="quiz_back", type="tertiary", icon=":material/arrow_back:"):
        st.switch_page(pages.MUSCLES.script, query_params=state.kept_parameters())


def _link(settings: Settings) -> str:
    """The address of the quiz, without the marks that the page's own address may hold."""
    here = (st.context.url or "").partition("?")[0] or pages.QUIZ.address
    return f"{here}?{urlencode({**settings.parameters(), **language.parameter()}, safe=',')}"


def _known(dataset: Dataset, running: Running | None) -> None:
    known = progress()
    st.download_button(
        tr("Download progress"), as_file(known), "quiz-progress.json", "application/json",
        key="quiz_download", on_click="ignore", disabled=not known,
    )  # fmt: skip
    if not known:
        return
    settings = running.settings if running else Settings(new_seed())
    waiting = [
        name for name in due(known, dt.datetime.now(dt.UTC)) if build(dataset, name, settings.seed, settings.level)
    ]
    strange = sum(build(dataset, name, settings.seed, settings.level) is None for name in known)
    lines = [tr("{} questions known, {} due again.").format(len(known), len(waiting))]
    if strange:
        lines.append(tr("{} of them are not asked here; they stay in your file.").format(strange))
    st.caption(plain(" ".join(lines)))
    if waiting:
        deck = waiting[:20]
        st.button(
            tr("Repeat what is due ({})").format(len(deck)),
            key="quiz_due",
            on_click=begin,
            args=(dataset, settings, deck),
        )


def _load() -> None:
    """A file is taken once; one that is refused changes nothing."""
    file = st.file_uploader(
        tr("Load progress"),
        type=["json"],
        key="quiz_file",
        help=tr("The file from “Download progress”."),
        max_upload_size=MOST_BYTES // 1_000_000,
    )
    if file is None:
        return
    try:
        if file.size > MOST_BYTES:
            read_file(bytes(MOST_BYTES + 1))
        loaded = read_file(file.getvalue())
    except ProgressError as error:
        st.error(plain(str(error)))
        return
    if st.session_state.get(_READ) != file.file_id:
        st.session_state[_READ] = file.file_id
        keep_progress(merged(progress(), loaded))
    st.success(tr("Loaded: {} questions, added to what was here.").format(len(loaded)))
