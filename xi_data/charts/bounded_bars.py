"""Bars by unit, with what the words bound: one panel a unit, each from a zero of its own.

    bounded_bars(rows, t, theme, selected, panel, hatched="", outlined="")
    bounded_bars_alt(rows, t, panel)

rows: figures as any query of store gives them, in drawing order, the rows of a panel together.
Nothing is added up: a panel's heading says how many figures it holds. A bar ends where its words
do: closed for an exact number, a fade and an arrow beyond it for `over` and `at_least`, a fade up
to it and an arrow back for `nearly`, `under` and `at_most`, a frayed end for `about`.
"""

import altair as alt
import pandas as pd

from xi_data.charts import marks
from xi_data.charts.bounded_layout import AIR, LABELS, laid_out, number_of
from xi_data.charts.marks import BEFORE, FADE, KEY, OUTLINE, SAMPLE
from xi_data.charts.text_size import LINE, SIZE, SMALL, text_width
from xi_data.charts.theme import Theme, either, finished, pixels_either
from xi_data.each_row import each_row
from xi_data.locale import Translator

_SAMPLES = {"low": (9, 16, 18), "high": (12, 22, 14), "about": (11, 22, 0)}
"""Pixels of a small bar with such an end: filled up to, faded up to, tip of an arrow."""


def bounded_bars(
    rows: pd.DataFrame,
    t: Translator,
    theme: Theme,
    selected: str,
    panel: str,
    hatched: str = "",
    outlined: str = "",
) -> alt.LayerChart:
    """Horizontal bars in panels; a click anywhere in a row picks its figure_id (selection `pick`).

    rows: see above; besides the columns of figures they may have hatched and outlined (boolean):
    bars of another nature, explained in the key by the arguments of the same names. panel: the
    column that names the panels; two units with one name have a panel each.
    """
    headings, bars, ends = laid_out(rows, t, selected, panel)
    across = alt.Scale(domain=[0, 1], nice=False, rangeMin=either(0, LABELS))
    values = max(text_width(one) for one in bars["number"]) + BEFORE + 4
    values += FADE if bars["bound"].isin(["low", "about"]).any() else 0
    across.rangeMax = alt.ExprRef(f"width - {values:.0f}")
    keys = _key(bars, t, theme, hatched, outlined)
    narrow, height = (foot + KEY * len(keys) for foot in ends[-1])
    x = alt.X("share:Q", axis=None, scale=across)
    y, top = pixels_either("y", ends), pixels_either("top", ends)
    whole = dict(y=top, y2=alt.Y2("bottom:Q"))
    inside = marks.across_all(-2, -2)
    bar = dict(yOffset=either(-7, -10), y2Offset=either(7, 10))
    hatched_bars = bars.assign(value=bars["share"])[bars["hatched"]]
    body, valued = alt.Chart(bars), bars[bars["value"].notna()]
    layers = [
        *marks.ruled_headings(headings, y, theme),
        marks.selected_row(body, inside, theme, **whole),
        names(body, y),
        body.mark_rule(
            x=either(0, LABELS),
            color=theme.line,
            yOffset=either(-9, -14),
            y2Offset=either(9, 14),
            aria=False,
        ).encode(y=y, y2=alt.Y2("y:Q")),
        *_bars(alt.Chart(valued), x, y, bar, values, theme, bars["colour"].iloc[0]),
        *marks.hatching(hatched_bars, 1.0, across, y, bar, theme),
        body.mark_text(
            align="left",
            xOffset=alt.ExprRef(f"datum.beyond + {BEFORE}"),
            fontWeight="bold",
            aria=False,
        ).encode(x=x, y=y, text=alt.Text("number:N")),
        marks.target(body, inside, **whole),
        *(layer for line in keys for layer in line),
    ]
    return finished(layers, height, theme, narrow)


def bounded_bars_alt(rows: pd.DataFrame, t: Translator, panel: str) -> str:
    """What the chart shows, in words: every bar with its number and unit, panel by panel."""
    panels = [
        t.pair(
            name,
            t.chain(
                marks.bar_in_words(
                    t,
                    number_of(row, t),
                    hatched=getattr(row, "hatched", False),
                    dashed=getattr(row, "outlined", False),
                )
                for row in each_row(members)
            ),
        )
        for name, members in rows.groupby(panel, sort=False)
    ]
    return t(
        "Bar chart, each unit on its own scale, nothing added up. {panels}.",
        panels=t.full_stops(panels),
    )


