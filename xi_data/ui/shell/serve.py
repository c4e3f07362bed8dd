"""The explorer and its data addresses in one process: `streamlit run xi_data/ui/shell/serve.py`.

`streamlit run app.py` serves the explorer alone.
"""

import streamlit as st

from xi_data.record.tables import DATA
from xi_data.ui.downloads import data_address
from xi_data.ui.shell import headers, routes

app = st.App(DATA.parent / "app.py", routes=routes.with_data(), middleware=headers.middleware())
data_address.offer()
