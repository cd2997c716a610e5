"""The audit trail as people read it: the history of a thing in plain words, and the auditor's search."""
