"""Settings and addresses; wires the rooms together."""
