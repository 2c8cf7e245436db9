"""The command line: serve, demo, migrate, user, verify, bench."""
