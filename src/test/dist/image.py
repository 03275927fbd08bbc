"""What mvn -Pdist package has made, tried in an empty Debian without Java: installed, asked, played in tmux, removed.

Usage: image.py TARBALL DEB      as root, with debootstrap; the Debian is made once and kept in target/debian
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "terminal"))
import table  # noqa: E402

TARBALL, DEB = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
del sys.argv[2:]
DEBIAN = pathlib.Path("target/debian").resolve()
MOST_MEGABYTES = 45


def empty_debian():
    """A minimal system with tmux and man, from wherever this machine gets its packages."""
    if not (DEBIAN / "made").exists():
        shutil.rmtree(DEBIAN, ignore_errors=True)
        release = dict(line.split("=", 1) for line in pathlib.Path("/etc/os-release").read_text().splitlines() if "=" in line)
        subprocess.run(["debootstrap", "--variant=minbase", "--include=tmux,man-db", release["VERSION_CODENAME"], str(DEBIAN)],
                       check=True, stdout=subprocess.DEVNULL)
        (DEBIAN / "made").touch()
    assert inside("command -v java").returncode != 0, "there is a java in it"


def inside(line, **options):
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
    return subprocess.run(["chroot", str(DEBIAN), "sh", "-c", line], capture_output=True, text=True, env=environment, **options)


def said(line):
    result = inside(line)
    assert result.returncode == 0 and result.stderr == "", (line, result)
    return result.stdout


def files():
    """All there is but for what the system itself keeps: caches and the log of packages."""
    skipped = [DEBIAN / name for name in ("proc", "dev", "root", "tmp", "var/cache", "var/log", "var/lib/dpkg")]
    found = set()
    for folder, folders, names in os.walk(DEBIAN):
        here = pathlib.Path(folder)
        folders[:] = [name for name in folders if here / name not in skipped]
        found |= {str(here / name) for name in names + folders}
    return found


def solves(nabla):
    assert said(f"{nabla} solve softmax --logits 2,1,0 --get p[1]") == "0.6652409557748218\n"
    archived = said(f"NABLA_JAVA_OPTS=-Xlog:class+load {nabla} solve softmax")
    ours = [line for line in archived.splitlines() if "dev.nabla." in line and "source:" in line]
    assert ours and all("shared objects file" in line for line in ours), ours[:3]


def plays(nabla, session):
    """Section 05 in tmux: a nudge of the learning rate is seen, Ctrl-C leaves nothing running."""
    tmux = f"tmux -L {session}"
    said(f"{tmux} new-session -d -x 80 -y 24 '{nabla} learn 05'")
    try:
        shows(tmux, "Gradient descent")
        said(f"{tmux} send-keys v")
        shows(tmux, "Before you play")
        said(f"{tmux} send-keys Escape")
        shows(tmux, "learning rate")
        said(f"{tmux} send-keys Right")
        shows(tmux, "0.19")
        said(f"{tmux} send-keys C-c")
        time.sleep(1)
        assert inside(f"{tmux} has-session").returncode != 0, "it is still there"
    finally:
        inside(f"{tmux} kill-server")


def shows(tmux, words):
    end = time.monotonic() + 20
    while words not in (screen := inside(f"{tmux} capture-pane -p").stdout):
        assert time.monotonic() < end, f"no {words!r} in\n{screen}"
        time.sleep(0.1)


def is_small():
    for file in (TARBALL, DEB):
        size = file.stat().st_size / 2**20
        assert size <= MOST_MEGABYTES, f"{file.name} has {size:.1f} MB"


def lanterna_can_be_replaced():
    with tarfile.open(TARBALL) as tar:
        assert [name for name in tar.getnames() if "/lib/lanterna-" in name and name.endswith(".jar")]


def tarball():
    with tarfile.open(TARBALL) as tar:
        tar.extractall(DEBIAN / "root", filter="tar")
    nabla = "/root/" + TARBALL.name.removesuffix(".tar.gz") + "/bin/nabla"
    solves(nabla)
    plays(nabla, "unpacked")


def package():
    before = files()
    shutil.copy(DEB, DEBIAN / "tmp" / "nabla.deb")
    assert inside("dpkg -i /tmp/nabla.deb").returncode == 0
    solves("nabla")
    plays("nabla", "installed")
    assert "NABLA" in said("man nabla | cat").upper()
    assert "MIT" in said("cat /usr/share/doc/nabla/copyright")
    assert inside("dpkg -P nabla").returncode == 0
    left = files() - before
    assert not left, sorted(left)[:10]


if __name__ == "__main__":
    empty_debian()
    subprocess.run(["mount", "-t", "proc", "proc", str(DEBIAN / "proc")], check=True)
    subprocess.run(["mount", "--rbind", "--make-rslave", "/dev", str(DEBIAN / "dev")], check=True)
    try:
        code = table.run("Distribution", [
            (f"tarball and package have at most {MOST_MEGABYTES} MB", is_small),
            ("Lanterna's jar lies by itself", lanterna_can_be_replaced),
            ("unpacked in an empty Debian: solve from the archive, the tutor in tmux", tarball),
            ("installed: solve, tutor, man page, copyright; removed: nothing left", package),
        ])
    finally:
        subprocess.run(["umount", "-lR", str(DEBIAN / "dev")], check=False)
        subprocess.run(["umount", str(DEBIAN / "proc")], check=False)
    sys.exit(code)
