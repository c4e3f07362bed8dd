"""Medical capacity: beds, rooms, staff and facilities, each unit on a scale of its own."""

from xi_data.ui.topics.bounded import topic_page

topic_page("medical")
