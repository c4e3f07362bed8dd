"""Many bulletins at once: files with what is known of them, read into figures of the record."""
