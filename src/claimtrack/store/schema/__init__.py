"""The schema in two halves, under one number, which `user_version` of the file holds.

`tables` are numbered migrations of frozen text: a table keeps what was written into it, so how it came about never
changes. `second_half` is all the rest, views, triggers, indexes and full text, which hold nothing of their own: they
are dropped and made again whenever the file has a smaller number than the program. So a new column is one migration
appended; and what changes the second half alone, such as a new outcome, appends a migration without statements.
"""
