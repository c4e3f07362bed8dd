"""Figures of a county bulletin: read, stored, drawn, published."""
