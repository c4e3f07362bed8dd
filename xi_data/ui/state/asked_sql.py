"""The visitor's own SQL: what is in the address, and the question that is on its way."""

from urllib.parse import urlencode

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from xi_data import memory
from xi_data.limits import QUERY_CHARACTERS, SQL_CHARACTERS
from xi_data.own_query import Running
from xi_data.ui.state import address, keys
from xi_data.views import SQL
from xi_data.views.params import text

PARAM = text(SQL.thing, SQL_CHARACTERS)


def pull() -> None:
    """Before the filters: the SQL from the address."""
    address.pull([PARAM])


def push() -> None:
    """After the filters: the SQL to the address, where it fits into one."""
    if fits_in_link(now()):
        address.push([PARAM])


def now() -> str:
    """The SQL that is asked, "" for none."""
    return st.session_state[PARAM.key]


def encoded(sql: str) -> str:
    """The SQL as an address has it behind the question mark."""
    return urlencode({PARAM.key: sql})


def fits_in_link(sql: str) -> bool:
    """Whether an address can hold it."""
    return len(encoded(sql)) <= QUERY_CHARACTERS


def typed() -> None:
    """Callback: what stands in the editor is asked from now on, also what was asked before."""
    leave()
    st.session_state[PARAM.key] = _in_editor().strip()
    address.touch()


def write(sql: str) -> None:
    """Callback: the editor holds this, until it is asked."""
    round_, _ = editor()
    st.session_state[keys.SQL_EDITOR] = (round_ + 1, sql)


def editor() -> tuple[int, str]:
    """How often the editor was filled, and with what."""
    return st.session_state.get(keys.SQL_EDITOR, (0, ""))


def _in_editor() -> str:
    """What stands in the editor, as far as it was told."""
    round_, text_ = editor()
    return st.session_state.get(keys.sql_text(round_), text_)


def running() -> Running | None:
    """The question, asked now if it was not yet; None where there is none.

    It is asked anew where the visitor has brought or removed a bulletin since. Raises BusyError.
    """
    sql, found = now(), st.session_state.get(keys.SQL_RUNNING)
    if found and (found.sql, found.realm) != (sql, memory.realm()):
        leave()
        found = None
    if sql and found is None:
        if _in_editor().strip() != sql:
            write(sql)
        found = Running(sql, _here())
        st.session_state[keys.SQL_RUNNING] = found
    return found


def leave() -> None:
    """The question is nobody's any more: where it is still being answered, that ends."""
    if found := st.session_state.pop(keys.SQL_RUNNING, None):
        found.cancel()


def _here():
    """Whether the visitor is: her browser is connected. Asked in another thread."""
    context = get_script_run_ctx()
    if not runtime.exists() or context is None:
        return lambda: True
    server, session = runtime.get_instance(), context.session_id
    return lambda: server.is_active_session(session)
