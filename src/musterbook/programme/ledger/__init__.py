"""The recruitment ledger: from tables of counts to figures by region, group and week.

In: rows of tables, what the user says of them, claims. Out: figures with the cells that they stand in,
what is missing, what does not add up, and what may be published. Never a list of people.
"""
