"""Places of Vietnam before and since 1 July 2025: `gazetteer()` finds them."""

from donghanh.vietnam.places.gazetteer import Era, Gazetteer, gazetteer
from donghanh.vietnam.places.model import REFORM, Level, Line, Place, Successor

__all__ = ["REFORM", "Era", "Gazetteer", "Level", "Line", "Place", "Successor", "gazetteer"]
