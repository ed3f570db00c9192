"""From claims to findings: what answers the same question stands side by side.

In: claims, papers, edges of lineage, decisions, a vocabulary. Out: findings with state and reason, origins,
doubts. Never drops a rival value, averages a conflict away, or lets the latest win by itself.
"""
