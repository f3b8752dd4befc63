"""Everything that touches SQLite: the schema, reading, the one way of writing, and the log."""
