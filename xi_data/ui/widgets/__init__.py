"""Small parts that any room of the screen uses."""
