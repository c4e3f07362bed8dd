"""A Dask cluster as workers: it keeps the queue, sees who is lost, and gives the work to others."""

from concurrent.futures import Future

from xi_data.batches.unit import Shard, Unit, read_unit
from xi_data.batches.workers import WorkersError

_PATIENCE = 20  # seconds in which a scheduler answers
_INSTALLED_BY = "pip install -r requirements-cluster.txt"


class Cluster:
    """The workers of a scheduler, however many there are at the moment.

    Raises WorkersError where distributed is not installed or no scheduler answers.
    """

    most_deaths = 1  # the scheduler has tried it several times before it says so

    def __init__(self, address: str):
        try:
            from distributed import Client
            from distributed.scheduler import KilledWorker
        except ImportError as error:
            raise WorkersError(
                f"--scheduler needs Dask, which is not installed ({error}): {_INSTALLED_BY}"
            ) from None
        self.died = KilledWorker
        try:
            self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise WorkersError(
                f"no Dask scheduler answers at {address} ({error}); start one with: dask scheduler"
            ) from None
        self._executor = self._client.get_executor(pure=False)

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    @property
    def at_once(self) -> int:
        """Twice as many units as the workers have threads."""
        return 2 * max(1, sum(self._client.nthreads().values()))

    def begin(self, unit: Unit) -> "Future[Shard]":
        """Have it read."""
        return self._executor.submit(read_unit, unit)
