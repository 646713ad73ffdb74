"""The report as a PDF, set by Typst from the same views as the HTML page.

What the accounts say is handed to the template as data, never as markup; the
fonts are those of this package, so that the same record gives the same bytes
on every machine.
"""

from svod.export.pdf.write import make_pdf

__all__ = ["make_pdf"]
