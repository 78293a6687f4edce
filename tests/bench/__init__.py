"""Callboard's figures beside its peers': one run, one table (docs/performance.md says what was measured and how)."""
