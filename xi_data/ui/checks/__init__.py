"""The table of checks, and one check in full."""
