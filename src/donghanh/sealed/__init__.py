"""Programs run on a stranger's file in a child process that can do no harm.

No Django, no settings: what the child imports before it is sealed should be little.
"""
