"""The words and the rules: pure values and functions."""
