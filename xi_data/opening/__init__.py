"""A file as it comes to the text that is read and shown, with the way back to page or cell."""
