"""What is made to be published: a page, and a database of its own."""
