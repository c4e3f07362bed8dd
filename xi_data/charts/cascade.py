"""Screening cascades: the screened above, and below them the stages that make them up."""

import altair as alt
import pandas as pd

from xi_data.charts.theme import NARROW, Theme, finished, pixels
from xi_data.locale import Translator

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

    rows: figure_id, value, whole (the screened), share (0 to 1), status, status_label, origin,
    origin_label, category_label, inset. An inset is a dashed box inside the released, never a bar.
    shares: every group fills the width, in parts of its own screened. A click in a segment picks
    its figure_id (selection `pick`).
    """
    headings, segments, height = _laid_out(rows, t, theme, selected, shares)
    end = float(segments["to"].max())
    ticks = _ticks(1.0 if shares else end, t, shares)
    across = alt.Scale(domain=[0, 1.0 if shares else end], nice=False, rangeMin=_EDGE)
    across.rangeMax = alt.ExprRef(f"width - {_EDGE}")
    x = alt.X("from:Q", axis=None, scale=across)
    x_tick = alt.X("value:Q", axis=None, scale=across)
    x_label = alt.X("label_at:Q", axis=None, scale=across)
    y, y2 = pixels("top", height + _AXIS), "bottom:Q"
    heading, body, tick = alt.Chart(headings), alt.Chart(segments), alt.Chart(ticks)
    bars, insets = body.transform_filter("!datum.inset"), body.transform_filter("datum.inset")
    words = alt.Text("words:N")
    layers = [
        tick.mark_rule(y=0, y2=height, color=theme.line, aria=False).encode(x=x_tick),
        tick.mark_text(
            y=height + 12,
            align=alt.ExprRef("datum.align"),
            fontSize=12,
            color=theme.muted,
            opacity=alt.ExprRef(f"{NARROW} && datum.odd ? 0 : 1"),
            aria=False,
        ).encode(x=x_tick, text="label:N"),
        heading.mark_text(
            x=_EDGE, align="left", fontWeight="bold", fontSize=15, aria=False
        ).encode(y=y, text="label:N"),
        heading.mark_text(
            x=alt.ExprRef(f"width - {_EDGE}"),
            align="right",
            fontSize=13,
            color=theme.muted,
            aria=False,
        ).encode(y=y, text="denominator:N"),
        bars.mark_rect(
            xOffset=alt.ExprRef("datum.from > 0 ? 1 : 0"),
            x2Offset=alt.ExprRef("datum.followed ? -1 : 0"),
            aria=False,
        ).encode(x=x, x2="to:Q", y=y, y2=y2, color=alt.Color("colour:N", scale=None)),
        bars.transform_filter("datum.below")
        .mark_rule(y2Offset=7, strokeWidth=2, aria=False)
        .encode(
            x=alt.X("middle:Q", axis=None, scale=across),
            y=pixels("bottom", height + _AXIS),
            y2=y2,
            color=alt.Color("colour:N", scale=None),
        ),
        insets.mark_rect(
            fill=theme.on_mark,
            fillOpacity=0.22,
            stroke=theme.on_mark,
            strokeWidth=1.75,
            strokeDash=[4, 3],
            aria=False,
        ).encode(x=x, x2="to:Q", y=y, y2=y2),
        body.transform_filter("datum.selected")
        .mark_rect(fillOpacity=0, stroke=theme.text, strokeWidth=3, cornerRadius=2, aria=False)
        .encode(x=x, x2="to:Q", y=y, y2=y2),
        body.transform_calculate(words=f"{NARROW} ? datum.short : datum.long")
        .mark_text(
            align=alt.ExprRef("datum.align"),
            xOffset=alt.ExprRef("datum.label_dx"),
            fontWeight=alt.ExprRef("datum.selected ? 700 : 600"),
            fontSize=alt.ExprRef(f"{NARROW} ? 13 : 14"),
            aria=False,
        )
        .encode(
            x=x_label,
            y=pixels("label_y", height + _AXIS),
            text=words,
            color=alt.Color("label_colour:N", scale=None),
        ),
        _targets(body, x, y, y2, float(across.domain[1])),
    ]
    return finished(layers, height + _AXIS, theme)


def cascade_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the chart shows, in words: every number with its stage and its denominator."""
    groups = [
        f"{origin}: " + "; ".join(_said(row, t) for row in members.itertuples())
        for origin, members in rows.groupby("origin_label", sort=False)
    ]
    return t("Returnees by origin and stage. {groups}.", groups=". ".join(groups))


def _said(row, t: Translator) -> str:
    if row.inset:
        return t(
            "{number} with {category}, all {status}, inside the group and never added",
            number=t.number(row.value),
            category=row.category_label,
            status=row.status_label,
        )
    return _counted(row, t) if row.value == row.whole else _of_whole(row, t, shares=False)


def _counted(row, t: Translator) -> str:
    return t("{number} {status}", number=t.number(row.value), status=row.status_label)


def _of_whole(row, t: Translator, shares: bool) -> str:
    """The count and its share, the leading one first, with the denominator named."""
    said = dict(
        number=t.number(row.value),
        percent=t.percent(row.share),
        whole=t.number(row.whole),
        status=row.status_label,
    )
    if shares:
        return t("{percent} {status} · {number} of the {whole} screened", **said)
    return t("{number} {status} · {percent} of the {whole} screened", **said)


