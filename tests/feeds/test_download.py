"""Fetching from a server that cuts, forgets, lies and fails."""

import json
import threading
from datetime import datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from comity.errors import ReadError
from comity.feeds import load_feed
from comity.feeds.download import fetch, manifest_path

DATA = bytes(range(256)) * 2000
NOW = datetime(2026, 11, 1)
FEED = load_feed("cow-nmc")


class Server(ThreadingHTTPServer):
    """Serves DATA; ``cuts`` says after how many bytes of each answer the connection ends."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.data, self.tag, self.ranges, self.cuts, self.asked = DATA, '"1"', True, [], []
        self.status, self.kind = 200, "application/zip"
        self.moved, self.slow = {}, None

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}/files/data.zip"


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        server = self.server
        given = self.headers.get("Range")
        server.asked.append(given)
        if server.slow:
            server.slow.wait(5)
            return
        if self.path in server.moved:
            self.send_response(302)
            self.send_header("Location", server.moved[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if server.status != 200:
            self.send_error(server.status)
            return
        fresh = self.headers.get("If-Range") in (None, server.tag)
        start = int(given[6:-1]) if given and server.ranges and fresh else 0
        body = server.data[start:]
        self.send_response(206 if start else 200)
        if start:
            end = len(server.data) - 1
            self.send_header("Content-Range", f"bytes {start}-{end}/{len(server.data)}")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", server.kind)
        self.send_header("ETag", server.tag)
        self.end_headers()
        self.wfile.write(body[: server.cuts.pop(0)] if server.cuts else body)


@pytest.fixture
def server():
    made = Server()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def get(server, folder, **given):
    return fetch(FEED, folder, now=NOW, address=server.address, timeout=5, **given)


def test_a_file_is_fetched_with_a_manifest_beside_it(server, tmp_path):
    path, manifest = get(server, tmp_path)
    assert path.read_bytes() == DATA
    kept = json.loads(manifest_path(path).read_text())
    assert kept["sha256"] == manifest.sha256 == sha256(DATA).hexdigest()
    assert (kept["retrieved"], kept["licence"]) == ("2026-11-01T00:00:00", FEED.licence)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data.zip", "data.zip.manifest.json"]


def test_a_file_that_is_there_is_not_fetched_again(server, tmp_path):
    get(server, tmp_path)
    get(server, tmp_path)
    assert server.asked == [None]


def test_a_cut_connection_is_gone_on_with_where_it_ended(server, tmp_path):
    server.cuts = [100_000, 100_000]
    path, _ = get(server, tmp_path)
    assert path.read_bytes() == DATA
    assert server.asked[1:] == ["bytes=100000-", "bytes=200000-"]


def test_a_connection_that_is_always_cut_keeps_what_came_for_the_next_run(server, tmp_path):
    server.cuts = [1000] * 4
    with pytest.raises(ReadError, match="cut 4 times; 4,000 bytes are here.*Run again"):
        get(server, tmp_path)
    path, _ = get(server, tmp_path)
    assert path.read_bytes() == DATA
    assert server.asked[-1] == "bytes=4000-"


def test_a_server_without_ranges_is_begun_anew(server, tmp_path):
    server.ranges, server.cuts = False, [100_000]
    path, _ = get(server, tmp_path)
    assert path.read_bytes() == DATA


def test_a_file_that_changed_between_two_tries_is_begun_anew(server, tmp_path):
    server.cuts = [1000] * 4
    with pytest.raises(ReadError):
        get(server, tmp_path)
    server.data, server.tag = DATA[::-1], '"2"'
    path, _ = get(server, tmp_path)
    assert path.read_bytes() == DATA[::-1]


def test_a_wrong_checksum_keeps_nothing(server, tmp_path):
    with pytest.raises(ReadError, match="came with the checksum .* not 000000000000"):
        get(server, tmp_path, sha256="0" * 64)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_changed_here_is_refused(server, tmp_path):
    path, _ = get(server, tmp_path)
    path.write_bytes(b"other")
    with pytest.raises(ReadError, match="changed since it was fetched on 2026-11-01"):
        get(server, tmp_path)


@pytest.mark.parametrize(
    ("status", "says"),
    [(404, "is not there"), (403, "may not be fetched"), (401, "login"), (500, "answers 500")],
)
def test_a_refusal_is_told_in_a_sentence(server, tmp_path, status, says):
    server.status = status
    with pytest.raises(ReadError, match=says):
        get(server, tmp_path)


def test_a_web_page_is_no_file(server, tmp_path):
    server.kind = "text/html"
    with pytest.raises(ReadError, match="is a web page, not a file"):
        get(server, tmp_path)


def test_nothing_at_the_address_is_told_in_a_sentence(server, tmp_path):
    address = server.address
    server.shutdown()
    server.server_close()
    with pytest.raises(ReadError, match="cannot be reached: nobody answers there"):
        fetch(FEED, tmp_path, now=NOW, address=address, timeout=1, tries=2)


def test_a_name_that_nobody_knows_is_told_in_a_sentence(tmp_path):
    address = "http://no-such-host.invalid/data.zip"
    with pytest.raises(ReadError, match="cannot be reached: .*Check the network"):
        fetch(FEED, tmp_path, now=NOW, address=address, timeout=1, tries=1)


def test_a_file_that_moved_is_fetched_from_where_it_is(server, tmp_path):
    server.moved = {"/files/data.zip": "/elsewhere/v2.zip"}
    path, manifest = get(server, tmp_path)
    assert path.name == "data.zip"
    assert path.read_bytes() == DATA
    assert manifest.address == server.address


@pytest.mark.parametrize("to", ["/files/data.zip", "file:///etc/passwd"])
def test_an_address_that_leads_nowhere_is_told_in_a_sentence(server, tmp_path, to):
    server.moved = {"/files/data.zip": to}
    with pytest.raises(ReadError, match="in a circle, or to one that is none"):
        get(server, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_keeps_silent_is_told_with_how_long_it_was_waited_for(server, tmp_path):
    server.slow = threading.Event()
    try:
        with pytest.raises(ReadError, match="did not answer within 0.2 seconds, 2 times"):
            fetch(FEED, tmp_path, now=NOW, address=server.address, timeout=0.2, tries=2)
    finally:
        server.slow.set()


@pytest.mark.parametrize(
    ("feed", "address", "says"),
    [
        ("cow-nmc", "file:///etc/passwd", "no address"),
        ("gdelt-1", "", "many files"),
        ("table", "", "no address"),
    ],
)
def test_an_address_that_is_none_is_refused(tmp_path, feed, address, says):
    with pytest.raises(ReadError, match=says):
        fetch(load_feed(feed), tmp_path, now=NOW, address=address)
