"""Statements in doubt: garbled echoes, additions without an origin, contradictions within a document."""
