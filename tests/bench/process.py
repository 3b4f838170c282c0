"""What a process on this machine has used so far, where the system tells it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def memory(processes: Iterable[int], what: str = "VmRSS") -> float | None:
    """Resident megabytes of some processes together; with ``VmHWM`` the most that each has had so far."""
    sizes = [_memory(process, what) for process in processes]
    return sum(size for size in sizes if size) or None


def _memory(process: int, what: str) -> float | None:
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return None
    [line] = [line for line in status.read_text().splitlines() if line.startswith(f"{what}:")]
    return int(line.split()[1]) / 1024


def processor(processes: Iterable[int]) -> float | None:
    """Seconds of processor time of some processes together so far."""
    return sum(seconds for process in processes if (seconds := _processor(process))) or None


def _processor(process: int) -> float | None:
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return None
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
