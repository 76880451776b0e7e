#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The command line as a person meets it: exit codes, help, its document, the words it says, and what is there after a failure."""

import fcntl
import os
import pathlib
import pty
import re
import resource
import shutil
import signal
import subprocess
import tempfile

ROOT = pathlib.Path(os.environ.get("HUICE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
HUICE = str(pathlib.Path(os.environ.get("HUICE") or ROOT / "build/release/huice").resolve())
STARTER = ROOT / "templates/project"
POLICY = "data/policies/example-2026-1.json"
DAY = ("--as-of", "2026-03-05")


class Said:
    def __init__(self, process):
        self.code, self.out, self.err = process.returncode, process.stdout, process.stderr

    def __str__(self):
        return f"exit code {self.code}\n{self.out or ''}{self.err}"


def huice(*arguments, share=ROOT, **options):
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return Said(subprocess.run([HUICE, *map(str, arguments)], env=dict(os.environ, HUICE_SHARE=str(share)), text=True, **{**pipes, **options}))


def on_terminal(*arguments):
    """What the program writes to a terminal, and its exit code."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["HUICE_SHARE"] = str(ROOT)
        os.execv(HUICE, [HUICE, *map(str, arguments)])
    written = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not part:
            break
        written += part
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), written.decode()


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def starter(folder):
    shutil.copytree(STARTER, folder)
    return folder


def spoil(project):
    path = project / POLICY
    path.write_text(path.read_text(encoding="utf-8").replace('"10万元"', '"10万圆"'), encoding="utf-8")


CHECKS = []


def check(name, passed, said=""):
    CHECKS.append(bool(passed))
    shown = [] if passed else [f"# {line}" for line in str(said).splitlines()[:20]]
    print(f"{'ok' if passed else 'not ok'} {len(CHECKS)} - {name}", *shown, sep="\n", flush=True)


def verbs_of(text):
    return re.findall(r"^  (\w+) ", text.split("Subcommands:")[1].split("\n\n")[0], re.MULTILINE)


def options_of(text):
    """The options' names in a --help, but --help itself."""
    names = set()
    for line in re.findall(r"^  (-\S+)", text, re.MULTILINE):
        names |= set(line.split(","))
    return names - {"-h", "--help"}


def documented(verb, document):
    """Usage and options of a verb as docs/cli.md has them."""
    section = re.search(rf"^## huice {verb}\b(.*?)\n(.*?)(?=^## |\Z)", document, re.MULTILINE | re.DOTALL)
    if not section:
        return None, set()
    names = set()
    for bullet in re.findall(r"^- `([^`]*)`", section[2], re.MULTILINE):
        names |= set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", bullet))
    return section[1].strip(), names


def check_help():
    whole = huice("--help")
    verbs = verbs_of(whole.out)
    check("huice --help names the verbs, with examples", whole.code == 0 and verbs and "Examples:\n  huice " in whole.out, whole)
    document = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    listed = re.findall(r"^## huice (\w+)", document, re.MULTILINE)
    check("docs/cli.md has a section for each verb and for nothing else", listed == verbs, f"{listed} {verbs}")
    for verb in verbs:
        said = huice(verb, "--help")
        check(f"huice {verb} --help has an example", said.code == 0 and re.search(rf"Examples?:\n  huice {verb} ", said.out), said)
        usage, names = documented(verb, document)
        expected = re.search(r"^Usage: huice \w+ (?:\[OPTIONS\] )?(.*)$", said.out, re.MULTILINE)[1]
        check(f"docs/cli.md tells the arguments and options of {verb}", usage == expected and names == options_of(said.out),
              f"{usage} {sorted(names)}\n{expected} {sorted(options_of(said.out))}")
    version = huice("--version")
    check("huice --version prints name and version on standard output", version.code == 0 and re.fullmatch(r"huice \d+\.\d+\.\d+\n", version.out), version)


def check_usage(folder):
    for name, arguments in (("no verb", ()), ("an unknown verb", ("biuld",)), ("an unknown option", ("build", "--fast")),
                            ("init without a folder", ("init",)), ("an unknown audience", ("build", "--audience", "all")),
                            ("an impossible day", ("build", folder, "--as-of", "2026-02-30")), ("threads below nought", ("build", "-j", "-1"))):
        said = huice(*arguments, cwd=folder)
        check(f"{name} is wrong use: exit code 2, words on standard error", said.code == 2 and said.err and not said.out, said)


def check_empty(folder):
    project = folder / "bare"
    said = huice("init", "--empty", project)
    check("init --empty makes a project, its schemas and the guides for who records",
          said.code == 0 and "without records" in said.err and (project / "data/.schema/policy.schema.json").is_file()
          and (project / "docs/cookbook.zh-CN.md").read_bytes() == (ROOT / "docs/cookbook.zh-CN.md").read_bytes(), said)
    texts = [text for name, text in tree(project).items() if name.startswith("data/") and "/.schema/" not in name]
    check("nothing of the example is in an empty project, and each list says its schema",
          len(texts) > 5 and all(b"example" not in text.replace(b"example.schema.json", b"").replace(b'"examples"', b"") and b'"$schema"' in text
                                 and b"\xe7\xa4\xba\xe4\xbe\x8b" not in text for text in texts), b"\n".join(texts))
    for kind in ("policies", "proposals", "indicators", "observations", "booklets", "dashboards"):
        check(f"an empty project has a folder for {kind}", (project / "data" / kind).is_dir() and not any((project / "data" / kind).iterdir()))
    said = huice("check", project, "--strict")
    check("check of an empty project finds nothing wrong and says what to record first",
          said.code == 0 and "Begin with the regions in data/regions.json" in said.err and "note" not in said.err, said)
    said = huice("build", project, "--strict", *DAY)
    check("build renders an empty project", said.code == 0 and (project / "public/index.html").is_file(), said)
    (project / "data/regions.json").write_text('{"regions": [{"id": "city", "name": "甲市", "kind": "市"}]}')
    check("after the regions come the units", "data/organizations.json first" in huice("check", project).err)
    (project / "data/organizations.json").write_text('{"organizations": [{"id": "gov", "name": "甲市人民政府", "kind": "government", "region": "city"}]}')
    check("after the units come the policies", "Make a file for each in data/policies" in huice("check", project).err)
    check("where something is recorded, check says nothing of what comes first", "docs/cookbook" not in huice("check", STARTER).err, huice("check", STARTER))


def check_deleting(project):
    """The README of a new project names the order in which the example's records can be deleted."""
    steps = re.findall(r"^\d+\. (`data/.*)$", (project / "README.md").read_text(), re.M)
    for step in steps:
        for path in re.findall(r"`([^`]*)`", step):
            target = project / path
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        said = huice("check", project, "--strict", *DAY)
        check(f"after {step} is deleted, too, nothing of the example dangles", said.code == 0, said)
    left = {name for name in tree(project) if name.startswith("data/") and "/.schema/" not in name}
    check("of the example only the site and its regions are left", left == {"data/site.json", "data/regions.json"}, left)


def check_init(folder):
    project = folder / "new"
    said = huice("init", project)
    check("init makes a project", said.code == 0 and (project / POLICY).is_file() and (project / ".gitignore").is_file(), said)
    before = tree(project)
    said = huice("init", project)
    check("init refuses a folder that holds anything, and leaves it alone",
          said.code == 2 and "[project-exists]" in said.err and tree(project) == before, said)
    (folder / "empty").mkdir()
    check("init takes an empty folder", huice("init", folder / "empty").code == 0 and tree(folder / "empty") == before)
    (folder / "here").mkdir()
    said = huice("init", ".", cwd=folder / "here")
    check("init takes the empty folder that is worked in", said.code == 0 and tree(folder / "here") == before, said)
    said = huice("check", project, "--strict")
    check("check finds nothing wrong with a new project", said.code == 0 and said.err.endswith(": no error found\n"), said)
    check("a new project has three notes at most", len(re.findall(r": note\[", said.err)) <= 3 and "more of the same" not in said.err, said)
    said = huice("build", project, "--strict", *DAY)
    check("build renders a new project and says so in one line",
          said.code == 0 and re.fullmatch(r".*/public: \d+ files, \d+ new, 0 removed\n", said.err) and not said.out, said)
    return project


def check_problems(folder, project):
    before = tree(project / "public")
    spoil(project)
    last = {"check": f"\n1 error; mend first: bad-money at {POLICY}:45\n", "build": f"\n1 error; mend first: bad-money at {POLICY}:45\n"
            f"no page was made, and what is in {project}/public is unchanged\n"}
    for verb in last:
        said = huice(verb, project)
        expected = f"{POLICY}:45:55: error[bad-money]: "
        check(f"{verb} of a broken record: exit code 1, its place and one line of counts",
              said.code == 1 and said.err.startswith(expected) and said.err.endswith(last[verb]) and not said.out, said)
    check("a failed build leaves the old tree as it was, to the byte", tree(project / "public") == before)
    citing = starter(folder / "citing")
    path = citing / POLICY
    path.write_text(path.read_text(encoding="utf-8").replace('"summary": "对新', '''"summary": "{{ cite('no-policy') }}对新'''), encoding="utf-8")
    said = huice("build", citing)
    check("a problem that several pages meet is reported once", said.code == 1 and said.err.count("error[cited-nothing]") == 1
          and re.search(r"\n1 error; mend first: cited-nothing at .*\nno page was made.*\n$", said.err), said)
    said = huice("build", folder / "nowhere")
    check("a project that is not there: exit code 1", said.code == 1 and "error[" in said.err, said)
    lenient = starter(folder / "lenient")
    (lenient / "data/notes.docx").write_bytes(b"x")
    said, strict = huice("check", lenient), huice("check", lenient, "--strict")
    check("a warning lets check pass", said.code == 0 and "warning[unknown-data-file]" in said.err, said)
    check("but not with --strict", strict.code == 1 and re.search(r"^1 warning, \d+ notes; mend first: unknown-data-file at data/notes.docx$", strict.err, re.MULTILINE), strict)
    said = huice("build", lenient, "--strict")
    check("nor does build --strict publish then", said.code == 1 and not (lenient / "public").exists(), said)


def full_disk():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))


