"""Where state lives: typed tables, the log of every stream, content-addressed files."""
