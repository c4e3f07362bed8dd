"""Where the figures stand: the whole article as rows of paragraphs, or as one line."""

import altair as alt
import pandas as pd

from xi_data.charts import marks as shared
from xi_data.charts.theme import Theme, either, finished, pixels
from xi_data.each_row import each_row
from xi_data.locale import Translator

_ROW, _SECTION = 19, 9  # pixels: a paragraph, extra air before a section
_NUMBERS = 30  # pixels for the paragraph's number
_COUNTS = 30  # pixels right of the longest paragraph, for its number of figures
_LEAST = 6  # code points: a mark in a row is never narrower
_LEAST_IN_LINE = 18  # the same where the whole article is one line
_LINE = 34  # pixels: height of the one-line map


def article_map(
    rows: pd.DataFrame,
    t: Translator,
    theme: Theme,
    paragraphs: pd.DataFrame,
    matched: tuple[str, ...],
    selected: str,
) -> alt.LayerChart:
    """A row for each paragraph, as long as the paragraph; a mark where each figure is printed.

    rows: all figures (figure_id, start, end, paragraph, topic, colour, label). paragraphs: start,
    end, section, role, label, figures. matched: the figures in colour, the others grey. Dates and
    schedules are hollow. A click in a row picks its first figure, a click on a mark that figure.
    """
    tracks, height = _tracks(rows, paragraphs)
    marks = _marks(rows, theme, matched, selected, _LEAST).merge(
        tracks[["paragraph", "y", "from"]], on="paragraph"
    )
    marks["start"], marks["end"] = marks["start"] - marks["from"], marks["end"] - marks["from"]
    scale = alt.Scale(domain=[0, int(tracks["length"].max())], nice=False)
    scale.rangeMin, scale.rangeMax = either(142, 190), alt.ExprRef(f"width - {_COUNTS}")
    y = pixels("y", height)
    text = dict(aria=False, fontSize=either(11, 12.5))
    track = alt.Chart(tracks)
    name = dict(
        y=y,
        text=alt.Text("label:N"),
        color=alt.condition("datum.figures > 0", alt.value(theme.text), alt.value(theme.muted)),
    )
    layers = [
        track.transform_filter("datum.role == 'heading'")
        .mark_rule(x=0, x2=alt.ExprRef("width"), yOffset=-14, color=theme.line, aria=False)
        .encode(y=y),
        track.mark_text(
            x=_NUMBERS - 6, align="right", color=theme.muted, **text | {"fontSize": 10.5}
        ).encode(y=y, text=alt.Text("numbers:N")),
        track.transform_filter("datum.role == 'heading'")
        .mark_text(x=_NUMBERS, align="left", fontWeight="bold", **text)
        .encode(y=y, text=alt.Text("label:N")),
        track.transform_filter("datum.role != 'heading'")
        .mark_text(x=_NUMBERS, align="left", **text)
        .encode(**name),
        track.transform_filter("datum.figures > 0")
        .mark_text(x=alt.ExprRef("width"), align="right", color=theme.muted, **text)
        .encode(y=y, text=alt.Text("figures:Q")),
        track.transform_filter("datum.role != 'heading'")
        .mark_rect(yOffset=-6, y2Offset=6, color=theme.track, cornerRadius=2, aria=False)
        .encode(
            x=alt.X("zero:Q", axis=None, scale=scale),
            x2=alt.X2("length:Q"),
            y=y,
            y2=alt.Y2("y:Q"),
        ),
        track.transform_filter("datum.figures > 0")
        .mark_rect(
            x=0, x2=alt.ExprRef("width"), yOffset=-10, y2Offset=10, opacity=0, cursor="pointer"
        )
        .encode(y=y, y2=alt.Y2("y:Q"), tooltip=alt.Tooltip("label:N", title=" ")),
        alt.Chart(marks)
        .mark_rect(yOffset=-6, y2Offset=6, strokeWidth=either(0.5, 1), cursor="pointer")
        .encode(
            **_mark_channels(scale, y),
            tooltip=alt.Tooltip("label:N", title=" "),
            description=alt.Description("label:N"),
        )
        .add_params(shared.pick()),
        *_ring(marks, scale, y, theme, 9),
    ]
    return finished(layers, height, theme)


