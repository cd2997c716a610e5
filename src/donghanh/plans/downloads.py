"""Plans to take away as official documents."""

from django.http import HttpRequest, HttpResponse
from django.utils.text import get_valid_filename
from django.views.decorators.http import require_GET

from donghanh.documents.downloads import CONTENT_TYPES
from donghanh.organisations.downloads import attached
from donghanh.organisations.models import OrgUnit
from donghanh.plans import selectors
from donghanh.plans.content import Content, content_of
from donghanh.plans.form import layout_of, word_of
from donghanh.writing.layout import LAYOUTS


@require_GET
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """A plan as it stands today, as Word; ?layout= of `writing.layout.LAYOUTS`, by default the one of its unit."""
    plan = selectors.visible(request.user, pk)
    return as_paper(request, content_of(plan), plan.unit)


def as_paper(request: HttpRequest, content: Content, unit: OrgUnit) -> HttpResponse:
    """What a plan of a unit says, as a Word file to save."""
    asked = request.GET.get("layout", "")
    made = word_of(content, asked if asked in LAYOUTS else layout_of(unit))
    return attached(HttpResponse(made, content_type=CONTENT_TYPES["docx"]), file_name(content, unit))


def file_name(content: Content, unit: OrgUnit) -> str:
    """Under which name a plan is saved: its number, else whose it is."""
    return f"Ke_hoach_{get_valid_filename((content.number or unit.name).replace('/', '-'))}.docx"
