"""The archive on disk: which of very many papers, and which of their passages, a question is about.

Segments (:mod:`segments`) hold words and vectors of many papers each and never change; a new paper waits among the
young ones in memory until there are enough for a segment; small segments are merged into larger ones. All of it follows
from the shelf and is made again from there when it is missing or broken.
"""
