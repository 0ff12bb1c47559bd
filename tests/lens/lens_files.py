"""Lens files made for tests, of our own sentences."""

from hashlib import sha256
from pathlib import Path

TEXT = "前言。\n\n各国应平等对话。各方愿举行会晤。\n"
SPAN = "各国应平等对话。"
START = TEXT.index(SPAN)
MEASURE = """
    [[lens.criterion.measure]]
    id = "coop.share"
    en = "more of it was cooperation"
    toward = "higher"
    zh = "合作更多"
"""
WHOLE = f"""
[[lens]]
id = "made-2016"
address = "https://example.org/made"
date = "2016-09"
en = "A made-up statement"
issuer = ["CHN", "USA"]
language = "zh"
text_sha256 = "{sha256(TEXT.encode()).hexdigest()}"
zh = "虚构的声明"

  [[lens.criterion]]
  id = "dialogue"
  en = "States should talk to each other as equals."
  end = {START + len(SPAN)}
  section = "1"
  sha256 = "{sha256(SPAN.encode()).hexdigest()}"
  start = {START}
  unmeasured_en = "Equality in a talk."
  unmeasured_zh = "对话中的平等。"
  zh = "国家之间应当以平等身份交谈。"
{MEASURE}"""


def overlay(folder: Path, text: str = WHOLE, name: str = "made.toml") -> Path:
    """Return a resource folder that holds one lens file."""
    (folder / "lenses").mkdir(parents=True, exist_ok=True)
    (folder / "lenses" / name).write_text(text, encoding="utf-8")
    return folder
