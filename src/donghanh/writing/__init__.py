"""Official documents, tables and workbooks from plain values: no Django, no clock, no disk.

The same values give the same bytes.
"""
