"""From claims to findings: what answers the same question stands side by side.

In: claims, who published the documents they stand in, the claim types of a vocabulary. Out: `Finding`
records. Never drops a rival value, averages a conflict away, or lets the latest win by itself.
"""
