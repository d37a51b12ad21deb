"""Which sounds the linear model on statistics learns from where there are very many."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.ml.estimators.summary import thinned

FEW = 20

ANY_CLASSES = st.lists(st.lists(st.integers(0, 5), max_size=3, unique=True), max_size=400)


@given(ANY_CLASSES, st.integers(1, 50))
def test_rare_classes_stay_and_of_the_others_an_even_part(classes, every):
    kept = thinned(classes, every)
    assert kept == sorted(set(kept))
    there = Counter(one for of_one in classes for one in of_one)
    learnt = Counter(one for place in kept for one in classes[place])
    assert all(learnt[one] >= min(count, FEW) for one, count in there.items())
    assert set(range(0, len(classes), every)) <= set(kept)
    assert len(kept) <= -(-len(classes) // every) + FEW * len(there)


def test_where_there_is_room_for_all_all_stay():
    assert thinned([[0]] * 1000, 1) == list(range(1000))
