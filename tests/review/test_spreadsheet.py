"""Review by spreadsheet: what is changed in the workbook becomes decisions, nothing else does."""

import io
import zipfile

import openpyxl
import pytest

from tests.review.test_deciding import key
from tests.review.texts import NOTICE, SHORT
from xi_data.__main__ import main
from xi_data.opening.opened import CannotOpenError
from xi_data.record.errors import DataError
from xi_data.review.deciding import accept, change, figure, figures, reject
from xi_data.review.draft import draft_of
from xi_data.review.promote import promote
from xi_data.review.sheet_decisions import decided_in
from xi_data.review.spreadsheet import COLUMNS, workbook_bytes
from xi_data.review.taking_up import taken_up

MADE = [draft_of(NOTICE, "notice.txt"), draft_of(SHORT, "short.txt")]


def edited(content: bytes, *cells: tuple[str, str, object]) -> bytes:
    """The workbook with other values: figure, column, value."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    sheet = workbook["figures"]
    rows = {row[1].value: row for row in sheet.iter_rows(min_row=2)}
    for figure_id, column, value in cells:
        rows[figure_id][COLUMNS.index(column)].value = value
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def test_a_row_is_a_figure_with_its_sentence_and_its_doubts():
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes(MADE)))["figures"]
    header, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert header == list(COLUMNS)
    assert len(rows) == sum(len(draft.proposals) for draft in MADE)
    [vague] = [dict(zip(header, row, strict=True)) for row in rows if "数十名" in row]
    assert (vague["sentence"][:4], vague["decision"]) == ("储备口罩", None)
    assert "vague" in vague["doubts"]
    [without] = taken_up(promote(MADE[0]))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes([without])))["figures"]
    assert {row[COLUMNS.index("sentence")].value for row in sheet.iter_rows(min_row=2)} == {None}


def test_what_a_vocabulary_has_drops_down():
    workbook = openpyxl.load_workbook(io.BytesIO(workbook_bytes(MADE)))
    rules = workbook["figures"].data_validations.dataValidation
    offered = {str(rule.sqref).split(":")[0].rstrip("2"): rule.formula1 for rule in rules}
    assert len(offered) == 9
    lists = workbook["lists"]
    units = [cell.value for cell in next(c for c in lists.iter_cols() if c[0].value == "unit")]
    assert {"person", "kg", "household"} <= set(units)


def test_what_looks_like_a_formula_is_text():
    draft = change(MADE[0], MADE[0].proposals[1].figure_id, {"label_en": '=HYPERLINK("x")'})
    with zipfile.ZipFile(io.BytesIO(workbook_bytes([draft]))) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    assert decided_in(workbook_bytes([draft]), "f.xlsx", [draft]) == ([draft], [])


def test_nothing_changed_is_nothing_decided():
    decided = [accept(MADE[0], *[one.figure_id for one in MADE[0].proposals[:4]]), MADE[1]]
    decided[0] = reject(decided[0], MADE[0].proposals[5].figure_id, "bare")
    assert decided_in(workbook_bytes(decided), "f.xlsx", decided) == (decided, [])


def test_what_differs_becomes_decisions():
    masks, people, day, roads = (key(MADE[0], one) for one in ("1.5万只", "320人", "5月", "24处"))
    apples = key(MADE[1], "30箱")
    content = edited(
        workbook_bytes(MADE),
        (masks, "value", 16000),
        (masks, "decision", "accept"),
        (people, "decision", "accept"),
        (day, "date", "2020-06"),
        (roads, "decision", "reject"),
        (roads, "reason", "twice in the text"),
        (apples, "status", "donated"),
    )
    (first, second), wrong = decided_in(content, "f.xlsx", MADE)
    assert wrong == []
    assert [(one.decision, one.figure_id) for one in first.decisions] == [
        *[("change", masks), ("change", day), ("reject", roads)],
        ("accept", f"{people} {masks}"),
    ]
    assert figure(first, masks).figure.value_high == 16000
    assert figure(first, day).figure.date_partial == "2020-06"
    assert figure(first, roads).reason == "twice in the text"
    assert figure(second, apples).figure.status == "donated"
    again = edited(workbook_bytes([first]), (roads, "decision", None), (people, "decision", None))
    [reopened], wrong = decided_in(again, "f.xlsx", [first])
    assert wrong == []
    assert {figure(reopened, one).verdict for one in (roads, people)} == {"open"}


def test_every_wrong_cell_is_named_with_its_place():
    masks, people, day = (key(MADE[0], one) for one in ("1.5万只", "320人", "5月"))
    content = edited(
        workbook_bytes(MADE),
        (masks, "unit", "masks"),
        (people, "value", "=1+1"),
        (day, "decision", "yes"),
    )
    _, wrong = decided_in(content, "f.xlsx", MADE)
    rows = {one.figure.figure_id: row for row, one in enumerate(figures(MADE[0]), start=2)}
    assert sorted((one.line, one.column, one.value) for one in wrong) == sorted(
        [
            (rows[masks], "unit", "masks"),
            (rows[people], "value", "=1+1"),
            (rows[day], "decision", "yes"),
        ]
    )
    told = next(str(one) for one in wrong if one.column == "unit")
    assert told.startswith(f"f.xlsx, sheet figures, row {rows[masks]}, column unit: 'masks': ")
    assert "expected a key of vocabularies/units.csv, such as" in told


def test_a_workbook_of_another_state_is_refused():
    content = workbook_bytes(MADE)
    now = [accept(MADE[0], MADE[0].proposals[0].figure_id), MADE[1]]
    with pytest.raises(DataError, match="the package as it was exported: export it again"):
        decided_in(content, "f.xlsx", now)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no zip", "is a .xlsx that is broken"),
        (b"PK\x03\x04 broken", "is a .xlsx that is broken"),
    ],
)
def test_what_is_no_workbook_is_said(content, message):
    with pytest.raises(CannotOpenError, match=message):
        decided_in(content, "f.xlsx", MADE)


def test_another_workbook_is_no_review():
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    with pytest.raises(DataError, match="a workbook of review export"):
        decided_in(file.getvalue(), "f.xlsx", MADE)


def test_the_commands_take_a_package_there_and_back(tmp_path, capsys):
    package, sheet, new = (tmp_path / name for name in ("a.zip", "a.xlsx", "b.zip"))
    package.write_bytes(promote(*MADE, with_text=True))
    assert main(["review", "export", str(package), "--output", str(sheet)]) == 0
    masks = key(MADE[0], "1.5万只")
    whole = sheet.read_bytes()
    sheet.write_bytes(edited(whole, (masks, "unit", "masks")))
    asked = ["review", "import", str(sheet), str(package), "--output", str(new)]
    assert main(asked) == 1
    assert "column unit: 'masks'" in capsys.readouterr().err
    assert not new.exists()
    sheet.write_bytes(edited(whole, (masks, "decision", "accept")))
    assert main(asked) == 0
    assert "1 decisions" in capsys.readouterr().err
    assert figure(taken_up(new)[0], masks).verdict == "accepted"
    assert taken_up(new)[0].text == NOTICE
