"""Small pictures of one figure: what its words bound, and where it stands in the article."""

import altair as alt
import pandas as pd

from xi_data.charts.theme import Theme, finished, pixels
from xi_data.locale import Translator

_GLYPH = 40  # pixels: height of the bounds glyph
_MIDDLE = 12  # pixels from the top to its line


def bounds_glyph(rows: pd.DataFrame, t: Translator, theme: Theme) -> alt.LayerChart:
    """One figure's bounds: a filled dot is exact, an open dot and an arrow leave that side open.

    rows: one row with value, value_low, value_high (missing where the words leave a side open)
    and colour, a named colour of the theme. Without a value a line that is open on both sides.
    """
    figure = rows.iloc[0]
    valued = pd.notna(figure["value"])
    colour = theme.families[figure["colour"]]
    open_below, open_above = pd.isna(figure["value_low"]), pd.isna(figure["value_high"])
    about = open_below and open_above
    left, right = (0.06 if open_below else 0.5), (0.94 if open_above else 0.5)
    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[0, 1]))
    y = pixels("y", _GLYPH)
    ends = {"y": _MIDDLE, "number": t.compact(figure["value"]) if valued else ""}
    base = alt.Chart(pd.DataFrame([{"at": 0.0, "to": 1.0, **ends}])).encode(x=x, y=y)
    said = alt.Chart(pd.DataFrame([{"at": left, "to": right, **ends}])).encode(x=x, y=y)
    dot = alt.Chart(pd.DataFrame([{"at": 0.5, **ends}])).encode(x=x, y=y)
    arrow = pd.DataFrame([{"at": right if open_above else left, **ends}])
    layers = [
        base.mark_rule(color=theme.line, aria=False).encode(x2="to:Q"),
        said.mark_rule(
            color=colour, strokeWidth=3, strokeDash=[3, 4] if about else [1, 0], aria=False
        ).encode(x2="to:Q"),
    ]
    if valued:
        fill = theme.ground if open_below or open_above else colour
        layers += [
            dot.mark_point(size=90, fill=fill, stroke=colour, strokeWidth=3, opacity=1, aria=False),
            dot.mark_text(dy=19, fontSize=12, fontWeight="bold", aria=False).encode(
                text="number:N"
            ),
        ]
    if open_below != open_above:
        layers.append(
            alt.Chart(arrow)
            .mark_point(
                shape="triangle-right" if open_above else "triangle-left",
                size=70,
                fill=colour,
                stroke=colour,
                opacity=1,
                aria=False,
            )
            .encode(x=x, y=y)
        )
    return finished(layers, _GLYPH, theme)


def place_strip(
    rows: pd.DataFrame, t: Translator, theme: Theme, start: int, colour: str
) -> alt.LayerChart:
    """The article as one line of sections, the figure's own darker, a needle where it stands.

    rows: paragraphs with start and end (code points) and section, "" or missing where the text has
    none: those share one part. start: the figure's first code
    point. colour: a named colour of the theme.
    """
    named = rows.fillna({"section": ""})
    sections = (
        named.groupby("section", sort=False).agg({"start": "min", "end": "max"}).reset_index()
    )
    sections["here"] = (sections["start"] <= start) & (start < sections["end"])
    end = int(sections["end"].max())
    x = alt.X("start:Q", axis=None, scale=alt.Scale(domain=[0, end], nice=False))
    layers = [
        alt.Chart(sections)
        .mark_rect(y=8, y2=14, stroke=theme.ground, strokeWidth=1.5, aria=False)
        .encode(
            x=x,
            x2="end:Q",
            color=alt.condition("datum.here", alt.value(theme.whole), alt.value(theme.line)),
        ),
        alt.Chart(pd.DataFrame([{"start": start}]))
        .mark_rule(y=1, y2=21, strokeWidth=3, color=theme.families[colour], aria=False)
        .encode(x=x),
    ]
    return finished(layers, 22, theme)
