"""What each view says: finding, headline numbers, notes and sums, as plain data without Streamlit.

The page, the file, the package's README, the data address, the frame and the picture all say it.
"""

from xi_data.findings.story import Cell, Note, Story, Sum
from xi_data.findings.tell import tell

__all__ = ["Cell", "Note", "Story", "Sum", "tell"]
