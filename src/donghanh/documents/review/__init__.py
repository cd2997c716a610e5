"""What people make of a reading: each fact looked at, corrected, added or removed, step by step, until it is accepted.

From the ground up: `models` (what is kept), `sheet` (a reading with what people made of it laid over), `parts`
(a long text cut up for the screen), `selectors`, `steps` and `services` (every write), `fields` and `forms` (a
value as an official types it, and the control for it), `page` (what is shown), `answers`, and the views: `views`
(acts), `editing` (forms), `history` (steps and versions).
"""
