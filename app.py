"""Xi County Response Explorer: start with `streamlit run app.py`."""

from xi_data.ui.shell.page import run

run()
