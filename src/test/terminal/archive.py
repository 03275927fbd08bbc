"""Whatever has become of the class-data archives, nabla answers the same, and says nothing of it.

Usage: archive.py PATH/TO/bin/nabla [WORD ...]   only the states with such a word in their name
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import table
from pane import Pane
from tutor import AT_HOME, NABLA

HOME = pathlib.Path(sys.argv[1]).resolve().parent.parent
ROOT = pathlib.Path(tempfile.mkdtemp(prefix="nabla archive "))
ARCHIVES = ["nabla.jsa", "solve.jsa", "tutor.jsa"]
LINES = [["solve", "softmax", "--json"], ["solve", "softmax", "--tau", "0"], ["show", "descent", "--steps", "9"]]


def answers(nabla, **environment):
    results = [subprocess.run([str(nabla), *line], stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
                              env={**os.environ, "LC_ALL": "C.UTF-8", **environment}) for line in LINES]
    return [(result.returncode, result.stdout, result.stderr) for result in results]


def copy(name):
    """With the times of the files, as after mv."""
    home = ROOT / name
    shutil.copytree(HOME, home, copy_function=shutil.copy2)
    archives = [home / "lib" / archive for archive in ARCHIVES]
    for archive in archives:
        archive.chmod(0o644)
    return home, archives


def same(name, spoil, **environment):
    def state():
        home, archives = copy(name)
        for archive in archives:
            spoil(home, archive)
        assert answers(home / "bin" / "nabla", **environment) == answers(HOME / "bin" / "nabla"), name
        shutil.rmtree(home)

    return name, state


def is_used(home=HOME):
    for command in ("solve", "show"):
        classes = subprocess.run([str(home / "bin" / "nabla"), command, "softmax"], capture_output=True, text=True, check=True,
                                 env={**os.environ, "NABLA_JAVA_OPTS": "-Xlog:class+load"}).stdout
        come_out_of_it(classes)


def come_out_of_it(classes):
    ours = [line for line in classes.splitlines() if ("dev.nabla." in line or "picocli." in line) and "source:" in line]
    assert ours and all("shared objects file" in line for line in ours), [line for line in ours if "shared objects" not in line][:5]


def tutor_uses_its_own():
    """From its start to a figure under the arrows."""
    pane = Pane()
    try:
        loaded = pane.scratch / "classes"
        pane.type(f"NABLA_JAVA_OPTS=-Xlog:class+load:file={loaded} {NABLA}")
        pane.wait(AT_HOME)
        pane.keys("Down", "Enter")
        pane.wait("q home")
        pane.figure()
        pane.keys("Right")
        pane.wait("q home")
        pane.keys("q")
        pane.wait(AT_HOME)
        pane.keys("q")
        pane.prompt()
        come_out_of_it(loaded.read_text())
    finally:
        pane.close()


def is_used_elsewhere():
    home, _ = copy("moved")
    is_used(home)
    shutil.rmtree(home)


def bare(name):
    """As cp -r copies: the files have other times."""
    home = ROOT / name
    shutil.copytree(HOME, home, copy_function=shutil.copy)
    return home


def is_not_used(home):
    try:
        is_used(home)
    except AssertionError:
        return
    raise AssertionError(f"{home.name}: the archive is used")


def doctor(home, **user):
    """What it says of the archive."""
    said = subprocess.run([str(home / "bin" / "nabla"), "doctor"], capture_output=True, text=True, check=True, **user).stdout
    return " ".join(next(line for line in said.splitlines() if line.startswith("archive ")).split()[1:])


def doctor_gives_times_back():
    home = bare("copied")
    assert answers(home / "bin" / "nabla") == answers(HOME / "bin" / "nabla")
    is_not_used(home)
    assert doctor(home) == "no copied files have got their time back; the next start uses it"
    is_used(home)
    assert doctor(home) == "yes starts are fast"
    assert "made for another java" in doctor(home, env={**os.environ, "NABLA_JAVA_OPTS": "-Xshare:off"})
    shutil.rmtree(home)


def learn_gives_times_back():
    home = bare("copied for the tutor")
    subprocess.run([str(home / "bin" / "nabla"), "learn", "--text"], input="q\n", capture_output=True, text=True, check=True)
    is_used(home)
    shutil.rmtree(home)


def others_keep_times():
    """A copy that its user does not own, or of which one file is not what was packed: times stay, only doctor says why."""
    home = bare("copied by root")
    times = [file.stat().st_mtime for file in sorted((home / "lib").iterdir())]
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/nonexistent"]
    ROOT.chmod(0o755)
    learn = subprocess.run([*nobody, str(home / "bin" / "nabla"), "learn", "--text"], input="q\n", capture_output=True, text=True)
    assert (learn.returncode, learn.stderr) == (0, ""), learn
    said = subprocess.run([*nobody, str(home / "bin" / "nabla"), "doctor"], capture_output=True, text=True, check=True)
    assert "cp -a keeps" in said.stdout and "Operation not permitted" in said.stdout and said.stderr == "", said
    for name in ("lanterna-3.1.5.jar", "solve.jsa"):
        file = home / "lib" / name
        code = file.read_bytes()
        file.chmod(0o644)
        file.write_bytes(code[:-99] + b"?" + code[-98:])
        stat = file.stat()
        assert doctor(home) == f"no {file} is not the one that was packed", name
        assert file.stat().st_mtime == stat.st_mtime, name
        is_not_used(home)
        file.write_bytes(code)
        os.utime(file, (stat.st_atime, times[[each.name for each in sorted((home / 'lib').iterdir())].index(name)]))
    assert times == [file.stat().st_mtime for file in sorted((home / "lib").iterdir())]
    (home / "lib" / "files").write_text("")
    assert doctor(home).endswith("lib/files is not the one that was packed")
    (home / "lib" / "files").unlink()
    assert "no there is no " in doctor(home)
    shutil.rmtree(home)


def is_woven():
    with zipfile.ZipFile(HOME / "lib" / "nabla.jar") as jar:
        for name in jar.namelist():
            assert not name.endswith(".class") or b"java/lang/invoke/LambdaMetafactory" not in jar.read(name), name
        assert "picocli/CommandLine.class" in jar.namelist()
    assert not list((HOME / "lib").glob("picocli*")), "its classes are in our jar"


def another_jar(name, seconds):
    """A jar of other code, and of a time so many seconds later."""

    def state():
        home, _ = copy(name)
        jar, other = home / "lib" / "nabla.jar", home / "other.jar"
        with zipfile.ZipFile(jar) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as replaced:
            for each in old.namelist():
                code = old.read(each).replace(b"entropy_bits", b"ENTROPY_BITS").replace(b"the maths a lang", b"THE MATHS A LANG")
                replaced.writestr(each, code)
        time = jar.stat().st_mtime + seconds
        other.replace(jar)
        os.utime(jar, (time, time))
        for command, new in (["solve", "softmax", "--json"], "ENTROPY_BITS"), (["--help"], "THE MATHS A LANG"):
            answer = subprocess.run([str(home / "bin" / "nabla"), *command], capture_output=True, text=True, check=True).stdout
            assert new in answer and new.lower() not in answer, answer
        assert doctor(home) == f"no {jar} is not the one that was packed" or not seconds, doctor(home)
        shutil.rmtree(home)

    return f"{name}: the new code runs", state


def cut(size):
    return lambda home, archive: os.truncate(archive, size)


def other_java():
    """Every other JDK of this machine: for each the archive is a foreign one."""
    here = subprocess.run(["java", "-XshowSettings:properties", "-version"], capture_output=True, text=True).stderr
    for java in pathlib.Path("/usr/lib/jvm").glob("*/bin/java"):
        jdk = java.parent.parent
        if not jdk.is_symlink() and f"java.home = {jdk.resolve()}\n" not in here:
            assert answers(HOME / "bin" / "nabla", JAVA_HOME=str(jdk)) == answers(HOME / "bin" / "nabla"), jdk


STATES = [
    ("as built: all of our classes come out of it", is_used),
    ("as built: all of a tutor's classes come out of its own", tutor_uses_its_own),
    ("as built: no lambda is left to link", is_woven),
    same("moved with its folder", lambda home, archive: None),
    ("moved with its folder: all of our classes come out of it", is_used_elsewhere),
    ("copied by cp -r: doctor gives the times back and says so", doctor_gives_times_back),
    ("copied by cp -r: so does learn, when it ends", learn_gives_times_back),
    ("copied by another, or changed: times stay, doctor says why", others_keep_times),
    same("missing", lambda home, archive: archive.unlink()),
    same("empty", cut(0)),
    same("cut in its header", cut(1000)),
    same("cut in the middle", cut(3_000_000)),
    same("text", lambda home, archive: archive.write_text("not an archive\n" * 1000)),
    same("a folder", lambda home, archive: (archive.unlink(), archive.mkdir())),
    another_jar("a newer jar", 3600),
    another_jar("an older jar", -3600),
    another_jar("another jar of one time", 0),
    ("of another JDK", other_java),
]

if __name__ == "__main__":
    code = table.run("Class-data archive", STATES)
    shutil.rmtree(ROOT, ignore_errors=True)
    sys.exit(code)
