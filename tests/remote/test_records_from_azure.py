"""What a job left may be anything: it is refused by name, or it is what was written."""

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.remote.azure.record import read_record
from audioclf_gui.remote.azure.search_record import read_search


@pytest.mark.parametrize("read", [read_record, read_search])
@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"trials": [1]}', b"[" * 100_000, b"\xff"])
def test_a_record_that_is_none_is_refused_by_name(read, content, tmp_path):
    file = tmp_path / "left.json"
    file.write_bytes(content)
    with pytest.raises(UserError, match=r"left\.json"):
        read(file)
