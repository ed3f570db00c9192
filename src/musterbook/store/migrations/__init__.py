"""The forms that a book has had, each made from the one before; run by `store.schema`."""
