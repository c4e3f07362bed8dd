"""Parts of the Organisation page: bars of a part, and sentences that lead to evidence."""

from functools import partial

from xi_data.charts.bounded_bars import bounded_bars, bounded_bars_alt
from xi_data.findings.organisation import Organisation
from xi_data.ui.state import address, keys
from xi_data.ui.state.page import Page
from xi_data.ui.view.chart import chart
from xi_data.ui.widgets.evidence_lines import evidence_lines
from xi_data.ui.widgets.headings import header
from xi_data.ui.widgets.markdown import marked, plain
from xi_data.views import Request


def bars(
    page: Page, request: Request, found: Organisation, heading: str, part: str, shown: str
) -> None:
    """Bars of one part, if it has any; nothing otherwise."""
    rows = found.barred[part]
    if rows.empty:
        return
    header(heading)
    chart(
        page,
        request,
        bounded_bars,
        rows,
        partial(bounded_bars_alt, rows, page.t, panel="panel"),
        key=part,
        title=heading,
        selected=shown,
        panel="panel",
        outlined=found.outlined,
    )


def sentences(found: Organisation, heading: str, part: str, shown: str) -> None:
    """A line for each figure of one part, if it has any: choosing one shows its evidence."""
    said = {one.figure_id: marked(one.text) for one in found.lines[part]}
    if not said or address.embedded():  # a frame has no card
        return
    header(heading)
    captions = [plain(one.note) for one in found.lines[part]]
    evidence_lines(heading, said, shown, keys.sentences(part), captions)
