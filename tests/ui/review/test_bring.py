"""Bringing bulletins: each way, and what is refused is told while what was held stays."""

import io
import zipfile
from dataclasses import replace

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from tests.review.texts import NOTICE, SHORT
from tests.ui.review.bringing import (
    back,
    come,
    draft,
    drafts,
    errors,
    go,
    here,
    paste,
    press,
    try_sample,
    upload,
)
from tests.ui.visiting import finding, seen
from xi_data.corpus.samples import samples
from xi_data.matching.copies import MOST_BYTES, MOST_CHARACTERS
from xi_data.record.packages import zipped
from xi_data.record.tables import DATA, TABLES, VERSION_FILE
from xi_data.review.deciding import accept, reject
from xi_data.review.doubts import progress
from xi_data.review.draft import MOST_FIGURES, draft_of
from xi_data.review.promote import promote
from xi_data.ui.state import brought, keys

MADE = draft_of(NOTICE, "notice.txt")
HALF = reject(
    accept(MADE, *(one.figure_id for one in MADE.proposals[:3])),
    MADE.proposals[4].figure_id,
    "bare",
)


def package(*held, text: bool = True) -> bytes:
    return promote(*held, with_text=text)


def shipped() -> bytes:
    return zipped({name: (DATA / name).read_bytes() for name in (VERSION_FILE, *TABLES.values())})