def _labels(row, t: Translator, shares: bool) -> tuple[str, str]:
    """What stands at a segment: on a phone, on a desk."""
    if row.inset:
        words = t(
            "{number} with {category}, all {status}",
            number=t.percent(row.share) if shares else t.number(row.value),
            category=row.category_label,
            status=row.status_label,
        )
        return words, words
    if row.value == row.whole:
        counted = _counted(row, t)
        words = f"{counted} = {t.percent(1, 0)}" if shares else counted
        return words, words
    short = _counted(row, t)
    if shares:
        short = t("{number} {status}", number=t.percent(row.share), status=row.status_label)
    return short, _of_whole(row, t, shares)


def _laid_out(rows, t, theme, selected, shares) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """Headings and segments in pixels from the top, and the height of it all."""
    headings, segments, y = [], [], 0
    drawn = rows["share"] if shares else rows["value"]
    for origin, members in rows.assign(drawn=drawn).groupby("origin_label", sort=False):
        stages = members[~members["inset"]]
        wholes, parts = (
            stages[stages["value"] == stages["whole"]],
            stages[stages["value"] < stages["whole"]],
        )
        denominator = t("of the {whole} screened", whole=t.number(members["whole"].iloc[0]))
        headings.append(
            {
                "top": y + 11,
                "label": origin,
                "denominator": "" if len(wholes) else denominator,
            }
        )
        y += HEADING + (ABOVE if members["inset"].any() else 0)
        first = y
        inset_end = float(members.loc[members["inset"], "drawn"].sum())
        for stacked in (wholes, parts):
            if stacked.empty:
                continue
            if y > first:
                y += SEAM
            at = 0.0
            for row in stacked.itertuples():
                segments.append(
                    _segment(row, t, theme, selected, shares, at, y, y + BAR, inset_end)
                )
                at += row.drawn
                segments[-1]["followed"] = row.Index != stacked.index[-1]
            y += BAR
        for row in members[members["inset"]].itertuples():
            top, bottom = first + _INSET, y - _INSET
            segments.append(_segment(row, t, theme, selected, shares, 0.0, top, bottom, 0.0))
        if (stages["status"] == "under_observation").any():
            y += BELOW
        y += GAP
    placed = pd.DataFrame(segments)
    # A name below its segment ends where the segment ends, unless it would leave the chart.
    late = placed["to"] > (1.0 if shares else placed["to"].max()) / 2
    below = placed["below"]
    placed["label_at"] = placed["label_at"].where(~below | ~late, placed["to"])
    placed["align"] = placed["align"].where(~below | ~late, "right")
    return pd.DataFrame(headings), placed, y


def _segment(row, t, theme, selected, shares, start, top, bottom, inset_end) -> dict[str, object]:
    """One bar, part of a bar or inset: where it is, its colours, and where its name stands."""
    short, long = _labels(row, t, shares)
    below = row.status == "under_observation" and not row.inset
    inside = not below and not row.inset
    colours = {"screened": theme.whole, "released": theme.done, "under_observation": theme.pending}
    return {
        "figure_id": row.figure_id,
        "value": row.value,
        "inset": bool(row.inset),
        "selected": row.figure_id == selected,
        "from": start,
        "to": start + row.drawn,
        "middle": start + row.drawn / 2,
        "top": float(top),
        "bottom": float(bottom),
        "colour": colours[row.status],
        "below": below,
        "followed": False,
        "short": short,
        "long": long,
        "label_at": inset_end if inside else start,
        "label_dx": 9 if inside else 0,
        "label_y": bottom + 16 if below else top - 14 if row.inset else (top + bottom) / 2,
        "label_colour": theme.on_mark if inside else theme.text,
        "align": "left",
        "description": f"{row.origin_label}: {_said(row, t)}",
    }


def _ticks(end: float, t: Translator, shares: bool) -> pd.DataFrame:
    """Round numbers from zero to the end of the scale, every other one left out on a phone."""
    step = 0.25
    if not shares:
        magnitude = 10 ** (len(str(int(end))) - 2)
        steps = (factor * magnitude for factor in (1, 2, 5, 10, 20, 50))
        step = next(step for step in steps if end / step < _TICKS)
    values = [step * index for index in range(int(end / step) + 1)]
    return pd.DataFrame(
        {
            "value": value,
            "label": t.percent(value, 0) if shares else t.number(value),
            "odd": index % 2 == 1,
            "align": "left" if index == 0 else "right" if value > 0.97 * end else "center",
        }
        for index, value in enumerate(values)
    )


def _targets(body, x, y, y2, end: float) -> alt.Chart:
    """What a click or a finger hits: each segment, widened to _TARGET pixels, narrow ones on top.

    A segment that follows another widens to its left, so that none leaves the plot.
    """
    missing = f"max(0, {_TARGET} - (datum.to - datum.from) / {end} * (width - {2 * _EDGE}))"
    return (
        body.transform_calculate(span="datum.to - datum.from")
        .mark_rect(
            opacity=0,
            cursor="pointer",
            xOffset=alt.ExprRef(f"datum.from > 0 ? -{missing} : 0"),
            x2Offset=alt.ExprRef(f"datum.from > 0 ? 0 : {missing}"),
        )
        .encode(
            x=x,
            x2="to:Q",
            y=y,
            y2=y2,
            order=alt.Order("span:Q", sort="descending"),
            description="description:N",
            tooltip=alt.Tooltip("description:N", title=" "),
        )
        .add_params(alt.selection_point("pick", fields=["figure_id"]))
    )
