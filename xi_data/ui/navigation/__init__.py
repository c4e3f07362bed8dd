"""The row of pages, and links from one to another."""
