"""What people make of a reading: each fact looked at, corrected, added or removed, step by step, until it is accepted.

From the ground up: `models` (what is kept), `sheet` (a reading with what people made of it laid over), `parts`
(a long text cut up for the screen), `wording` and `forms` (a value as an official types it, and the control for
it), `services` (every write), `selectors`, `views`.
"""
