"""Every page about the samples, in both languages; what says that nobody has reviewed it."""

import io
from concurrent.futures import ThreadPoolExecutor

import openpyxl
import pytest
import streamlit as st

from tests.fourteen import amiss
from tests.ui.review.bringing import (
    back,
    come,
    draft,
    drafts,
    go,
    here,
    press,
    try_sample,
)
from tests.ui.visiting import copyable, finding, said, tables
from xi_data.corpus.samples import samples
from xi_data.locale import LANGUAGES
from xi_data.record.version import version
from xi_data.ui.state import keys
from xi_data.views import SCREENS

MARK = {"en": "read by machine, not reviewed", "zh": "机器读取，未经审核"}


@pytest.fixture(scope="module")
def all_samples():
    """A visitor who has brought all six."""
    app = come()
    for one in samples():
        app = back(try_sample(app, one.file))
    assert len(drafts(app)) == 6
    return app


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_ours_is_not_licensed_by_us(lang):
    app = try_sample(come(lang))
    key = draft(app).bulletin_id
    for framed in (True, False):
        app.context = {**app.context, "is_embedded": framed}
        own = said(go(app, "overview", key))
        assert "CC BY" not in own
        assert {"en": "Source: ", "zh": "资料来源："}[lang] in own
    assert "CC BY" not in said(go(app, "overview", key, version().bulletin))  # not all is ours
    assert "CC BY 4.0" in said(go(app, "overview", version().bulletin))
    assert "CC BY" not in said(go(app, "about", key))


@pytest.mark.parametrize("at", range(6), ids=[one.file for one in samples()])
def test_every_page_of_a_sample_opens_with_what_it_has(all_samples, at):
    """In one language, by turns, so that every page is seen in each with three of the samples."""
    key, made = list(drafts(all_samples).items())[at]
    for turn, page in enumerate(SCREENS, start=at):
        all_samples.session_state[keys.LANG] = list(LANGUAGES)[turn % len(LANGUAGES)]
        wrong, _ = amiss(all_samples, key, page)
        assert wrong == [], page
        if page in ("overview", "figures", "source"):
            assert str(len(made.proposals)) in finding(all_samples)


def marks(app, key: str, lang: str) -> dict[str, int]:
    """How often each place says that nobody has reviewed what it shows."""
    go(app, "figures", key)
    app.session_state[keys.CITE] = True
    here(app.run())
    mark = MARK[lang].lower()
    head, *_ = app.markdown
    return {
        "head of the page": head.value.lower().count(mark),
        "card": said(app).lower().count(mark) - head.value.lower().count(mark),
        "table": sum(str(one["rows"]).lower().count(mark) for one in tables(app)),
        "citation": sum(one.lower().count(mark) for one in copyable(app)),
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_nobody_has_reviewed_says_so_until_somebody_has(lang, monkeypatch):
    made = {}
    real = st.download_button

    def note(label, data, *args, **options):
        made[options["key"]] = data
        return real(label, data, *args, **options)

    def files() -> dict[str, int]:
        with ThreadPoolExecutor(1) as elsewhere:
            rows, book = (
                elsewhere.submit(made[f"_download_{name}"]).result() for name in ("csv", "xlsx")
            )
        sheets = openpyxl.load_workbook(io.BytesIO(book))
        cells = [str(cell.value).lower() for sheet in sheets for row in sheet for cell in row]
        return {
            "rows": rows.decode().count("machine"),
            "notes": sum(MARK[lang].lower() in one for one in cells),
            "our licence": sum("cc by" in one for one in cells),
        }

    monkeypatch.setattr(st, "download_button", note)
    app = try_sample(come(lang))
    [key] = drafts(app)
    before = marks(app, key, lang)
    noted = files()
    assert min(before.values()) > 0, before
    assert before["table"] == noted["rows"] == len(draft(app).proposals)
    assert noted["our licence"] == 0
    assert noted["notes"] > noted["rows"], "each row of the sheet, and the whole of it"
    app = go(app, "read")
    app = press(app, keys.decide("all_sure"))
    while not app.button(key=keys.decide("next")).disabled:
        app = press(app, keys.decide("accept"))
    assert set(marks(app, key, lang).values()) == {0}
    assert set(files().values()) == {0}
