"""Is META.json what PGXN takes, and do all places that name a version agree?

    metadata.py TREE

The rules are those of the PGXN Meta Spec 1.0.0, written down below.  Before they
are applied to the project's file, they have to refuse that file with each of
some faults in it.
"""

import copy
import json
import re
import sys
from pathlib import Path

VERSION = r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-?[A-Za-z][0-9A-Za-z.-]*)?"
RANGE = rf"\s*((==|!=|<=|>=|<|>)?\s*({VERSION}|0)\s*(,\s*(?!$)|$))+"
TERM = r"[^\s\x00-\x1f\x7f/\\]{2,}"
TAG = r"[^\x00-\x1f\x7f/\\]{1,256}"
CUSTOM = r"[xX]_.+"
URL = r"[a-z][a-z0-9+.-]*://[^\s/?#]+\S*"
LICENSES = """agpl_3 apache_1_1 apache_2_0 artistic_1 artistic_2 bsd freebsd gfdl_1_2 gfdl_1_3 gpl_1 gpl_2 gpl_3
    lgpl_2_1 lgpl_3_0 mit mozilla_1_0 mozilla_1_1 openssl perl_5 postgresql qpl_1_0 ssleay sun zlib
    open_source restricted unrestricted unknown""".split()


# ---- what the spec's values are; each function gives the faults of one ----

def text(value):
    return [] if isinstance(value, str) and value else ["is no text"]


def like(pattern):
    return lambda value: [] if isinstance(value, str) and re.fullmatch(pattern, value) else [f"is {value!r}"]


def one_of(*words):
    return lambda value: [] if value in words else [f"is {value!r}"]


def some(rule):
    """One value or a list of them, which is not empty."""
    def faults(value):
        values = value if isinstance(value, list) else [value]
        return [fault for item in values for fault in rule(item)] if values else ["is empty"]
    return faults


def table(required, optional, key=None, rule=None):
    """An object: its own keys, "x_" keys, and others that are like KEY."""
    def faults(value):
        if not isinstance(value, dict):
            return ["is no object"]
        found = [f"{name} is missing" for name in required if name not in value]
        for name, item in value.items():
            known = required.get(name) or optional.get(name)
            if known is None and key is not None and re.fullmatch(key, name):
                known = rule
            if known is not None:
                found += [f"{name}: {fault}" for fault in known(item)]
            elif not re.fullmatch(CUSTOM, name):
                found.append(f"{name} is unknown")
        return found
    return faults


def license_faults(value):
    if isinstance(value, dict):
        return table({}, {}, ".+", like(URL))(value) if value else ["is empty"]
    return some(one_of(*LICENSES))(value)


PREREQUISITES = table({}, {}, "configure|build|test|runtime|develop", table(
    {}, {}, "requires|recommends|suggests|conflicts", table({}, {}, TERM, like(RANGE))))

META = table(
    required={
        "name": like(TERM),
        "abstract": text,
        "version": like(VERSION),
        "maintainer": some(text),
        "license": license_faults,
        "provides": table({}, {}, TERM, table(
            {"file": text, "version": like(VERSION)}, {"abstract": text, "docfile": text})),
        "meta-spec": table({"version": one_of("1.0.0")}, {"url": like(URL)}),
    },
    optional={
        "description": text,
        "generated_by": text,
        "tags": some(like(TAG)),
        "release_status": one_of("stable", "testing", "unstable"),
        "no_index": table({}, {"file": some(text), "directory": some(text)}),
        "prereqs": PREREQUISITES,
        "resources": table({}, {
            "homepage": like(URL),
            "bugtracker": table({}, {"web": like(URL), "mailto": like(r"\S+@\S+")}),
            "repository": table({}, {"url": like(URL), "web": like(URL), "type": like("[a-z0-9]+")}),
        }),
    })

