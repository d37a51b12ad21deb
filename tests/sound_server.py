"""A PulseAudio server of our own with two null sinks, which can be killed and started again."""

import os
import subprocess
import threading
from pathlib import Path

import pytest


class SoundServer:
    """One in a folder; `visible` are the variables that lead a program to it.

    Its loudspeaker is heard by nobody, its microphone hears what is played into it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        socket, asoundrc, runtime = folder / "native", folder / "asoundrc", folder / "run"
        asoundrc.write_text(
            "</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n"
        )
        runtime.mkdir(mode=0o700)
        self.visible = {"PULSE_SERVER": f"unix:{socket}", "ALSA_CONFIG_PATH": str(asoundrc)}
        self._private = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(runtime), "XDG_CONFIG_HOME": str(folder)}
        modules = (
            f"module-native-protocol-unix socket={socket} auth-anonymous=1",
            "module-null-sink sink_name=speaker",
            "module-null-sink sink_name=mic",
        )
        self._command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"]
        self._command += [f"--load={module}" for module in modules]

    def start(self) -> None:
        """Start it and wait until it answers; the test is skipped if it does not."""
        log = self._folder / "log.txt"
        with log.open("wb") as file:
            self._server = subprocess.Popen(self._command, env=os.environ | self._private, stderr=file)
        for command in (["info"], ["set-default-sink", "speaker"], ["set-default-source", "mic.monitor"]):
            for _attempt in range(100):
                environment = os.environ | self._private | self.visible
                done = subprocess.run(["pactl", *command], env=environment, capture_output=True, check=False)
                if not done.returncode:
                    break
                if self._server.poll() is not None:
                    pytest.skip(f"PulseAudio does not run here: {log.read_text()[-500:]}")
                threading.Event().wait(0.05)
            else:
                pytest.skip(f"PulseAudio does not answer here: {done.stderr.decode()}")

    def kill(self) -> None:
        """End it as a crash does."""
        self._server.kill()
        self._server.wait(10)

    def stop(self) -> None:
        """End it."""
        self._server.terminate()
        self._server.wait(10)