def with_changed(content: bytes, name: str, old: str, new: str) -> bytes:
    """A package of which one file says something else."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for one in before.namelist():
            cells = before.read(one)
            if one == name:
                assert old.encode() in cells
                cells = cells.replace(old.encode(), new.encode())
            after.writestr(one, cells)
    return made.getvalue()


@pytest.fixture
def holding():
    """A visitor who holds the notice, half reviewed, at the list of her bulletins."""
    return back(upload(come(), {"package.zip": package(HALF)}))


def test_a_pasted_text_is_read_and_its_review_begins():
    app = paste(come(), NOTICE)
    made = draft(app)
    assert made.text == NOTICE
    assert [one.mention for one in made.proposals] == [one.mention for one in MADE.proposals]
    assert finding(app) == "Review: 林河县疫情防控情况"
    assert errors(app) == []
    app = back(app)
    assert finding(app) == "Read your own bulletins"
    assert draft(app) is made


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_empty_box_says_so(lang):
    app = paste(come(lang), " \n\u3000")
    [told] = errors(app)
    assert told == {"en": "There is no text in the box.", "zh": "框中没有文字。"}[lang]
    assert drafts(app) == {}


def test_a_text_that_is_too_long_is_refused_and_nothing_is_lost(holding):
    app = paste(holding, "报" * (MOST_CHARACTERS + 1))
    assert app.text_area(key=keys.PASTED_BULLETIN).value == "报" * (MOST_CHARACTERS + 1)
    [told] = errors(app)
    assert "200,001 characters; the limit is 200,000" in told
    assert list(drafts(app)) == ["notice"]
    assert draft(app).decisions == HALF.decisions


def test_the_server_lets_go_of_files_once_they_are_read(monkeypatch):
    gone = []
    monkeypatch.setattr(
        MemoryUploadedFileManager, "remove_file", lambda self, session_id, file_id: gone.append(1)
    )
    app = upload(come(), {"package.zip": package(HALF), "none.txt": b"\xff\xff\x81"})
    assert list(drafts(app)) == ["notice"]
    assert gone == [1, 1]


def test_control_characters_and_markup_do_no_harm():
    app = paste(come(), f"{NOTICE}\x00\x07\u202e<b>*x*</b>\r\n捐款31元。")
    made = draft(app)
    assert "31元" in [one.mention for one in made.proposals]
    assert "<b>" not in " ".join(one.value for one in [*app.title, *app.markdown])
    assert draft(back(app)) is made


@pytest.mark.parametrize("one", samples(), ids=lambda one: one.file)
def test_each_sample_can_be_tried(one):
    app = try_sample(come(), one.file)
    made = draft(app)
    assert made.text == one.text
    assert made.bulletin.published == one.published
    assert made.proposals
    assert finding(app) == f"Review: {one.title('en')}"


def test_several_files_come_at_once_and_the_wrong_ones_are_told():
    app = upload(
        come(),
        {
            "first.txt": NOTICE.encode(),
            "second.html": f"<html><body><p>{SHORT}</p></body></html>".encode(),
            "empty.txt": b"",
            "broken.pdf": b"%PDF-1.4 nothing",
            "large.txt": b"a" * (MOST_BYTES + 1),
            "[x](y).zip": b"PK nothing",
        },
    )
    assert list(drafts(app)) == ["first", "second"]
    told = errors(app)
    for name in ("empty.txt", "broken.pdf", "large.txt", "[x](y).zip"):
        assert sum(one.startswith(f"{name}: ") for one in told) == 1, name
    assert finding(app) == "Read your own bulletins", "of two, neither is begun unasked"


def test_the_same_name_twice_makes_two_bulletins():
    app = come()
    for _ in range(2):
        app = back(upload(app, {"notice.txt": NOTICE.encode()}))
    assert list(drafts(app)) == ["notice", "notice-2"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_sample_says_in_each_language_that_it_is_invented(lang):
    app = try_sample(come(lang))
    told = {"en": "invented", "zh": "虚构"}[lang]
    assert told in finding(app).lower()
    app = go(app, "overview", draft(app).bulletin_id)
    footer = seen(next(one.value for one in app.markdown if "MIT" in one.value))
    assert footer.lower().count(told) == 2, "its title, and its date"


@pytest.mark.parametrize("text", [True, False], ids=["with its text", "without its text"])
def test_a_package_comes_back_as_it_was_left(text):
    app = upload(come(), {"package.zip": package(HALF, text=text)})
    made = draft(app)
    assert made.decisions == HALF.decisions
    assert made.proposals == HALF.proposals
    assert made.text == (NOTICE if text else None)
    assert progress(made) == progress(HALF)
    said = " ".join(seen(one.value) for one in app.info)
    assert ("without its text" in said) is not text
    assert len(app.checkbox) == text, "what is not there cannot be put into a package"


def test_a_package_without_its_text_can_be_worked_on_once_the_text_is_brought():
    app = upload(come(), {"package.zip": package(HALF, text=False)})
    for text, why in ((f"{NOTICE}又", "to the letter"), (f"\n {NOTICE}\r\n", "")):
        app.session_state[keys.decide("text_paste")] = True
        app.run().text_area(key=keys.TEXT_AGAIN).set_value(text)
        [send] = [one for one in app.button if one.form_id]
        app = here(send.click().run())
        assert [why in one for one in errors(app)] == ([True] if why else [])
    made = draft(app)
    assert made.text == NOTICE
    assert (made.decisions, made.proposals) == (HALF.decisions, HALF.proposals)
    assert len(app.checkbox) == 1
    again = app.session_state[keys.MISSED]
    assert again == "", "the box for a missing figure is there"


def test_the_text_of_a_package_is_taken_where_the_session_has_room_for_it(monkeypatch):
    app = upload(come(), {"package.zip": package(HALF, text=False)})
    monkeypatch.setattr(brought, "MOST_CHARACTERS", len(NOTICE) - 1)
    app.session_state[keys.decide("text_paste")] = True
    app.run().text_area(key=keys.TEXT_AGAIN).set_value(NOTICE)
    [send] = [one for one in app.button if one.form_id]
    app = here(send.click().run())
    assert "too much for one session" in str(errors(app))
    assert draft(app).text is None


def test_the_text_of_a_package_comes_as_a_file_too():
    app = upload(come(), {"package.zip": package(HALF, text=False)})
    for name, content in (("broken.pdf", b"%PDF-1.4 nothing"), ("notice.txt", NOTICE.encode())):
        assert draft(app).text is None
        app.session_state[keys.decide("text_file")] = True
        app.run()
        [box] = app.get("file_uploader")
        app = here(box.set_value([(name, content, "application/octet-stream")]).run())
        assert ("broken.pdf" in str(errors(app))) is (name == "broken.pdf")
    assert draft(app).text == NOTICE


def test_a_package_takes_the_place_of_the_same_bulletin(holding):
    app = upload(holding, {"package.zip": package(MADE)})
    assert draft(app).decisions == ()
    app = back(upload(back(app), {"package.zip": package(HALF)}))
    assert draft(app).decisions == HALF.decisions


WRONG = {
    "damaged": (package(MADE)[:900], ["zip"]),
    "of a newer schema": (
        with_changed(package(MADE), "version.toml", "schema = 2", "schema = 9"),
        ["version.toml", "9"],
    ),
    "with a broken cell": (
        with_changed(package(MADE), "figures.csv", ",person,", ",persons,"),
        ["figures.csv", "persons"],
    ),
    "no package": (b"PK", ["zip"]),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_package_that_is_none_is_told_and_what_was_held_stays(what, holding):
    content, words = WRONG[what]
    app = upload(holding, {"wrong.zip": content})
    [told] = errors(app)
    assert told.startswith("wrong.zip: ")
    for word in words:
        assert word in told
    assert draft(app).decisions == HALF.decisions
    assert finding(app) == "Read your own bulletins"


IN_CHINESE = {
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word"),
    "scan.txt": (b"\x89PNG", "文字识别"),
    "broken.docx": (b"PK\x03\x04 nothing", ".docx 文件已损坏"),
    "broken.zip": (
        package(MADE)[:900],
        "package.zip 第 1 行：应为结构与 data/ 相同的文件夹或 zip 文件",
    ),
    "cell.zip": (
        WRONG["with a broken cell"][0],
        "列：'persons'，应为 vocabularies/units.csv 中的编号",
    ),
    "newer.zip": (WRONG["of a newer schema"][0], "本版软件所读取的结构"),
}


def test_what_is_wrong_is_told_in_the_language_of_the_page():
    app = upload(come("zh"), {name: content for name, (content, _) in IN_CHINESE.items()})
    told = dict(one.split("：", 1) for one in errors(app))
    assert told.keys() == IN_CHINESE.keys()
    for name, (_, words) in IN_CHINESE.items():
        assert words in told[name]
        assert "expected" not in told[name]


def test_the_shipped_bulletin_is_not_replaced(holding):
    app = upload(holding, {"shipped.zip": shipped()})
    [told] = errors(app)
    assert "shipped.zip" in told
    assert "not replaced" in told
    assert list(drafts(app)) == ["notice"]


def with_figures(number: int, apart: int) -> bytes:
    """A package of so many figures, each so far from the next."""
    first = next(one for one in MADE.proposals if one.value == 320)
    length = len(first.mention)
    figures = [
        replace(
            first,
            bulletin_id="many",
            figure_id=f"n-{place}",
            paragraph=1,
            start=place * apart,
            end=place * apart + length,
        )
        for place in range(number)
    ]
    line = ("many", 1, 0, 10**6, *MADE.lines[0][4:])
    many = replace(
        MADE,
        row=MADE.row | {"bulletin_id": "many"},
        lines=(line,),
        text=None,
        excused=(),
        proposals=tuple(figures),
    )
    return package(many)


def test_ten_thousand_figures_come_and_one_more_does_not(holding):
    app = upload(holding, {"many.zip": with_figures(MOST_FIGURES + 1, 20)})
    [told] = errors(app)
    assert "at most 10,000 figures" in told
    assert list(drafts(app)) == ["notice"]
    app = upload(app, {"many.zip": with_figures(MOST_FIGURES, 20)})
    assert errors(app) == []
    assert progress(drafts(app)["many"]).every == MOST_FIGURES


def test_thousands_of_figures_in_one_place_are_told_and_what_was_held_stays(holding):
    app = upload(holding, {"many.zip": with_figures(MOST_FIGURES, 0)})
    [told] = errors(app)
    assert told.startswith("many.zip: figures.csv")
    assert list(drafts(app)) == ["notice"]


def test_a_session_holds_so_many_bulletins_and_no_more(monkeypatch):
    monkeypatch.setattr(brought, "MOST", 2)
    app = back(paste(back(paste(come(), SHORT)), SHORT))
    app = paste(app, NOTICE)
    [told] = errors(app)
    assert "2 bulletins are the most" in told
    assert len(drafts(app)) == 2
    [first, _] = drafts(app)
    app = press(app, keys.on_shelf("remove", first))
    assert len(drafts(paste(app, NOTICE))) == 2


@pytest.mark.parametrize("limit", ["MOST_CHARACTERS", "MOST_FIGURES"])
def test_more_than_a_session_can_hold_is_refused_until_something_is_removed(monkeypatch, limit):
    room = {"MOST_CHARACTERS": len(NOTICE) + 5, "MOST_FIGURES": len(MADE.proposals) + 1}
    monkeypatch.setattr(brought, limit, room[limit])
    app = back(paste(come("zh"), NOTICE))
    app = paste(app, SHORT)
    [told] = errors(app)
    assert told.startswith("粘贴的正文")
    assert "超出一次会话的容量" in told
    [key] = drafts(app)
    app = paste(press(app, keys.on_shelf("remove", key)), SHORT)
    assert errors(app) == []
    assert len(drafts(app)) == 1
