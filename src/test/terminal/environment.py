"""Whatever the environment is, nabla draws as it should there, tells the course line by line, or prints its outline with a hint.

Usage: environment.py PATH/TO/bin/nabla [WORD ...]   only the faults with such a word in their name
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import table
from pane import Pane, eventually
from tutor import AT_HOME, HOME, NABLA, Tutor

CLEAN = "env -u LC_ALL -u LC_CTYPE -u COLORTERM -u NO_COLOR -u COLORFGBG"
SCRATCH = tempfile.TemporaryDirectory()
ROOT = pathlib.Path(SCRATCH.name)
JAVA_HOME = os.environ.get("JAVA_HOME") or str(pathlib.Path(shutil.which("java")).resolve().parent.parent)
COUNTRIES = ["tr_TR", "de_DE"]


def glyphs_on(screen):
    if all(ord(sign) < 127 for sign in screen):
        return "ascii"
    return "braille" if re.search("[\u2801-\u28ff]", screen) else "quadrant"


def colors_in(written):
    numbers = [number for sgr in re.findall(rb"\x1b\[([0-9;]*)m", written) for number in sgr.split(b";")]
    if b"38" in numbers:
        return "256"
    return "16" if any(re.fullmatch(rb"3[0-7]|9[0-7]", number) for number in numbers) else "mono"


def draws(environment, glyphs, colors):
    def fault():
        with Tutor(CLEAN + " " + environment, NABLA + " learn 05", "05 Gradient descent") as tutor:
            tutor.pane.figure()
            screen = tutor.pane.wait("FIG.05")
            assert (glyphs_on(screen), colors_in(tutor.pane.written())) == (glyphs, colors), (
                glyphs_on(screen), colors_in(tutor.pane.written()), screen)
            tutor.pane.keys("C-c")
            tutor.shell_is_as_before(130)

    return fault


def is_the_outline(out, code, hint):
    assert code == 2, (code, out)
    assert "06  Softmax" in out and hint in "".join(out.splitlines()) and "try nabla learn --text" in "".join(out.splitlines()), out
    assert "\tat " not in out and "Exception" not in out and "\x1b" not in out, out


def recital(command, hint=None):
    """Where lines can be typed and nothing can be drawn, the course is told line by line; why, if that is unexpected."""

    def fault():
        pane = Pane(120, 40)
        try:
            pane.type("stty -a >$XDG_STATE_HOME.before; cd ${XDG_STATE_HOME%/*}; clear 2>/dev/null")
            pane.prompt()
            pane.record()
            pane.type(f"{command}; echo code=$?")
            pane.wait("else can be typed")
            pane.type("quit")
            screen = pane.wait("\ncode=")
            assert "\ncode=0" in screen and "06 Softmax" in screen, screen
            why = re.search(r"cannot show figures \((.*)\);\s+using text mode", " ".join(screen.split()))
            assert (hint in why[1] if why else not hint), screen
            assert "\tat " not in screen and "Exception" not in screen, screen
            assert b"\x1b[?1049h" not in pane.written(), "it took the terminal"
            pane.type("stty -a >$XDG_STATE_HOME.after; echo lo''oked")
            pane.wait("looked")
            before, after = ((pane.scratch / f"state.{when}").read_text() for when in ("before", "after"))
            assert before == after, after
        finally:
            pane.close()

    return fault


def run(*arguments, **environment):
    """Without a terminal, as cron would."""
    return subprocess.run([NABLA, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="surrogateescape", timeout=60, start_new_session=True, env=environment)


def no_verdict(prefix):
    """A java that cannot start is no student who is wrong."""

    def fault():
        result = subprocess.run(["bash", "-c", f"{prefix} exec {NABLA} check 2.3 --answer 0.720"], stdin=subprocess.DEVNULL,
                                capture_output=True, text=True, timeout=60, cwd=ROOT)
        assert (result.returncode, result.stdout) == (1, ""), result
        assert re.search("could not|cannot|error|too small|no JVM", result.stderr, re.IGNORECASE), result

    return fault


def crashed():
    """A java without memory leaves no report where somebody works, and nothing on standard output."""
    work = pathlib.Path(tempfile.mkdtemp(dir=ROOT))
    for kilobytes in (20_000, 50_000):
        result = subprocess.run(["bash", "-c", f"ulimit -c unlimited; ulimit -d {kilobytes}; exec {NABLA} solve softmax --get p"],
                                env={**os.environ, "HOME": str(work), "XDG_STATE_HOME": ""}, cwd=work, stdin=subprocess.DEVNULL,
                                capture_output=True, text=True, timeout=60)
        assert (result.returncode, result.stdout) == (1, ""), result
    assert not list(work.iterdir()), list(work.iterdir())


def unheard():
    """What cannot be said on standard error changes neither the answer nor the exit code."""
    for line, code in (("solve softmax --get p", 0), ("solve softmax --tau 0", 3), ("check 2.3 --answer abc", 5),
                       ("check 2.3 --answer 5", 4), ("progress", 0), ("solve sofmax", 2)):
        command = f"{NABLA} {line} <{os.devnull}"
        heard = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
        assert heard.returncode == code, heard
        for errors in ("2>&-", "2>/dev/full"):
            result = subprocess.run(["bash", "-c", f"{command} {errors}"], stdout=subprocess.PIPE, text=True, timeout=60)
            assert (result.returncode, result.stdout) == (code, heard.stdout), (line, errors, result)


def full_disk():
    """Each command that writes says the reason, ends with 74 and leaves what was there; a later one finds nothing in its way."""
    if os.getuid() != 0:
        print("  (a full disk is not tried: only root can mount one)", flush=True)
        return
    disk, home = ROOT / "disk", ROOT / "writer"
    disk.mkdir()
    journal = home / "nabla" / "journal.jsonl"
    journal.parent.mkdir(parents=True)
    line = '{"format":1,"at":"2026-03-02T09:%02d:%02dZ","event":"read","section":"02"}\n'
    journal.write_text("".join(line % (number // 60, number % 60) for number in range(1000)))
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)], check=True)
    try:
        def write(line):
            return subprocess.run([NABLA, *line.split()], cwd=disk, env={**os.environ, "XDG_STATE_HOME": str(home)},
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)

        tour = "record tour.cast -- Enter wait:1 Enter"
        assert write(tour).returncode == 0
        fill(disk / "fill")
        before = {path.name: path.read_bytes() for path in disk.iterdir()}
        for line in ("progress export ada.jsonl", tour, "lesson new my-course", "train --steps 1 --out names.json"):
            result = write(line)
            assert result.returncode == 74 and "no space left on device" in result.stderr, (line, result)
            assert {path.name: path.read_bytes() for path in disk.iterdir()} == before, (line, list(disk.iterdir()))
        (disk / "fill").unlink()
        for line in ("progress export ada.jsonl", tour):
            result = write(line)
            assert result.returncode == 0, (line, result)
        assert (disk / "ada.jsonl").read_text().count("\n") == 1000
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def fill(file):
    with open(file, "wb", buffering=0) as out:
        try:
            while True:
                out.write(bytes(4096))
        except OSError:
            pass  # it is full


def locked(nobody):
    """A journal in a folder of somebody else's is not an empty one."""
    state = ROOT / "locked"
    (state / "nabla").mkdir(parents=True)
    (state / "nabla" / "journal.jsonl").write_text("{}\n")
    state.chmod(0o700)
    if os.getuid() != 0:
        (state / "nabla").chmod(0)

    def fault():
        for line in ("progress", "progress export", "progress reset --yes", "review", "doctor"):
            result = subprocess.run([*nobody.split(), *line.split()], env={**os.environ, "XDG_STATE_HOME": str(state)},
                                    stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
            assert result.returncode == 74 and "permission denied" in result.stdout + result.stderr, (line, result)

    return fault


def without_a_jvm():
    jdk = ROOT / "jdk"
    for name in ("bin/java", "lib/libjli.so", "lib/jvm.cfg"):
        (jdk / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(f"{JAVA_HOME}/{name}", jdk / name)
    return jdk


def batch(line, count, heap):
    """The answers as they come, each with the seconds after the first question."""
    with open(ROOT / f"{count}.jsonl", "w+") as questions:
        questions.write(f"{line}\n" * count)
        questions.seek(0)
        begun = time.monotonic()
        with subprocess.Popen([NABLA, "solve", "--batch"], stdin=questions, stdout=subprocess.PIPE,
                              env={**os.environ, "NABLA_JAVA_OPTS": heap}) as nabla:
            for number, answer in enumerate(nabla.stdout, 1):
                assert answer.startswith(b'{"schema":1,"op":"sample","line":%d,"in":' % number), answer[:200]
                yield time.monotonic() - begun
    assert (nabla.returncode, number) == (0, count), (nabla.returncode, number)


def many_large_answers():
    for _ in batch('{"op":"sample","logits":[2.1,0.5,-1,-0.5],"count":1000000}', 300, "-Xmx512m -XX:ActiveProcessorCount=16"):
        pass


def the_first_of_slow_lines():
    times = list(batch('{"op":"sample","logits":[2.1,0.5,-1,-0.5],"count":300000}', 128, "-Xmx512m"))
    assert times[0] < times[-1] / 2 and len({round(at, 1) for at in times}) > 4, times


CRON = {"HOME": "/", "LOGNAME": "nobody", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "JAVA_HOME": JAVA_HOME}


def cron():
    result = run(**CRON)
    is_the_outline(result.stdout, result.returncode, "not a terminal")
    result = run("solve", "softmax", **CRON)
    assert result.returncode == 0 and "0.756877" in result.stdout, result


def nohup():
    pane = Pane()
    try:
        pane.type(f"cd ${{XDG_STATE_HOME%/*}}; nohup {NABLA}; echo code=$?")
        screen = pane.wait("\ncode=2")
        assert "nohup: " in screen, screen
        is_the_outline((pane.scratch / "nohup.out").read_text(), 2, "not a terminal")
    finally:
        pane.close()


def script():
    with Tutor(command=f"script -qec '{NABLA} learn 06' /dev/null", seen="06 Softmax") as tutor:
        tutor.pane.figure()
        tutor.pane.keys("Right")
        tutor.pane.wait("2.2")
        tutor.pane.keys("C-c")
        tutor.shell_is_as_before(130)


def progress(command):
    """Read on in a section where nothing can be written: it is said once a place is to be kept, and nothing else happens."""

    def fault():
        with Tutor(command=command, seen="06 Softmax") as tutor:
            for _ in range(20):
                tutor.pane.keys("Enter")
                time.sleep(0.2)
            tutor.pane.wait("Progress is not kept")
            tutor.pane.keys("C-c")
            tutor.shell_is_as_before(130)

    return fault


def bins(*names, **scripts):
    """A folder for PATH, with these programs and no others."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=ROOT))
    for name in names:
        (folder / name).symlink_to(shutil.which(name))
    for name, text in scripts.items():
        (folder / name).write_text("#!/bin/sh\n" + text)
        (folder / name).chmod(0o755)
    return folder


def locales():
    """Turkish and German as the system would have them, made for this run."""
    for country in COUNTRIES:
        subprocess.run(["localedef", "-i", country, "-f", "UTF-8", str(ROOT / f"{country}.UTF-8")], check=True,
                       capture_output=True)


def same_words(country):
    def fault():
        english = {**CRON, "LANG": "C.UTF-8"}
        foreign = {**CRON, "LANG": f"{country}.UTF-8", "LC_ALL": f"{country}.UTF-8", "LOCPATH": str(ROOT)}
        settings = run("doctor", **foreign, NABLA_JAVA_OPTS="-XshowSettings:locale").stdout
        assert {"tr": "Turkish", "de": "Deutsch"}[country[:2]] in settings or country[:2] + "_" in settings or \
            {"tr": "Türk", "de": "German"}[country[:2]] in settings, settings
        for line in ("--help", "solve --help", "solve softmax --help", "solve softmax --explain", "solve descent --json",
                     "solve softmax --json --tau 1e-3", "show descent --size 80x24 --steps 9 --glyphs ascii",
                     "show softmax --size 80x24 --format svg --glyphs BRAILLE", "solve softmax --tau 0",
                     "solve softmax --tau x", "solve descent --INIT 1", "learn 99", "learn"):
            ours, theirs = (run(*line.split(), **env) for env in (english, foreign))
            assert (ours.returncode, ours.stdout) == (theirs.returncode, theirs.stdout), f"{line}:\n{theirs.stdout}"
        with Tutor(f"LOCPATH={ROOT} LC_ALL={country}.UTF-8", NABLA + " learn 06", "06 Softmax") as tutor:
            tutor.pane.figure()
            tutor.pane.keys("Right")
            screen = tutor.pane.wait("2.2")
            assert "0.757" not in screen and "ı" not in screen and "İ" not in screen and "0,7" not in screen, screen
            tutor.pane.keys("C-c")
            tutor.shell_is_as_before(130)

    return fault


def no_windows():
    """With a DISPLAY, nothing of AWT or Swing is loaded."""
    log = ROOT / "classes.log"
    options = f"DISPLAY=:99 NABLA_JAVA_OPTS=-Xlog:class+load:file={log}"
    with Tutor(options) as tutor:
        tutor.pane.keys("q")
        tutor.shell_is_as_before(0)
    loaded = log.read_text()
    assert "dev.nabla.tui.term.LocalSession" in loaded
    assert not re.search(r"java\.awt|javax\.swing|sun\.awt|SwingTerminal |AWTTerminal ", loaded), "AWT is loaded"


def unprivileged():
    """A copy that nobody may run, where nobody may write."""
    home = ROOT / "installed"
    shutil.copytree(HOME, home, symlinks=True)
    ROOT.chmod(0o755)
    if os.getuid() != 0:
        return str(home / "bin" / "nabla")
    return f"setpriv --reuid=65534 --regid=65534 --clear-groups {home}/bin/nabla"


def pipes():
    """A folder with pipes for journal, lock and config; whoever opens one waits for ever."""
    folder = ROOT / "pipes"
    (folder / "nabla").mkdir(parents=True)
    for name in ("journal.jsonl", "journal.jsonl.lock", "config"):
        os.mkfifo(folder / "nabla" / name)
    return f"XDG_STATE_HOME={folder} XDG_CONFIG_HOME={folder}"


NONSENSE = r"printf 'X\033[8mY'"
UTF8 = "LANG=C.UTF-8"
XTERM = "TERM=xterm-256color"


def faults():
    locales()
    nobody = unprivileged()
    read_only = ROOT / "read-only"
    read_only.mkdir(mode=0o555)
    return [
        ("solve --batch: 300 answers of 2 MB from 512 MB of heap", many_large_answers),
        ("solve --batch: the first of 128 slow lines is not kept for the last", the_first_of_slow_lines),
        ("TERM empty: told line by line", recital(f"TERM= {NABLA}")),
        ("TERM unset: told line by line", recital(f"env -u TERM {NABLA}")),
        ("TERM=dumb: told line by line", recital(f"TERM=dumb {NABLA}")),
        ("learn --text: told line by line", recital(f"{UTF8} {XTERM} {NABLA} learn --text")),
        *((f"TERM={term}: {glyphs}, {colors}", draws(f"{UTF8} TERM={term}", glyphs, colors)) for term, glyphs, colors in (
            ("unknown", "braille", "16"), ("linux", "ascii", "16"), ("xterm", "braille", "16"),
            ("xterm-256color", "braille", "256"), ("screen", "braille", "16"), ("screen-256color", "braille", "256"),
            ("tmux", "braille", "16"), ("rxvt", "quadrant", "16"), ("vt100", "braille", "mono"))),
        ("LANG=C: ascii", draws(f"LANG=C {XTERM}", "ascii", "256")),
        ("LANG=POSIX: ascii", draws(f"LANG=POSIX {XTERM}", "ascii", "256")),
        ("LANG=C LC_ALL=UTF-8: braille", draws(f"LANG=C LC_ALL=UTF-8 {XTERM}", "braille", "256")),
        ("LANG empty: what the system says", draws(f"LANG= {XTERM}", "ascii", "256")),
        ("NO_COLOR: mono", draws(f"{UTF8} {XTERM} NO_COLOR=1 COLORTERM=truecolor", "braille", "mono")),
        ("COLORTERM: 256", draws(f"{UTF8} TERM=xterm COLORTERM=truecolor", "braille", "256")),
        *((f"{country}.UTF-8: the same words and numbers", same_words(country)) for country in COUNTRIES),
        ("HOME missing", progress(f"env -u HOME XDG_STATE_HOME=/proc/none {NABLA} learn 06")),
        ("HOME read-only: progress is not kept, and said", progress(f"env HOME={read_only} XDG_STATE_HOME= {nobody} learn 06")),
        ("HOME unknown to anybody", progress(f"env -u HOME XDG_STATE_HOME= {nobody.replace('65534', '54321')} learn 06")),
        ("journal, lock and config are pipes: nobody waits for them", progress(f"env {pipes()} {NABLA} learn 06")),
        ("no /dev/tty: told line by line", recital(f"setsid -w {NABLA}", "no terminal")),
        ("stty missing: told line by line", recital(f"PATH={bins('sh', 'env', 'setpriv', 'ls')} JAVA_HOME={JAVA_HOME} {NABLA}", "stty")),
        ("stty fails: told line by line", recital(f"PATH={bins('sh', stty='exit 1')} JAVA_HOME={JAVA_HOME} {NABLA}", "stty fails")),
        ("stty talks nonsense: told line by line", recital(
            f"PATH={bins('sh', stty=NONSENSE)} JAVA_HOME={JAVA_HOME} {NABLA}", "stty says 'X?[8mY")),
        ("PATH empty: told line by line", recital(f"PATH= JAVA_HOME={JAVA_HOME} {NABLA}", "stty")),
        ("no env and no setpriv: the tutor works without", lambda: works_without(bins("sh", "stty", "sed"))),
        ("script", script),
        ("nohup", nohup),
        ("env -i: told line by line", recital(f"env -i XDG_STATE_HOME=$XDG_STATE_HOME JAVA_HOME={JAVA_HOME} {NABLA}")),
        ("cron", cron),
        ("DISPLAY set: no window system is loaded", no_windows),
        ("too little address space for java: it says so, and is no verdict", no_verdict("ulimit -v 1000000;")),
        ("options that java refuses: it says so, and is no verdict", no_verdict("export NABLA_JAVA_OPTS=-Xmx1k;")),
        ("a java that has lost its JVM: it is said, and is no verdict", no_verdict(f"export JAVA_HOME={without_a_jvm()};")),
        ("a working directory that is gone: java says so, and is no verdict", no_verdict("mkdir gone; cd gone; rmdir ../gone;")),
        ("a java without memory: no report in the working folder, nothing on stdout", crashed),
        ("stderr closed or full: the same answer and code", unheard),
        ("a full disk: 74 with the reason, and no half file", full_disk),
        ("a journal that may not be read: 74 with the reason", locked(nobody)),
    ]


def works_without(path):
    with Tutor(f"PATH={path} JAVA_HOME={JAVA_HOME}") as tutor:
        tutor.pane.keys("C-z")
        tutor.pane.wait("Stopped")
        assert eventually(lambda: tutor.java.stopped() and tutor.launcher.stopped(), 2), "something still runs"
        tutor.pane.prompt()
        tutor.pane.type("clear; fg")
        tutor.pane.wait(AT_HOME)
        tutor.launcher.kill("INT")
        assert eventually(lambda: not tutor.java.alive(), 2)
        tutor.terminal_is_as_before()


if __name__ == "__main__":
    sys.exit(table.run("Environment", faults()))
