"""Disinfection and sanitation: areas on different bases, places, rounds, bins and refuse."""

from xi_data.ui.topics.bounded import topic_page

topic_page("disinfection")
