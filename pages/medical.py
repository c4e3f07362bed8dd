"""Medical capacity: beds, rooms, staff and facilities, each unit on a scale of its own."""

from xi_data import ui
from xi_data.ui.topics.bounded import topic_page

topic_page(ui.page("medical"))