def article_line(
    rows: pd.DataFrame,
    t: Translator,
    theme: Theme,
    paragraphs: pd.DataFrame,
    matched: tuple[str, ...],
    selected: str,
) -> alt.LayerChart:
    """The whole article as one line, a needle for each figure, the sections named below it.

    Arguments as article_map's.
    """
    marks = _marks(rows, theme, matched, selected, _LEAST_IN_LINE).assign(y=10)
    length = int(paragraphs["end"].max())
    scale = alt.Scale(domain=[0, length], nice=False)
    y = pixels("y", _LINE)
    whole = pd.DataFrame([{"start": 0, "end": length, "y": 10}])
    heads = paragraphs[paragraphs["role"] == "heading"][["start", "label"]].assign(y=27)
    channels = dict(
        x=alt.X("start:Q", axis=None, scale=scale), x2=alt.X2("end:Q"), y=y, y2=alt.Y2("y:Q")
    )
    layers = [
        alt.Chart(whole)
        .mark_rect(yOffset=-8, y2Offset=8, color=theme.track, aria=False)
        .encode(**channels),
        alt.Chart(marks)
        .mark_rect(yOffset=-8, y2Offset=8, strokeWidth=0.5, cursor="pointer")
        .encode(
            **_mark_channels(scale, y),
            tooltip=alt.Tooltip("label:N", title=" "),
            description=alt.Description("label:N"),
        )
        .add_params(shared.pick()),
        alt.Chart(heads)
        .mark_text(
            align="left", dx=3, fontSize=11.5, color=theme.muted, aria=False, opacity=either(0, 1)
        )
        .encode(x=alt.X("start:Q", axis=None, scale=scale), y=y, text=alt.Text("label:N")),
        alt.Chart(heads)
        .mark_rule(yOffset=-6, y2Offset=4, color=theme.muted, aria=False)
        .encode(x=alt.X("start:Q", axis=None, scale=scale), y=y, y2=alt.Y2("y:Q")),
        *_ring(marks, scale, y, theme, 10),
    ]
    return finished(layers, _LINE, theme)


def article_alt(rows: pd.DataFrame, t: Translator, paragraphs: pd.DataFrame) -> str:
    """How many figures stand in each paragraph that has some."""
    dense = paragraphs[paragraphs["figures"] > 0]
    listed = t.chain(f"{row.label} {row.figures}" for row in each_row(dense))
    return t(
        "Map of the article: {figures} figures in {paragraphs} paragraphs. {listed}.",
        figures=len(rows),
        paragraphs=len(paragraphs),
        listed=listed,
    )


def article_key(t: Translator) -> str:
    """What a mark stands for, and which of them are hollow."""
    return t("A mark at the position of each figure; hollow marks are dates and schedules.")


def _tracks(rows: pd.DataFrame, paragraphs: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    first = rows.drop_duplicates("paragraph").set_index("paragraph")["figure_id"]
    tracks, y, section = [], 0, ""
    for row in each_row(_folded(paragraphs.fillna({"section": "", "label": ""}))):
        y += _ROW + (_SECTION if tracks and row.section != section else 0)
        section = row.section
        tracks.append(
            {
                "paragraph": row.paragraph,
                "numbers": row.numbers,
                "y": y - _ROW / 2,
                "zero": 0,
                "from": row.start,
                "length": row.end - row.start,
                "role": row.role,
                "label": row.label,
                "figures": row.figures,
                "figure_id": first.get(row.paragraph, ""),
            }
        )
    return pd.DataFrame(tracks), y


def _folded(paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Neighbours of one name without figures (captions, credits) in one row; numbers: theirs."""
    same = (paragraphs["label"] != "") & (paragraphs["figures"] == 0)
    for column in ("label", "section", "role", "figures"):
        same &= paragraphs[column] == paragraphs[column].shift()
    run = (~same).cumsum()
    folded = paragraphs.groupby(run, as_index=False).agg(
        {**dict.fromkeys(paragraphs.columns, "first"), "end": "last"}
    )
    last = paragraphs["paragraph"].groupby(run).last().tolist()
    folded["numbers"] = [
        str(one) if one == other else f"{one}–{other}"
        for one, other in zip(folded["paragraph"], last, strict=True)
    ]
    return folded


def _marks(
    rows: pd.DataFrame, theme: Theme, matched: tuple[str, ...], selected: str, least: int
) -> pd.DataFrame:
    marks = rows[["figure_id", "start", "end", "paragraph", "label"]].copy()
    marks["end"] = marks["end"].clip(lower=marks["start"] + least)
    inside = rows["figure_id"].isin(matched)
    hollow = rows["topic"].isin(["date", "schedule"])
    colour = rows["colour"].map(theme.families).where(inside, theme.line)
    marks["fill"] = colour.where(~hollow, theme.ground)
    marks["stroke"] = theme.ground
    marks["stroke"] = marks["stroke"].where(~hollow, colour)
    marks["selected"] = marks["figure_id"] == selected
    return marks.loc[inside.sort_values(kind="stable").index]  # the coloured ones on top


def _mark_channels(scale: alt.Scale, y: alt.Y) -> dict:
    return dict(
        x=alt.X("start:Q", axis=None, scale=scale),
        x2=alt.X2("end:Q"),
        y=y,
        y2=alt.Y2("y:Q"),
        fill=alt.Fill("fill:N", scale=None, legend=None),
        stroke=alt.Stroke("stroke:N", scale=None, legend=None),
    )


def _ring(marks: pd.DataFrame, scale, y, theme: Theme, reach: int) -> list[alt.Chart]:
    """A frame around the selected mark: a layer of its own, so a link shows it after a reload."""
    if not marks["selected"].any():
        return []
    return [
        alt.Chart(marks[marks["selected"]])
        .mark_rect(
            yOffset=-reach,
            y2Offset=reach,
            xOffset=-3,
            x2Offset=3,
            filled=False,
            stroke=theme.text,
            strokeWidth=2,
            cornerRadius=3,
            aria=False,
        )
        .encode(
            x=alt.X("start:Q", axis=None, scale=scale), x2=alt.X2("end:Q"), y=y, y2=alt.Y2("y:Q")
        )
    ]
