"""Pictures as a browser lays them out: on a phone and on a desk, in both languages. Needs Chromium."""

import json
import re
import shutil
import subprocess
from html import unescape

import pytest
from tests.pictures.seen import every

from comity.pictures.look import LANGUAGES

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

# Words that leave the drawing, and words that lie on other words by more than a hair.
EYES = """
const out = {};
for (const svg of document.querySelectorAll("svg")) {
  const frame = svg.getBoundingClientRect(), found = [];
  const boxes = [...svg.querySelectorAll("text")].map(t => [t.textContent, t.getBoundingClientRect()]);
  for (const [told, b] of boxes)
    if (b.left < frame.left - 1 || b.right > frame.right + 1 || b.bottom > frame.bottom + 1) found.push("out: " + told);
  boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([two, b]) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 && high > 5) found.push("on: " + one + " / " + two);
  }));
  out[svg.parentElement.id] = found;
}
document.body.innerHTML = `<pre id="out"></pre>`; document.getElementById("out").textContent = JSON.stringify(out);
"""


def looked_at(folder, language, width):
    pictures = every(language, width)
    body = "".join(f'<div id="{kind}">{p.svg}</div>' for kind, p in pictures.items())
    page = folder / "pictures.html"
    page.write_text(
        f'<meta charset="utf-8"><body style="margin:0">{body}<script>{EYES}</script>', "utf-8"
    )
    command = [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    size = f"--window-size={width + 40},900"
    done = subprocess.run(
        [*command, size, page.as_uri()], capture_output=True, timeout=120, check=True
    )
    told = re.search(r'<pre id="out">(.*?)</pre>', done.stdout.decode(), re.S)
    return json.loads(unescape(told[1]))


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_leaves_its_picture_or_lies_on_another(tmp_path, language, width):
    found = looked_at(tmp_path, language, width)
    assert len(found) == 8
    assert {kind: words for kind, words in found.items() if words} == {}
