"""The one way in: every command, its rights, its transaction, its event."""
