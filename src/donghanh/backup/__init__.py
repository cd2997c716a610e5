"""Backups: one sealed file with the database and all files, proven by restoring it elsewhere. docs/adr/0022."""
