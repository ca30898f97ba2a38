"""Checks the links of the Markdown files: every relative one must lead to a file, and every #part to a heading of it."""
import os
import re
import sys
from pathlib import Path
from urllib.parse import unquote

LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)>\s]+)>?[^)]*\)|^\[[^\]]+\]:\s+(\S+)", re.MULTILINE)
FENCE = re.compile(r"^ *(```|~~~).*?^ *\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")


def anchors(file: Path) -> set[str]:
    """The names that GitHub gives to the headings of a file; the second of two equal ones ends in -1."""
    names: set[str] = set()
    for heading in re.findall(r"^#{1,6}\s+(.*?)\s*#*$", FENCE.sub("", file.read_text("utf-8")), re.MULTILINE):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        name = re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")
        unique, count = name, 0
        while unique in names:
            count += 1
            unique = f"{name}-{count}"
        names.add(unique)
    return names


def problems(file: Path):
    """Each broken link of a file, as (line, target)."""
    blank = lambda match: "\n" * match[0].count("\n")
    text = CODE.sub("", FENCE.sub(blank, file.read_text("utf-8")))
    for match in LINK.finditer(text):
        link = unquote(match[1] or match[2])
        if re.match(r"[a-z][a-z0-9+.-]*:", link, re.IGNORECASE):
            continue
        path, _, part = link.partition("#")
        target = file.parent / path if path else file
        if not target.exists() or (part and target.suffix == ".md" and part not in anchors(target)):
            yield text.count("\n", 0, match.start()) + 1, link


def walk():
    """The folders of the repository, without what is built or installed there."""
    for folder, folders, names in os.walk("."):
        folders[:] = sorted(name for name in folders if name not in {".git", ".venv", "target", "__pycache__"})
        yield folder, folders, sorted(names)


def main() -> int:
    files = [Path(folder, name) for folder, _, names in walk() for name in names if name.endswith(".md")]
    found = [f"{file}:{line}: {link} leads nowhere" for file in files for line, link in problems(file)]
    print("\n".join(found) if found else f"the links of {len(files)} Markdown files lead somewhere")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
