"""Xi County Response Explorer: start with `streamlit run app.py`.

The server imports this file for its addresses; for each visitor Streamlit runs it as a script.
"""

if __name__ == "__main__":
    from xi_data.ui.shell.page import run

    run()
else:
    import streamlit as st

    from xi_data.ui.shell import headers, routes

    app = st.App(__file__, routes=routes.without_data(), middleware=headers.middleware())
