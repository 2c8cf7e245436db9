"""Everything of one meeting in one ZIP file that needs this program no more."""
