"""Screening cascades: the screened above, and below them the stages that make them up."""

import altair as alt
import pandas as pd

from xi_data.charts import marks
from xi_data.charts.theme import NARROW, Theme, finished, pixels
from xi_data.each_row import each_row
from xi_data.locale import Translator
from xi_data.wording import SUM_SIGN, before_noun, hedged

HEADING, ABOVE, BAR, SEAM, BELOW, GAP = 30, 22, 40, 6, 28, 14
"""Pixels: group heading, name of the inset, a bar, air between bars, name below a bar, air."""

_AXIS = 22  # pixels below the last group for the numbers of the axis
_EDGE = 3  # pixels left and right of the plot, for the outline of a selected mark
_TARGET = 24  # pixels: least width of what a finger has to hit
_INSET = 4  # pixels between the inset and the edges of the bars that it lies in
_TICKS = 6  # at most


def cascade(
    rows: pd.DataFrame, t: Translator, theme: Theme, selected: str, shares: bool = False
) -> alt.LayerChart:
    """For each origin the screened, and below them released and still observed end to end.

    rows: figure_id, whole_id, value, whole (the screened), share (0 to 1), status, status_label,
    origin_label, category_label, inset. An inset is a dashed box inside the released, never a bar.
    shares: every group fills the width, in parts of its own screened. A click in a segment picks
    its figure_id (selection `pick`).
    """
    headings, placed, height = _placed(rows, t, shares)
    end = 1.0 if shares else marks.largest(placed["right"])
    body = alt.Chart(_dressed(placed, t, theme, selected, shares, end))
    bars, insets = body.transform_filter("!datum.inset"), body.transform_filter("datum.inset")
    ticks = _ticks(end, t, shares)
    heading, tick = alt.Chart(headings), alt.Chart(ticks)
    grid = alt.Chart(ticks.merge(headings[["bars_top", "bars_bottom"]], how="cross"))
    across = alt.Scale(domain=[0, end], nice=False, rangeMin=_EDGE)
    across.rangeMax = alt.ExprRef(f"width - {_EDGE}")

    def x(field: str) -> alt.X:
        return alt.X(field, type="quantitative", axis=None, scale=across)

    def y(field: str) -> alt.Y:
        return pixels(field, height + _AXIS)

    def colour(field: str) -> alt.Color:
        return alt.Color(field, type="nominal", scale=None)

    box = dict(x=x("left"), x2=alt.X2("right:Q"), y=y("top"), y2=alt.Y2("bottom:Q"))
    layers = [
        grid.mark_rule(color=theme.line, aria=False).encode(
            x=x("value"), y=y("bars_top"), y2=alt.Y2("bars_bottom:Q")
        ),
        tick.mark_rule(y=height - 5, y2=height, color=theme.muted, aria=False).encode(x=x("value")),
        tick.mark_text(
            y=height + 12,
            align=alt.ExprRef("datum.align"),
            fontSize=12,
            color=theme.muted,
            opacity=alt.ExprRef(f"{NARROW} && datum.odd ? 0 : 1"),
            aria=False,
        ).encode(x=x("value"), text=alt.Text("label:N")),
        heading.mark_text(x=_EDGE, align="left", fontWeight="bold", fontSize=15, aria=False).encode(
            y=y("top"), text=alt.Text("label:N")
        ),
        marks.summaries(heading, y("top"), theme, "denominator", _EDGE),
        bars.mark_rect(
            xOffset=alt.ExprRef("datum.left > 0 ? 1 : 0"),
            x2Offset=alt.ExprRef("datum.followed ? -1 : 0"),
            aria=False,
        ).encode(**box, color=colour("colour")),
        bars.transform_filter("datum.below")
        .mark_rule(y2Offset=7, strokeWidth=2, aria=False)
        .encode(x=x("middle"), y=y("bottom"), y2=alt.Y2("bottom:Q"), color=colour("colour")),
        insets.mark_rect(
            fill=theme.on_mark,
            fillOpacity=0.22,
            stroke=theme.on_mark,
            **marks.OUTLINE,
            aria=False,
        ).encode(**box),
        body.transform_filter("datum.selected")
        .mark_rect(fillOpacity=0, stroke=theme.text, strokeWidth=3, cornerRadius=2, aria=False)
        .encode(**box),
        body.transform_calculate(words=f"{NARROW} ? datum.short : datum.long")
        .mark_text(
            align=alt.ExprRef("datum.align"),
            xOffset=alt.ExprRef("datum.label_dx"),
            fontWeight=alt.ExprRef("datum.selected ? 700 : 600"),
            fontSize=alt.ExprRef(f"{NARROW} ? 13 : 14"),
            aria=False,
        )
        .encode(
            x=x("label_x"), y=y("label_y"), text=alt.Text("words:N"), color=colour("label_colour")
        ),
        _targets(body, box),
    ]
    return finished(layers, height + _AXIS, theme)


