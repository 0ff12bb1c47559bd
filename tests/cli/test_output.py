"""Where answers go."""

import os

from comity.cli.output import destination, file_names


def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with destination(str(pipe)) as stream:
        stream.write("words")
    assert os.read(reader, 10) == b"words"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_link_keeps_leading_to_its_file(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with destination(str(tmp_path / "link")) as stream:
        stream.write("words")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "words"


def test_names_tell_inputs_apart(tmp_path):
    sources = ["a/report.md", "a/report.pdf", "b/report.md", "b/other.jsonl.gz", "-", "x/OTHER.txt"]
    names = [p.name for p in file_names(sources, tmp_path, ".jsonl")]
    assert names == [
        "a-report.md.jsonl",
        "report.pdf.jsonl",
        "b-report.md.jsonl",
        "other.jsonl.gz.jsonl",
        "standard-input.jsonl",
        "OTHER.txt.jsonl",
    ]


def test_one_input_twice_still_has_two_outputs(tmp_path):
    assert len(set(file_names(["a.md", "a.md"], tmp_path, ".csv"))) == 2
