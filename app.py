"""Xi County Response Explorer: start with `streamlit run app.py`."""

from xi_data.ui.page import run

run()
