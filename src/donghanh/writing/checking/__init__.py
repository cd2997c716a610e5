"""Holds a Word file against a layout: what departs from it, where, and how it should be."""

from donghanh.writing.checking.departures import Departure, check_layout

__all__ = ["Departure", "check_layout"]
