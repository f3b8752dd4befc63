"""What can still be said of a damaged file, and saved of it."""
