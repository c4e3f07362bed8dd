"""The data addresses: what a GET below /data/ is answered with. No server is needed to ask.

The keys of a view's page narrow the view's address too, and mean the same rows.
"""

from xi_data.addresses.answering import answer
from xi_data.addresses.content import Answer, refused
from xi_data.addresses.known import FORMATS, SQL, VIEW_KEYS, is_heavy
from xi_data.addresses.validators import Validator, validator

__all__ = [
    "FORMATS",
    "SQL",
    "VIEW_KEYS",
    "Answer",
    "Validator",
    "answer",
    "is_heavy",
    "refused",
    "validator",
]
