"""Invented official plans with what reading them has to yield, in every format and mutated.

To add a plan, copy the module of `plans/` that is nearest and change it; its file name is its name. Then

    python -m tests.reading.corpus lint NAME             holds the facts against the words
    python -m tests.reading.corpus show NAME [MUTATION]  prints the document and its gold
    python -m tests.reading.corpus score --plans NAME --diff [--formats docx,pdf] [--mutations [NAMES]]
    python -m tests.reading.corpus build OUT             writes files/ and gold/

Activities, targets, responsibilities, sections, sums of tables and what is missing follow
from the tree. To be written at the item: `target`, `total`, `rate`, `cap`, `report`, `base`, `fault`, and `lead`,
`partners`, `at` of an activity; at the plan: issuer, programme, period, places, findings of the whole.
People and figures are invented, places are real.
"""
