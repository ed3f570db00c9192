"""Finders: from a prepared document to drafts of claims."""
