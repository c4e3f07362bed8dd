"""Every query on the shipped data answers in 5 ms, however busy the machine is with other things.

Processor time of this thread is measured, beside a fixed computation that takes 5 ms of it where
5 ms are meant: a machine that is slowed down or shared slows down both.
"""

import statistics
import time

import pytest

from tests.store.every_query import FUNCTIONS, questions

TURNS = 50
FIXED = 95_000  # additions: 5 ms on two cores at 2.6 GHz
