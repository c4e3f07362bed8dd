"""What a visitor's session knows: the view's address, what is picked, answers that are its own."""
