"""Word's .docx to text: mammoth makes HTML of it, which html.py reads.

python-docx drops what was inserted with changes tracked and all of content controls (its issues 6
and 1123): figures would be missing and nothing would say so. mammoth shows the final text, tables
with spans included, in 0.7 MB without dependencies of weight; markitdown, which uses it too, brings
a model and its runtime.
"""

import io

import mammoth

from xi_data.opening.html import text_of
from xi_data.opening.office import MOST_ELEMENTS, require_sound
from xi_data.opening.opened import CannotOpenError, Opened


def open_docx(content: bytes) -> Opened:
    """The text of a .docx: paragraphs and items as lines, tables as lines of cells, notes last.

    Changes that are tracked are taken as made; headers, footers and comments are left out.
    Raises CannotOpenError.
    """
    require_sound(content, ".docx", MOST_ELEMENTS)
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(content),
            convert_image=mammoth.images.img_element(lambda image: {}),
            include_embedded_style_map=False,
        )
    except Exception as error:  # of the parsers beneath, which say no more of a broken file
        raise CannotOpenError(
            "is a {kind} that is broken ({why})", kind=".docx", why=type(error).__name__
        ) from error
    return text_of(made.value)
