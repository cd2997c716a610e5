"""What the country is made of and how its papers write things down.

Plain Python: no Django, no clock, no settings, no disk beyond the data files of this package.
"""