# Places in the file, and what must not be accepted there; None takes them away.
FAULTS = [
    *((name,) + (None,) for name in ("name", "abstract", "version", "maintainer", "license", "provides", "meta-spec")),
    ("name", "g"), ("name", "gi report"), ("name", "gi/report"), ("abstract", ""), ("version", "1.0"), ("version", "1.0.00"),
    ("license", "PostgreSQL"), ("license", {}), ("maintainer", []), ("release_status", "unreleased"), ("tags", ["a/b"]),
    ("tags", ["x" * 257]), ("meta-spec", "version", "2.0.0"), ("provides", "gireport", "file", None),
    ("provides", "gireport", "version", "1"), ("provides", "gireport", "docs", "README.md"), ("release", "stable"),
    ("prereqs", "runtime", "requires", "PostgreSQL", "14"), ("prereqs", "runtime", "needs", {}), ("prereqs", "install", {}),
    ("resources", {"homepage": "example.org"}),
]


def with_fault(meta, places, value):
    changed = copy.deepcopy(meta)
    inner = changed
    for place in places[:-1]:
        inner = inner[place]
    if value is None:
        del inner[places[-1]]
    else:
        inner[places[-1]] = value
    return changed


def spec_faults(meta):
    missed = [f"the check does not see a fault of {'.'.join(places)}: {value!r}"
              for *places, value in FAULTS if not META(with_fault(meta, places, value))]
    return missed + [f"META.json: {fault}" for fault in META(meta)]


# ---- the project's own files ----

def first(pattern, file):
    """What the first match of PATTERN in a file has in its parentheses."""
    match = re.search(pattern, file.read_text(encoding="utf-8"), re.MULTILINE)
    return match.groups() if match else (None,) * re.compile(pattern).groups


def project_faults(tree, meta):
    found = []

    def same(what, is_, should):
        if is_ != should:
            found.append(f"{what} is {is_!r} and should be {should!r}")

    version = meta["version"]
    for name, provided in meta["provides"].items():
        same(f"version of {name} in META.json", provided["version"], version)
        for file in (provided["file"], provided.get("docfile", provided["file"])):
            same(f"existence of {file}", (tree / file).is_file(), True)
        same(f"default_version of {name}.control", *first(r"^default_version *= *'(.*)'", tree / f"{name}.control"),
             ".".join(version.split(".")[:2]))
    released, remark = first(r"^## (\S+)(?: \((\S+)\))?", tree / "CHANGELOG.md")
    same("newest version in CHANGELOG.md", released, version)
    source, packaged, distribution = first(r"\A(\S+) \((\S+)\) (\S+);", tree / "debian/changelog")
    same("source in debian/changelog", source, meta["name"])
    same("newest version in debian/changelog", packaged, version)
    same("release of debian/changelog as UNRELEASED", distribution == "UNRELEASED", remark == "unreleased")
    same("signature of debian/changelog", *first(r"^ -- (.*>)  ", tree / "debian/changelog"), meta["maintainer"])
    for file in ("control.in", "control"):
        same(f"maintainer in debian/{file}", *first(r"^Maintainer: (.*)$", tree / "debian" / file), meta["maintainer"])
    for page in sorted((tree / "doc").glob("*.1")):
        same(f"version in {page.name}", *first(rf'^\.TH .*"{meta["name"]} (\d\S*)"', page), version)

    # What one release of Debian has instead of PGVERSION.
    control = (tree / "debian/control").read_text(encoding="utf-8")
    majors = re.findall(rf"^Package: postgresql-(\d+)-{meta['name']}$", control, re.MULTILINE)
    template = (tree / "debian/control.in").read_text(encoding="utf-8")
    if len(majors) != 1 or control != template.replace("PGVERSION", majors[0]):
        found.append("debian/control is not what pg_buildext makes of debian/control.in")

    license_words = (tree / "LICENSE").read_text(encoding="utf-8").split("\n", 4)[4].split()
    copyright_text = (tree / "debian/copyright").read_text(encoding="utf-8").split("\nLicense: PostgreSQL\n")[-1]
    same("text of the license in debian/copyright", [word for word in copyright_text.split() if word != "."], license_words)
    return found


def main(tree):
    meta = json.loads((tree / "META.json").read_text(encoding="utf-8"))
    faults = spec_faults(meta) + project_faults(tree, meta)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
