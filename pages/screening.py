from xi_data import ui

t = ui.page("screening")
