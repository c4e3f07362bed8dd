"""Filters, facets with live counts, chips of those in force, the notice of a bad link."""
