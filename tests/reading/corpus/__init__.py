"""Invented official plans with what reading them has to yield, in every format and mutated.

To add a plan: copy a module of `plans/`, change it, and run `python -m tests.reading.corpus lint NAME`, which
holds the facts against the words, and `python -m tests.reading.corpus show NAME`, which prints the document and
its gold.
"""
