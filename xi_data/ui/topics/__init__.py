"""What only one topic draws."""
