"""JSON that anybody may have written: a value, or a ValueError."""

import pytest

from audioclf_gui.core.json_lines import read_lines
from audioclf_gui.core.json_value import json_value

DEEP = b"[" * 100_000


def test_a_value_is_read_from_text_and_bytes():
    assert json_value('{"a": [1, null]}') == json_value(b'{"a": [1, null]}') == {"a": [1, None]}


@pytest.mark.parametrize("content", [DEEP, DEEP.decode(), b"{", b"\xff", b""])
def test_what_is_none_or_too_deep_is_a_value_error(content):
    with pytest.raises(ValueError):
        json_value(content)


def test_a_deep_line_costs_no_other_line(tmp_path):
    (tmp_path / "records.jsonl").write_bytes(b'{"a": 1}\n' + DEEP + b'\n{"a": 2}\n')
    assert read_lines(tmp_path / "records.jsonl") == ([{"a": 1}, {"a": 2}], 1)
