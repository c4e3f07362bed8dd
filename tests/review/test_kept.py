"""A draft in two parts, package and decisions, and together again."""

import base64

import pytest

from tests.review.texts import NOTICE
from xi_data.record.errors import DataError
from xi_data.review import deciding, marking
from xi_data.review.draft import draft_of
from xi_data.review.kept import package_of, put_together, same_package, steps_of