def names(body: alt.Chart, y: alt.Y) -> alt.Chart:
    """Names left of their bars on a desk, above them on a phone, in as many lines as they need."""
    return (
        body.transform_calculate(words=either("datum.narrow", "datum.wide").expr)
        .mark_text(
            x=either(4, LABELS - AIR),
            align=either("'left'", "'right'"),
            dy=either("-18 - datum.above", "-datum.up"),
            lineBreak="\n",
            lineHeight=LINE,
            fontSize=either(SMALL, SIZE),
            fontWeight=alt.ExprRef("datum.selected ? 'bold' : 'normal'"),
            aria=False,
        )
        .encode(y=y, text=alt.Text("words:N"))
    )


def _bars(body, x, y, bar, values, theme, family) -> list[alt.Chart]:
    """Filled up to where the words are certain, faded where they leave the end open."""
    colour = theme.families[family]
    length = f"datum.share * (width - {values:.0f} - ({either(0, LABELS).expr}))"
    back = {"high": FADE, "about": FADE / 2}
    filled = " : ".join(
        f"datum.bound == '{one}' ? -min({px}, {length})" for one, px in back.items()
    )
    closed, outlined = "!datum.outlined", "datum.outlined"
    place = dict(y=y, y2=alt.Y2("y:Q"))
    full = dict(**bar, strokeWidth=1, stroke=colour, aria=False)

    def faded(bound: str, start: str, end: str) -> alt.Chart:
        return (
            body.transform_filter(f"datum.bound == '{bound}'")
            .mark_rect(
                **bar,
                color=marks.fading(colour),
                xOffset=alt.ExprRef(start),
                x2Offset=alt.ExprRef(end),
                aria=False,
            )
            .encode(x=x, x2=alt.X2("share:Q"), **place)
        )

    def arrow(bound: str, side: str, shift: float) -> alt.Chart:
        ends = body.transform_filter(f"datum.bound == '{bound}'")
        return marks.arrowhead(ends, side, colour, 80, xOffset=shift).encode(x=x, y=y)

    return [
        body.transform_filter(closed)
        .mark_rect(**full, fill=colour, x2Offset=0, xOffset=alt.ExprRef(f"{filled} : 0"))
        .encode(x=x, x2=alt.X2Datum(0), **place),
        body.transform_filter(outlined)
        .mark_rect(**{**full, **OUTLINE}, fill=theme.ground)
        .encode(x=x, x2=alt.X2Datum(0), **place),
        faded("low", "0", f"{FADE - 8}"),
        arrow("low", "right", FADE - 5),
        faded("high", f"-min({FADE}, {length})", "0"),
        arrow("high", "left", -6),
        faded("about", f"-min({FADE / 2}, {length})", f"{FADE / 2}"),
    ]


def _key(bars, t, theme, hatched, outlined) -> list[list[alt.Chart]]:
    """Lines of layers: what open ends, outlines and hatching mean, where there are such bars."""
    colour = theme.families[bars["colour"].iloc[0]]
    said = {
        "low": t("arrow: no upper limit given"),
        "high": t("arrow to the left: no lower limit given"),
        "about": t("faded end: neither limit given"),
    }
    samples = [(one, words) for one, words in said.items() if one in set(bars["bound"])]
    if bars["outlined"].any():
        samples.append(("outlined", outlined))
    last = bool(bars["hatched"].any())
    lines = [_key_line(last + n, *line, theme, colour) for n, line in enumerate(reversed(samples))]
    return [*lines, marks.hatching_key(hatched, theme, colour)] if last else lines


def _key_line(below: int, bound: str, meaning: str, theme: Theme, colour: str) -> list[alt.Chart]:
    """A small bar that ends so, and what that means; below: lines of the key below this one."""
    one = alt.Chart(marks.key_lines(meaning))
    middle = marks.key_middle(below)
    tall = dict(y=marks.key_middle(below, -6), y2=marks.key_middle(below, 6), aria=False)
    if bound == "outlined":
        sample = [
            one.mark_rect(x=1, x2=SAMPLE, **OUTLINE, fill=theme.ground, stroke=colour, **tall)
        ]
    else:
        fill, fade, tip = _SAMPLES[bound]
        sample = [
            one.mark_rect(x=0, x2=fill, color=colour, **tall),
            one.mark_rect(x=fill, x2=fade, color=marks.fading(colour), **tall),
        ]
        if tip:
            side = "right" if bound == "low" else "left"
            sample.append(marks.arrowhead(one, side, colour, 80, x=tip, y=middle))
    return [*sample, marks.key_words(one, middle, theme)]
