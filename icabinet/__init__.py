"""i-Cabinet: a paperless smart meeting room on the customer's own network."""
