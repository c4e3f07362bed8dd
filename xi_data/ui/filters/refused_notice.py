"""The notice that parts of a link, or of what was typed, were not recognised."""

from collections.abc import Mapping, Sequence

import streamlit as st

from xi_data.locale import Translator
from xi_data.record.errors import shortened
from xi_data.ui.state.address import Refused
from xi_data.ui.widgets.markdown import plain

_SHOWN = 24  # characters of a refused value that the notice repeats


def refused_notice(t: Translator, refused: Mapping[str, Refused], known: Sequence[str]) -> None:
    """Which parts of the link or of what was typed were left out. known: keys that narrow."""
    if not refused:
        return
    left_out = {key: one for key, one in refused.items() if not one.most}
    sentences = [
        t(
            "{key}: {number} characters are too many; it takes {most} at most. It was ignored.",
            key=f"**{plain(key)}**",
            number=t.number(len(one.values[-1])),
            most=t.number(one.most),
        )
        for key, one in refused.items()
        if one.most
    ]
    if left_out:
        said = t.listed(_part(t, key, one) for key, one in left_out.items())
        sentences.append(
            t(
                "Parts of the link were not recognised and were ignored: {parts}.",
                parts=said,
            )
        )
        if known:
            sentences.append(
                t(
                    "Filters that this page knows: {keys}.",
                    keys=t.listed(f"**{plain(key)}**" for key in known),
                )
            )
    st.info(t.sentences(*sentences), icon=":material/link_off:")


def _part(t: Translator, key: str, refused: Refused) -> str:
    value = shortened(" ".join(refused.values), _SHOWN)
    return t("**{key}** with “{value}”", key=plain(key[:_SHOWN]), value=plain(value))
