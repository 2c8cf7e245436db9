"""The prepared meeting: people, agenda and a packet of papers written for it."""
