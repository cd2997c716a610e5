"""Pages on which people look after the units that are theirs."""