def cascade_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the chart shows, in words: every number with its stage and its denominator."""
    groups = [
        t.pair(origin, t.chain(_segment_label(row, t) for row in each_row(members)))
        for origin, members in rows.groupby("origin_label", sort=False)
    ]
    return t("Returnees by origin and status. {groups}.", groups=t.full_stops(groups))


def _placed(rows, t, shares) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """Headings; the rows with left and right on the scale, top and bottom in pixels; the height."""
    headings, placed, y = [], [], 0
    rows = rows.assign(drawn=rows["share" if shares else "value"].fillna(0.0))
    for origin, members in rows.groupby("origin_label", sort=False):
        is_whole = members["figure_id"] == members["whole_id"]
        whole, denominator = members["whole"].iloc[0], ""
        if not is_whole.any() and pd.notna(whole):
            denominator = t("of the {whole} screened", whole=t.number(whole))
        headings.append({"top": y + 11, "label": origin, "denominator": denominator})
        y += HEADING + ABOVE * members["inset"].any()
        first, inset_to = y, members.loc[members["inset"], "drawn"].sum()
        for bar in (members[is_whole], members[~is_whole & ~members["inset"]]):
            to = bar["drawn"].cumsum()
            place = dict(top=y, bottom=y + BAR, inset_to=inset_to)
            start = to - bar["drawn"]
            placed.append(bar.assign(left=start, right=to, followed=to < to.max(), **place))
            y += (BAR + SEAM) * (len(bar) > 0)
        y -= SEAM
        inset = members[members["inset"]]
        place = dict(top=first + _INSET, bottom=y - _INSET, inset_to=0.0, followed=False)
        placed.append(inset.assign(left=0.0, right=inset["drawn"], **place))
        headings[-1] |= {"bars_top": float(first), "bars_bottom": float(y)}
        y += GAP + BELOW * (members["status"] == "under_observation").any()
    return pd.DataFrame(headings), pd.concat(placed), int(y)


def _dressed(placed, t, theme, selected, shares, end) -> pd.DataFrame:
    """Colours, words and places of words for each segment; the widest first, so drawn lowest."""
    colours = {"screened": theme.whole, "released": theme.done, "under_observation": theme.pending}
    segments = []
    for row in each_row(placed):
        below = row.status == "under_observation"
        inside = not below and not row.inset
        # A name below its segment ends with it, unless it would begin left of the chart.
        flush = below and row.right > end / 2
        label_y = (row.top + row.bottom) / 2 if inside else row.top - 14
        segments.append(
            {
                "figure_id": row.figure_id,
                "value": row.value,
                "inset": bool(row.inset),
                "selected": row.figure_id == selected,
                "left": row.left,
                "right": row.right,
                "span": (row.right - row.left) / end,
                "middle": (row.left + row.right) / 2,
                "top": row.top,
                "bottom": row.bottom,
                "colour": colours.get(row.status, theme.whole),
                "below": below,
                "followed": bool(row.followed),
                "short": _segment_label(row, t, shares, short=True),
                "long": _segment_label(row, t, shares),
                "label_x": row.inset_to if inside else row.right if flush else row.left,
                "label_dx": 9 if inside else 0,
                "label_y": row.bottom + 16 if below else label_y,
                "label_colour": theme.on_mark if inside else theme.text,
                "align": "right" if flush else "left",
                "description": t.pair(row.origin_label, _segment_label(row, t)),
            }
        )
    return pd.DataFrame(segments).sort_values("span", ascending=False)


def _segment_label(row, t: Translator, shares: bool = False, short: bool = False) -> str:
    """A segment's number and stage, the denominator named; short: for a phone."""
    said = dict(number=hedged(t, row), status=row.status_label)
    if pd.isna(row.share):
        return t("{number} {status}", **said)
    percent = f"{SUM_SIGN} {t.percent(row.share)}"
    if row.inset:
        said["number"] = percent if shares else before_noun(t, row)
        return t("{number} with {category}, all {status}", category=row.category_label, **said)
    if row.figure_id == row.whole_id:
        counted = t("{number} {status}", **said)
        return f"{counted} = {t.percent(1, 0)}" if shares else counted
    if short:
        return t("{number} {status}", **(said | {"number": percent} if shares else said))
    said |= dict(percent=percent, whole=t.number(row.whole))
    if shares:
        return t("{percent} {status} · {number} of the {whole} screened", **said)
    return t("{number} {status} · {percent} of the {whole} screened", **said)


def _ticks(end: float, t: Translator, shares: bool) -> pd.DataFrame:
    """Round numbers from zero to the end of the scale, every other one left out on a phone."""
    step = 0.25
    if not shares:
        power = max(1, 10 ** (len(str(int(end))) - 2))
        step = next(power * one for one in (1, 2, 5, 10, 20, 50) if end < power * one * _TICKS)
    return pd.DataFrame(
        {
            "value": step * index,
            "label": t.percent(step * index, 0) if shares else t.number(step * index),
            "odd": index % 2 == 1,
            "align": "left" if index == 0 else "right" if step * index > 0.97 * end else "center",
        }
        for index in range(int(end / step) + 1)
    )


def _targets(body: alt.Chart, box: dict) -> alt.Chart:
    """What a finger hits: each segment, at least _TARGET pixels wide, the narrowest on top.

    A segment that follows another widens to its left, so that none leaves the plot.
    """
    missing = f"max(0, {_TARGET} - datum.span * (width - {2 * _EDGE}))"
    place = dict(
        xOffset=alt.ExprRef(f"datum.left > 0 ? -{missing} : 0"),
        x2Offset=alt.ExprRef(f"datum.left > 0 ? 0 : {missing}"),
    )
    return marks.target(body, place, **box)
