"""Whether a quotation stands in a text, where, and what became of it."""
