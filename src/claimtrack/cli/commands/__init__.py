"""The commands, a file for each or for two that belong together."""
