"""From labelled clips to a model on disk, stage by stage; `ml.runs` leads through them.

In order: `plan` (the split, the front end), then the feature cache; `task` (what is learnt from what);
`fit`, which is `epoch` after epoch of a `learner`, in the order of `sampling`, at the pace of `policy` and
`schedule`, with `recovery` from failures; `judging`; `refit`, a model of all clips in the place of the one
that was judged; `report`; the model's `card`.
"""
