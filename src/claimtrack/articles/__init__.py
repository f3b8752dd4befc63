"""Articles: what is read from a file or a page, and which claims stand in its text."""
