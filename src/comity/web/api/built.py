"""The pages, when they are built: files with a hash in their name for ever, the rest anew each time."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.exceptions import HTTPException

FOLDER: Final = Path(str(files("comity.web"))) / "explorer_build"
FOREVER: Final = "public, max-age=31536000, immutable"
HASHED: Final = re.compile(r"[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$")
TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
UNBUILT: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>comity</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>The pages are not built</h1>
<p>The study is served: its data are at <a href="/api/v1/study">/api/v1/study</a>, described by
<a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p>
<p>To build the pages in a checkout, with Node installed: <code>make explorer</code>, then load this page again.</p>
<p lang="zh-Hans">页面尚未构建。数据已可通过上述地址读取；在源码目录中安装 Node 后运行
<code>make explorer</code>，然后刷新本页。</p></main></body></html>
"""


def install(app: FastAPI, folder: Path = FOLDER) -> None:
    """Serve the pages of a folder: every address without a file of its own is one of theirs."""
    known = _files(folder)

    @app.get("/{path:path}", include_in_schema=False)
    def page(request: Request, path: str) -> Response:
        if path == "api" or path.startswith("api/"):
            raise HTTPException(404)
        found = known.get(path)
        if found is not None:
            return _file(found)
        if "." in path.rpartition("/")[2]:
            raise HTTPException(404)
        index = known.get("index.html")
        if index is None:
            return HTMLResponse(UNBUILT, headers={"cache-control": "no-store"})
        return _file(index)


def _files(folder: Path) -> dict[str, Path]:
    """Return the files there are by address. Only these are ever opened: no address is made a path."""
    if not folder.is_dir():
        return {}
    found = (p for p in sorted(folder.rglob("*")) if p.is_file() and not p.is_symlink())
    return {p.relative_to(folder).as_posix(): p for p in found if p.suffix in TYPES}


def _file(path: Path) -> Response:
    forever = path.name != "index.html" and HASHED.search(path.name)
    headers = {"cache-control": FOREVER if forever else "no-cache"}
    return FileResponse(path, media_type=TYPES[path.suffix], headers=headers)
