"""Words that a visitor brings or links to, full of Markdown: pages show them, and obey none."""

import csv
import io
import re
import zipfile

import pytest
from streamlit.testing.v1 import AppTest

from tests.hostile.markdown import obeyed, texts
from tests.hostile.words import HOSTILE
from tests.scope import inside
from tests.ui.review.bringing import UNIQUE, back, come, drafts, go, here, upload
from tests.ui.visiting import charts, components, visit
from xi_data.record.packages import zipped
from xi_data.review.deciding import reject
from xi_data.review.draft import draft_of
from xi_data.review.promote import promote
from xi_data.ui.state import keys
from xi_data.views import VIEWS

FREE = re.compile(
    r"(label|title|place|place_short|note|date_note|script_note|text)_(en|zh)|publisher_printed"
    r"|subject|unit_printed|mention"
)
SHORT = HOSTILE[:100]
"""As many characters as a search takes."""


def package() -> bytes:
    """A package without its text that has hostile words in every free cell."""
    draft = draft_of(UNIQUE, "b.txt")
    rejected = reject(draft, draft.proposals[-1].figure_id, HOSTILE)
    with zipfile.ZipFile(io.BytesIO(promote(rejected))) as made:
        files = {name: made.read(name) for name in made.namelist()}
    for name in ("bulletins.csv", "figures.csv", "paragraphs.csv"):
        header, *rows = csv.reader(io.StringIO(files[name].decode(), newline=""))
        for row in rows:
            cells = dict(zip(header, row, strict=True))
            worse = {key: f"{said} {HOSTILE}" for key, said in cells.items() if FREE.fullmatch(key)}
            if "mention" in cells:
                end = int(cells["start"]) + len(worse["mention"])
                worse |= {"end": str(end), "reasons": f"topic={HOSTILE}@1:3/{HOSTILE}"}
            row[:] = (cells | worse).values()
        file = io.StringIO()
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
        files[name] = file.getvalue().encode()
    return zipped(files)


def wrong(app: AppTest) -> list[tuple[str, str]]:
    """What a page obeys of the words it shows."""
    found = (inside._told(one) for one in inside._elements(app._tree))
    return obeyed([one for one in found if one])


def turned(app: AppTest) -> list[str]:
    """Words drawn by scripts of ours, in boxes and charts, in which a sign turns the writing."""
    parts = [
        words
        for part in components(app)
        if not {"copy", "keep"} & part.keys()  # to be copied, or kept in the tab, as they are
        for words in texts(part)
    ]
    chosen = [one for box in (*app.selectbox, *app.multiselect) for one in box.options]
    drawn = [chart.proto.spec for chart in charts(app)]
    drawn += [
        rows.data.data.decode(errors="replace")
        for chart in charts(app)
        for rows in chart.proto.datasets
    ]
    return [words for words in (*parts, *chosen, *drawn) if "\u202e" in words]


def opened(app: AppTest) -> AppTest:
    """The page with the panels open that a click would open."""
    for key in (keys.FORMATS, keys.SHARE, keys.CITE, keys.SQL, keys.REJECTING):
        app.session_state[key] = True
    for what in ("cut", "describe"):
        app.session_state[keys.decide(what)] = True
    return here(app.run())


def test_words_of_a_package_are_words_on_every_page():
    app = come()
    app = upload(app, {f"{HOSTILE}.zip": package(), f"{HOSTILE}.txt": b"\xff\xff\x81"})
    [key] = drafts(app)
    assert drafts(app)[key].bulletin.title.endswith(HOSTILE)
    assert wrong(opened(app)) == []
    app = back(app)
    assert len(app.error) == 1
    assert wrong(app) == []
    for page in VIEWS:
        asked = {"id": drafts(app)[key].proposals[0].figure_id} if page == "figure" else {}
        app = opened(go(app, page, key, search=SHORT, **asked))
        assert wrong(app) == [], page
        assert turned(app) == [], page
        if page == "overview":
            assert "a.example" in str(inside._told(app.title[0])), "it does show them"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_words_of_a_link_are_words(lang):
    told = {"http://b.example": SHORT, "group": SHORT, "figure": HOSTILE}
    for page, asked in (
        ("figures", {"search": SHORT}),
        ("figure", {"id": HOSTILE}),
        ("closures", {"bulletin": HOSTILE[:50] + "http://b.example"}),
    ):
        app = opened(visit(page, lang=lang, **told, **asked))
        assert wrong(app) == []
        shown = "link names" if lang == "en" else "链接指向"
        assert (shown if "bulletin" in asked else "b.example") in str([o.value for o in app.info])
