"""Work on a Ray cluster.

`running` finds or starts one, and `carrying` gives its workers what is to be done. What is done is known from
the `parts` on disk alone, so that whatever ends the work costs only what was under way.
"""
