"""The front door is light and its list is true."""

import subprocess
import sys

import comity

HEAVY = (
    "numpy",
    "scipy",
    "rustworkx",
    "pyarrow",
    "rich",
    "yaml",
    "charset_normalizer",
    "ahocorasick_rs",
    "comity.extract",
)


def loaded_after(code: str) -> str:
    script = f"import sys; {code}; print(' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return f" {run.stdout.strip()} "


def test_importing_comity_loads_nothing_heavy():
    names = loaded_after("import comity")
    assert [m for m in HEAVY if f" {m} " in names] == []


def test_help_loads_nothing_heavy():
    code = "import comity.cli as c\ntry: c.main(['--help'])\nexcept SystemExit: pass"
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(' '.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert [m for m in HEAVY if f" {m} " in f" {run.stdout} "] == []


def test_every_exported_name_exists():
    assert sorted(comity.__all__) == comity.__all__
    assert all(hasattr(comity, name) for name in comity.__all__)
