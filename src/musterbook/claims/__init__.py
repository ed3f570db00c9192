"""Reading → Claim: triage, values, finders, attribution, anchor."""
