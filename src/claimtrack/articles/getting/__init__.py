"""An article from a file, an address or standard input, as text and the facts given with it."""
