"""On paper: how many hours a large archive takes on clusters of some sizes, out of rates that were measured.

Run by hand: `python tests/benchmarks/scale_model.py --files 1e6 --worker-files-per-s 90`, with what
`bench_cluster.py` tells of one worker. It is a model, not a measurement: workers compute at the rate of one,
until the disk or network that they share, or the one process that keeps their answers, has no more to give;
then come the start, a last batch for which the others wait, and the merging, which one process does.
"""

import argparse
from dataclasses import dataclass

_MOST_IN_A_BATCH = 256


@dataclass(frozen=True)
class Rates:
    """What was measured, or is known of the place."""

    worker_files_per_s: float
    kept_files_per_s: float = 5000.0  # by the process that writes the parts
    merge_files_per_s: float = 5000.0
    start_s: float = 20.0
    file_mb: float = 0.0  # what has to come over the network or from the shared disk; 0: nothing shared
    shared_mb_per_s: float = 1000.0  # of that disk or network for all workers together


def together_files_per_s(rates: Rates, workers: int) -> tuple[float, str]:
    """How fast so many workers are, and what keeps them from being faster."""
    limits = {"workers": workers * rates.worker_files_per_s, "keeping": rates.kept_files_per_s}
    if rates.file_mb:
        limits["reading"] = rates.shared_mb_per_s / rates.file_mb
    limit = min(limits, key=lambda name: limits[name])
    return limits[limit], limit


def hours(rates: Rates, files: float, workers: int) -> float:
    """From the start of the command to its end."""
    rate, _limit = together_files_per_s(rates, workers)
    last_batch_s = min(_MOST_IN_A_BATCH, files / workers) / rates.worker_files_per_s
    return (rates.start_s + files / rate + last_batch_s + files / rates.merge_files_per_s) / 3600.0


def main() -> None:
    """A table of workers and hours."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", type=float, default=1e6)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4, 8, 16, 32, 64, 128])
    parser.add_argument("--worker-files-per-s", type=float, required=True)
    for name in ("kept_files_per_s", "merge_files_per_s", "start_s", "file_mb", "shared_mb_per_s"):
        parser.add_argument(f"--{name.replace('_', '-')}", type=float, default=getattr(Rates, name))
    options = vars(parser.parse_args())
    files, workers = options.pop("files"), options.pop("workers")
    rates = Rates(**options)
    print(f"{'workers':>8}  {'hours':>8}  {'gain':>6}  limited by")
    for count in workers:
        gain = hours(rates, files, 1) / hours(rates, files, count)
        limit = together_files_per_s(rates, count)[1]
        print(f"{count:>8}  {hours(rates, files, count):>8.2f}  {gain:>6.1f}  {limit}")


if __name__ == "__main__":
    main()
