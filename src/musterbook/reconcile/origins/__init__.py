"""Whose word a statement is in the end, by what its document says and what the document comes from."""
