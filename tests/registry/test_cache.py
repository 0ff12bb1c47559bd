"""What is kept compiled is used only when it is whole."""

import pytest

from comity.extract.events import patterns
from comity.registry import load
from comity.registry.cache import cache_folder, read_cache, write_cache


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "comity"


def kept(reader):
    return reader._cached.__wrapped__ if reader is load else reader._cached


@pytest.mark.parametrize("reader", [load, patterns], ids=["records", "patterns"])
@pytest.mark.parametrize("content", ["[]", "{}", '{"count": 0, "records": []}', "null", "x", ""])
def test_a_cache_with_other_content_is_made_anew(folder, reader, content):
    whole = len(kept(reader)(load.OWN_FOLDER))
    (cache,) = folder.iterdir()
    cache.write_text(content, encoding="utf-8")
    assert len(kept(reader)(load.OWN_FOLDER)) == whole
    assert read_cache(cache)


@pytest.mark.parametrize("reader", [load, patterns], ids=["records", "patterns"])
@pytest.mark.parametrize("rows", [[1], [{}], [{"id": 5}], [None], {"a": 1}, 7])
def test_a_cache_of_another_shape_is_made_anew(folder, reader, rows):
    whole = len(kept(reader)(load.OWN_FOLDER))
    (cache,) = folder.iterdir()
    write_cache(cache, rows)
    assert len(kept(reader)(load.OWN_FOLDER)) == whole


def test_a_cache_that_was_cut_or_edited_is_not_read(folder):
    write_cache(folder / "a.json", ["中国", 1])
    assert read_cache(folder / "a.json") == ["中国", 1]
    whole = (folder / "a.json").read_bytes()
    for broken in (whole[:-1], whole.replace(b"1]", b"2]"), whole.partition(b"\n")[2], b"\xff\n"):
        (folder / "a.json").write_bytes(broken)
        assert read_cache(folder / "a.json") is None


def test_a_relative_cache_folder_is_ignored(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", "/home/somebody")
    assert str(cache_folder()) == "/home/somebody/.cache/comity"


def test_without_a_home_nothing_is_kept(monkeypatch):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("pathlib.Path.home", homeless)
    write_cache(cache_folder() / "a.json", [1])
    assert read_cache(cache_folder() / "a.json") is None
