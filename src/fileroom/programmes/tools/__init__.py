"""Tools of artificial intelligence: which there are, what may go to each, and the text that may."""
