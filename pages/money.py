"""Public money and gifts: sums that nothing allows to add, cash and goods apart."""

from xi_data.ui.topics.bounded import topic_page

topic_page("money")
