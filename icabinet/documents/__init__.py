"""Papers in, papers out: bytes and values, no database and no web."""
