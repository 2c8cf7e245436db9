"""Reading: what each row shows, and to whom."""
