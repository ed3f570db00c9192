"""One file a form, in order."""
