"""Where documents come from: traces in common, sources named, and the edges that they prove."""
