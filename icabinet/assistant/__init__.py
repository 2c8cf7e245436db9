"""Finding and quoting passages: values in, values out, no database and no web."""
