"""i-Cabinet: a paperless smart meeting room on the customer's own network."""

__version__ = "0.1.0"
