"""How long tests wait for what must come in the end."""

PATIENCE = 120.0
"""Seconds, however busy the machine is; no test that passes waits that long."""
