"""Who reads: processes that are killed, documents that kill, a cluster, and how far they are."""

import os
import signal
import socket
import sys
from concurrent.futures import Future

import pytest

from tests.batches.conftest import Threads, extracted, same
from xi_data.batches import cluster, unit
from xi_data.batches.cluster import Cluster
from xi_data.batches.document import Document
from xi_data.batches.progress import Progress
from xi_data.batches.unit import Unit
from xi_data.batches.workers import Processes, WorkersError, shards


class KilledOnce(Processes):
    """Processes of which one is killed when it has work."""

    def begin(self, unit):
        future = super().begin(unit)
        if unit.number == 1 and not hasattr(self, "killed"):
            self.killed, *_ = self._pool._processes
            os.kill(self.killed, signal.SIGKILL)
        return future


def test_a_process_that_is_killed_costs_only_time(source, whole, tmp_path):
    workers = KilledOnce(2)
    extracted(source, tmp_path / "corpus", workers)
    assert workers.killed
    assert same(tmp_path / "corpus", whole)


class Deadly(Document):
    """A document that ends whoever reads it."""

    def read(self, *_):
        os._exit(1)


class Dying(Threads):
    """Workers that are lost whatever they begin."""

    def begin(self, unit):
        self.begun.append(unit.number)
        lost = Future()
        lost.set_exception(self.died())
        return lost


def test_a_document_that_ends_its_process_is_a_failure_and_the_others_are_read():
    documents = (Deadly("deadly.txt", "deadly"), Document("good.txt", "good", content="收梨3筐。"))
    work = Unit(0, documents, None, False, unit.reader())
    workers = Dying()
    [shard] = shards([work], workers)
    assert workers.begun == [0] * workers.most_deaths
    assert shard.failures == (("deadly.txt", "reading it ends the process that reads"),)


@pytest.fixture(scope="module")
def scheduler():
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as begun:
        yield begun.scheduler_address


def test_a_cluster_comes_to_the_same_rows(source, whole, tmp_path, scheduler):
    extracted(source, tmp_path / "corpus", Cluster(scheduler))
    assert same(tmp_path / "corpus", whole)


def test_a_worker_of_another_edition_is_refused(source, tmp_path, scheduler, monkeypatch):
    editions = iter(["0.1.0-here", "0.1.0-there"])
    monkeypatch.setattr(unit, "reader", lambda: next(editions, "0.1.0-there"))
    with pytest.raises(WorkersError, match="another edition .*0.1.0-here is asked for"):
        extracted(source, tmp_path / "corpus", Cluster(scheduler), documents_a_unit=100)


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch):
    monkeypatch.setattr(cluster, "_PATIENCE", 0.3)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(WorkersError, match=f"no Dask scheduler answers at {address}"):
        Cluster(address)
    with pytest.raises(WorkersError, match="no Dask scheduler answers at nonsense://x"):
        Cluster("nonsense://x")


def test_without_dask_it_is_said_how_it_is_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WorkersError, match="pip install -r requirements-cluster.txt"):
        Cluster("tcp://127.0.0.1:1")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ModuleNotFoundError("No module named 'xi_data'"), "start them in the folder"),
        (ConnectionError("closed"), "the workers are gone; the same command goes on from here"),
        (ValueError("odd"), r"the workers fail \(ValueError: odd\)"),
    ],
)
def test_what_is_wrong_with_workers_is_told(error, said, source, tmp_path):
    class Failing(Threads):
        def begin(self, unit):
            wrapped = RuntimeError("of a library")
            wrapped.__cause__ = error
            failed = Future()
            failed.set_exception(error if isinstance(error, ValueError) else wrapped)
            return failed

    with pytest.raises(WorkersError, match=said):
        extracted(source, tmp_path / "corpus", Failing())


def test_progress_says_rate_and_time_left():
    clock, told = [0.0], []
    progress = Progress(1_000, told.append, lambda: clock[0])
    progress.keep(200)
    clock[0] = 2
    progress.add(20, 100)
    assert told == []
    clock[0] = 10
    progress.add(80, 300)
    assert told == ["100 documents, 10.0 a second; 60% of the input, about 10 s left"]
    assert Progress(0, told.append).line().startswith("0 documents")


@pytest.mark.parametrize(
    ("seconds", "said"), [(100, "100 s"), (600, "10 min"), (36_000, "10 h"), (864_000, "10 days")]
)
def test_a_long_time_is_told_in_larger_units(seconds, said):
    clock, told = [0.0], []
    progress = Progress(2, told.append, lambda: clock[0])
    clock[0] = seconds
    progress.add(1, 1)
    assert told[0].endswith(f"about {said} left")
