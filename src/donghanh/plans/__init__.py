"""Plans as live work: taken from a reading, resolved to units, shared out, carried out below, issued."""
