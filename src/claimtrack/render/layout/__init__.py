"""What lines are made of: the screen, safe text, columns, marked passages, a scale of days, glyphs."""