def check_full_output(folder):
    """Every verb with its result on a disk that takes no more, and with one too long to be held until the end."""
    project = starter(folder / "printing")
    (folder / "t.txt").write_text("{{ 'x' * 200000 }}")
    answers = folder / "answers.json"
    answers.write_text("{}")
    asked = [("--help",), ("--version",), ("build", "--help"), ("check", project, "--format", "json"), ("check", project, "--format", "sarif"),
             ("facts", "example-2026-1", project), ("schema", "policy"), ("schema",), ("match", project, "--profile", answers), ("explain",),
             ("explain", "bad-money"), ("render", folder / "t.txt")]
    for words in asked:
        whole = huice(*words)
        with open("/dev/full", "w") as full:
            said = huice(*words, stdout=full)
        named = " ".join(str(word) for word in words if not isinstance(word, pathlib.Path))
        check(f"{named} on a full disk: exit code 3, and one message",
              whole.code == 0 and whole.out and said.code == 3 and said.err.count("error[") == 1
              and said.err.startswith("standard output: error[file-unwritable]: ") and "the disk is full" in said.err, (whole.code, said))


def check_environment(folder):
    project = starter(folder / "working")
    foreign = folder / "foreign"
    foreign.mkdir()
    (foreign / "thesis.txt").write_text("mine")
    said = huice("build", project, "-o", foreign)
    check("a folder that is not huice's is refused and left alone: exit code 1",
          said.code == 1 and "[output-not-ours]" in said.err and tree(foreign) == {"thesis.txt": b"mine"}, said)
    said = huice("build", project, "-o", foreign / "thesis.txt/public")
    check("an output that cannot be written: exit code 3", said.code == 3 and "error[" in said.err, said)
    huice("build", project, *DAY)
    before = tree(project / "public")
    said = huice("build", project, "--as-of", "2026-03-06", preexec_fn=full_disk)
    check("a disk that takes no more: exit code 3, and the old tree as it was",
          said.code == 3 and "[file-unwritable]" in said.err and before and tree(project / "public") == before, said)
    with open(project / ".public.twin/lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = huice("build", project, "--as-of", "2026-03-06")
        check("another build at work: exit code 3, and the old tree as it was",
              said.code == 3 and "[locked]" in said.err and tree(project / "public") == before, said)
    said = huice("build", project, "--as-of", "2026-03-06")
    check("afterwards the build goes through", said.code == 0 and tree(project / "public") != before, said)
    for verb, target in (("build", project), ("init", folder / "never")):
        said = huice(verb, target, share=folder / "no-share")
        check(f"{verb} without huice's templates: exit code 3 and one clear message",
              said.code == 3 and said.err.startswith("error[no-theme]: ") and re.search(r"\n1 error\b.*\n", said.err), said)
    check("init without templates makes nothing", not (folder / "never").exists())


def check_terminal(folder):
    project = starter(folder / "terminal")
    code, written = on_terminal("build", project, *DAY)
    check("on a terminal build draws a bar, takes it away and ends with its line",
          code == 0 and re.search(r"\r\[#+-*\] \d+/\d+ pages", written) and re.search(r"\r\x1b\[K[^\r]*public: \d+ files, \d+ new, 0 removed\r\n$", written),
          repr(written[-300:]))
    spoil(project)
    code, written = on_terminal("check", project)
    check("on a terminal messages are coloured", code == 1 and "\x1b[" in written, repr(written[:300]))
    said = huice("build", project)
    check("elsewhere there is neither bar nor colour", "\x1b" not in said.err and "\r" not in said.err, repr(said.err[:300]))


print("1..94", flush=True)
with tempfile.TemporaryDirectory(dir=os.environ.get("HUICE_TMP")) as temporary:
    place = pathlib.Path(temporary)
    check_help()
    check_usage(place)
    check_problems(place, check_init(place))
    check_empty(place)
    huice("init", place / "emptied")
    check_deleting(place / "emptied")
    check_environment(place)
    check_full_output(place)
    check_terminal(place)
