"""A PostgreSQL cluster for one run of the tests, started and stopped by them, never as root."""

import os
import pwd
import shutil
import subprocess
from pathlib import Path


class Cluster:
    """The cluster in the run's own folder, reached through a socket there.

    Servers refuse to run as root, so root's cluster belongs to the user `postgres`, whom Debian's
    package makes; only that user and root can enter its folder.
    """

    def __init__(self) -> None:
        # Beside the run's folder: that one is closed to the user postgres.
        self.folder = Path(f"{os.environ['DONGHANH_TEST_FOLDER']}-pg")
        self.account = pwd.getpwnam("postgres") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())

    @property
    def url(self) -> str:
        return f"postgresql://{self.account.pw_name}@/donghanh?host={self.folder}"

    def start(self) -> None:
        self.folder.mkdir(mode=0o700)
        os.chown(self.folder, self.account.pw_uid, self.account.pw_gid)
        data = str(self.folder / "data")
        self._run("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "-D", data)
        options = [
            "listen_addresses=''",
            f"unix_socket_directories='{self.folder}'",
            "max_connections=200",
            "fsync=off",  # nothing here outlives the run
            "full_page_writes=off",
        ]
        settings = " ".join(f"-c {option}" for option in options)
        self._run("pg_ctl", "-D", data, "-w", "-l", str(self.folder / "log"), "-o", settings, "start")

    def stop(self) -> None:
        if (self.folder / "data" / "postmaster.pid").exists():
            self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        as_another = (
            {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}
            if os.geteuid() == 0
            else {}
        )
        outcome = subprocess.run(
            [str(_folder_of_programs() / program), *arguments],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            text=True,
            **as_another,
        )
        if outcome.returncode != 0:
            raise RuntimeError(f"{program} failed: {outcome.stdout}")


def _folder_of_programs() -> Path:
    """Debian keeps the server's programs off the PATH, a folder a version."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True
    )
    if folders:
        return folders[0]
    found = shutil.which("initdb")
    if found is None:
        raise RuntimeError("No PostgreSQL server here; ./test installs one.")
    return Path(found).parent
