"""Files that a visitor put into a box: read once, and let go of by the server."""

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

_SHOWN = 100  # characters of a name


def files(key: str) -> list[tuple[str, bytes]]:
    """Name and content of each file in the box with this key; of a long name its end.

    Streamlit would keep them until the session ends, also where the box is long gone.
    """
    context = get_script_run_ctx()
    held = st.session_state.get(key) or []
    found = []
    for one in held if isinstance(held, list) else [held]:
        found.append((one.name[-_SHOWN:], one.getvalue()))
        if isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
            context.uploaded_file_mgr.remove_file(context.session_id, one.file_id)
    return found
