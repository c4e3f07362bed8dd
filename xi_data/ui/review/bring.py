"""Ways to bring bulletins: pasted, as files, from a package made here before, or as samples."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

import streamlit as st

from xi_data import limits
from xi_data.corpus.samples import Sample, samples
from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.matching.copies import MOST_BYTES, MOST_CHARACTERS
from xi_data.opening.apart import open_apart
from xi_data.opening.opened import CannotOpenError, Opened
from xi_data.record.errors import DataError
from xi_data.record.licence import shipped
from xi_data.review.draft import Draft, draft_of
from xi_data.review.taking_up import taken_up
from xi_data.ui.review import steps
from xi_data.ui.state import brought, keys, uploaded
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.popover import popover

TEXTS = ["txt", "html", "htm", "docx", "pdf"]
_PASTED = "bulletin.txt"
MOST_MEGABYTES = 5  # of a file

NewDraft = Callable[[set[str]], Draft]
"""Makes a draft whose key is none of those that are taken."""


def ways(t: Translator) -> None:
    """The ways in, side by side."""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        round_ = st.session_state.setdefault(keys.BROUGHT_ROUND, 0)
        for way, label, icon, contents in (
            ("paste", t("Paste a text"), "content_paste", _paste),
            ("file", t("Upload files"), "upload_file", _upload),
            ("sample", t("Try a sample"), "science", _samples),
        ):
            popover(
                label,
                keys.bring_bulletin(round_, way),
                partial(contents, t),
                icon=f":material/{icon}:",
            )


def _paste(t: Translator) -> None:
    with st.form(keys.bring_bulletin(0, "form"), border=False):
        st.text_area(
            t("A bulletin’s text, {number} characters at most", number=t.number(MOST_CHARACTERS)),
            key=keys.PASTED_BULLETIN,
            height=200,  # and no max_chars: Streamlit would cut off the rest without a word
        )
        st.form_submit_button(t("Read it"), on_click=_pasted, args=(t,))


def _pasted(t: Translator) -> None:
    text = st.session_state[keys.PASTED_BULLETIN]
    if text.strip():
        _bring(t, [(t("Pasted text"), lambda taken: _read(t, text, _PASTED, taken))])
    else:
        _tell([t("There is no text in the box.")])


def _upload(t: Translator) -> None:
    st.file_uploader(
        t(
            "Text, HTML, .docx or PDF of {number} kB at most, or a package from here (.zip) of "
            "{most} MB",
            number=t.number(MOST_BYTES // 1000),
            most=MOST_MEGABYTES,
        ),
        type=[*TEXTS, "zip"],
        accept_multiple_files=True,
        key=keys.bring_bulletin(st.session_state[keys.BROUGHT_ROUND], "files"),
        on_change=_uploaded,
        args=(t,),
        max_upload_size=MOST_MEGABYTES,
    )


def _uploaded(t: Translator) -> None:
    widget = keys.bring_bulletin(st.session_state[keys.BROUGHT_ROUND], "files")
    found: list[tuple[str, NewDraft]] = []
    wrong: list[str] = []
    for name, content in uploaded.files(widget):
        try:
            if name.lower().endswith(".zip"):
                found += [(name, partial(again, t, draft)) for draft in taken_up(content)]
            else:
                source = opened(t, content, name)
                found.append((name, partial(_read, t, source, name)))
        except (CannotOpenError, DataError) as error:
            wrong.append(t("{name}: {why}", name=plain(name), why=plain(error.in_words(t))))
    _bring(t, found, wrong)
    st.session_state[keys.BROUGHT_ROUND] += 1  # an empty box, also where all were refused


def opened(t: Translator, content: bytes, name: str) -> Opened:
    """A file that a visitor brought. Raises CannotOpenError where it cannot be opened."""
    if len(content) > MOST_BYTES:
        raise CannotOpenError(
            "{size} kB are too many; the limit is {most} kB",
            size=t.number(-(-len(content) // 1000)),
            most=t.number(MOST_BYTES // 1000),
        )
    return open_apart(content, name)


def _samples(t: Translator) -> None:
    st.markdown(t("Six bulletins that we invented, of different kinds and scripts:"))
    for one in samples():
        st.button(
            plain(f"{one.title(t.lang)} · {one.genre(t.lang)}"),
            key=keys.bring_bulletin(0, one.file),
            help=plain(one.about(t.lang)),
            type="tertiary",
            icon=":material/science:",
            on_click=_bring,
            args=(t, [(one.file, partial(_sample, one))]),
        )


def _sample(sample: Sample, taken: set[str]) -> Draft:
    """The draft of a sample, which says in every language that it is invented."""
    draft = draft_of(sample.text, sample.file, sample.published, taken)
    told: dict[str, str] = {}
    for t in map(translator, LANGUAGES):
        told[f"title_{t.lang}"] = sample.title(t.lang)
        told |= {f"{place}_{t.lang}": sample.place(t.lang) for place in ("place", "place_short")}
        told[f"date_note_{t.lang}"] = t("Invented, and dated {date}.", date=sample.published)
    return replace(draft, row=draft.row | told)


def again(t: Translator, draft: Draft, _: set[str]) -> Draft:
    """A draft of a package, in the place of its like."""
    if draft.bulletin_id in shipped():
        raise CannotOpenError(
            "A bulletin with this key comes with the explorer; it is not replaced."
        )
    return draft


def _read(t: Translator, source: Opened | str, name: str, taken: set[str]) -> Draft:
    text = source if isinstance(source, str) else source.text
    if not text.strip():
        raise CannotOpenError("There is no text in it.")
    if len(text) > MOST_CHARACTERS:
        raise CannotOpenError(
            "The text is too long: {number} characters; the limit is {most}.",
            number=t.number(len(text)),
            most=t.number(MOST_CHARACTERS),
        )
    return draft_of(source, name, taken=taken)


def _bring(
    t: Translator, found: Iterable[tuple[str, NewDraft]], wrong: list[str] | None = None
) -> None:
    """Callback: read and hold; what could not be held is told, the rest stays."""
    wrong, fresh = list(wrong or ()), []
    for name, make in found:
        taken = set(brought.taken())
        try:
            draft = make(taken)
            require_room(t, draft)
            brought.add(draft)
        except (CannotOpenError, DataError) as error:
            wrong.append(t("{name}: {why}", name=plain(name), why=plain(error.in_words(t))))
            continue
        brought.saving(draft)()  # what is decided in it already is in the package that it came from
        fresh.append(draft.bulletin_id)
    if len(fresh) == 1:
        steps.begin(fresh[0])
    _tell(wrong)
    if fresh:  # what was pasted and refused stays in its box, to be mended there
        st.session_state[keys.BROUGHT_ROUND] += 1


def require_room(t: Translator, draft: Draft) -> None:
    """Raise CannotOpenError where a session would hold more than it may."""
    if len(brought.drafts()) >= brought.MOST and draft.bulletin_id not in brought.drafts():
        raise CannotOpenError("{number} bulletins are the most in one session", number=brought.MOST)
    if not brought.have_room(draft):
        raise CannotOpenError(
            "too much for one session, whose bulletins may have {characters} characters and "
            "{figures} figures in all, and decisions of {decisions} characters; remove one first",
            characters=t.number(brought.MOST_CHARACTERS),
            figures=t.number(brought.MOST_FIGURES),
            decisions=t.number(limits.DECISION_CHARACTERS),
        )


def _tell(wrong: list[str]) -> None:
    st.session_state[keys.BROUGHT] = wrong


def told() -> None:
    """What could not be brought, until something else is."""
    for sentence in st.session_state.get(keys.BROUGHT, ()):
        st.error(sentence, icon=":material/error:")
