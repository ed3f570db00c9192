"""Musterbook keeps the book on a state's reserve: anchored claims, lineage, findings, a working model."""
