"""The history of the schema; `icabinet migrate` runs what is missing."""
