"""Workers that follow the log and act by sending commands."""
