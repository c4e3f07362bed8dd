"""Whatever strangers may send, in thousands of shapes: see __main__.py."""
