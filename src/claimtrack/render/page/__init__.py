"""The published page: its templates, style and script, and the picture of its deadlines."""
