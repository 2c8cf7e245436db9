"""Digital signatures in PDF files: made with the office's key, and checked (ETSI EN 319 142-1, PAdES baseline B-B)."""
