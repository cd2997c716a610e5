"""Files as they came, and what was read in them."""
