import gc
import weakref

import pytest

from audioclf_gui.core.collecting import no_garbage_collection


class Node:
    """Refers to itself, so that only the collector frees it."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def thawed():
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_was_imported_or_made_is_not_looked_through_again():
    with no_garbage_collection():
        assert not gc.isenabled()
        seen = weakref.ref(Node())
    assert gc.isenabled()
    gc.collect()
    assert seen() is not None
    gc.unfreeze()
    gc.collect()
    assert seen() is None


def test_a_few_values_are_made_like_all_others():
    with no_garbage_collection(10):
        assert gc.isenabled()
