"""What the trail's verbs and the names of what changed are called. A verb without a sentence fails a test.

Sentences say who did what to which thing; a room that records a new verb adds its sentence here.
"""

from datetime import date

from django.apps import apps
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from donghanh.accounts.permissions import Role
from donghanh.organisations.models import OPEN

SENTENCES: dict[str, Promise] = {
    # accounts
    "signed_in": gettext_lazy("%(who)s signed in"),
    "signed_out": gettext_lazy("%(who)s signed out"),
    "sign_in_failed": gettext_lazy("Somebody failed to sign in as %(thing)s"),
    "password_reset": gettext_lazy("%(who)s gave %(thing)s another password"),
    "reset_asked": gettext_lazy("Somebody asked for a link by mail to choose another password for %(thing)s"),
    "reset_by_mail": gettext_lazy("%(who)s chose another password by a link from a mail"),
    "password_changed": gettext_lazy("%(who)s chose another password"),
    "sessions_ended": gettext_lazy("%(who)s signed out on other devices"),
    "second_step_added": gettext_lazy("%(who)s added a second step for signing in"),
    "second_step_removed": gettext_lazy("%(who)s removed a second step for signing in"),
    "second_steps_removed": gettext_lazy("%(who)s removed the second steps of %(thing)s"),
    "account_made": gettext_lazy("%(who)s made an account for %(thing)s"),
    "details_corrected": gettext_lazy("%(who)s corrected the name, telephone or e-mail of %(thing)s"),
    "own_details_corrected": gettext_lazy("%(who)s corrected a telephone number or e-mail of her own"),
    "account_closed": gettext_lazy("%(who)s closed the account of %(thing)s"),
    "account_reopened": gettext_lazy("%(who)s opened the account of %(thing)s again"),
    "role_given": gettext_lazy("%(who)s gave somebody a role"),
    "role_ended": gettext_lazy("%(who)s ended somebody's role"),
    "role_taken_back": gettext_lazy("%(who)s took back a role that was given by mistake"),
    "substitution_ended": gettext_lazy("%(who)s took a role back from %(thing)s, who had it for somebody"),
    "second_step_failed": gettext_lazy("Somebody knew the password of %(thing)s and no code"),
    "substituted": gettext_lazy("%(who)s let %(thing)s have a role for somebody who is away"),
    "demo_people_made": gettext_lazy("%(who)s made people for trying the program out"),
    "person_moved": gettext_lazy("%(who)s let %(thing)s go on in another unit"),
    # audit, trail
    "erased": gettext_lazy("%(who)s erased what %(thing)s said"),
    "exported_trail": gettext_lazy("%(who)s took the audit trail away as Excel"),
    # backup
    "backup_begun": gettext_lazy("%(who)s began %(thing)s"),
    "backup_made": gettext_lazy("%(who)s made %(thing)s"),
    "backup_failed": gettext_lazy("%(who)s could not make %(thing)s"),
    "backup_proven": gettext_lazy("%(who)s proved %(thing)s by restoring it"),
    "backup_removed": gettext_lazy("%(who)s removed %(thing)s, an old one"),
    "backup_restored": gettext_lazy("%(who)s restored everything from %(thing)s"),
    # plans
    "plan_made": gettext_lazy("%(who)s made %(thing)s of a document"),
    "plan_begun_below": gettext_lazy("%(who)s began %(thing)s from a plan of a superior"),
    "plan_begun": gettext_lazy("%(who)s began %(thing)s from nothing"),
    "plan_begun_again": gettext_lazy("%(who)s began %(thing)s from an earlier one"),
    "plan_amendment_begun": gettext_lazy("%(who)s began %(thing)s as an amendment"),
    "plan_change_taken": gettext_lazy("%(who)s took a change of the higher plan over into %(thing)s"),
    "plan_change_left": gettext_lazy("%(who)s left a change of the higher plan out of %(thing)s"),
    "plan_part_added": gettext_lazy("%(who)s added something to %(thing)s"),
    "plan_part_changed": gettext_lazy("%(who)s changed something in %(thing)s"),
    "plan_part_moved": gettext_lazy("%(who)s moved something in %(thing)s"),
    "plan_part_removed": gettext_lazy("%(who)s removed something from %(thing)s"),
    "plan_party_settled": gettext_lazy("%(who)s said who is meant by a name in %(thing)s"),
    "plan_target_shared": gettext_lazy("%(who)s shared a target of %(thing)s out"),
    "plan_indicator_chosen": gettext_lazy("%(who)s said what a target of %(thing)s counts"),
    "programme_written": gettext_lazy("%(who)s wrote down what %(thing)s is"),
    "plan_joined": gettext_lazy("%(who)s said which programme %(thing)s carries out"),
    "plan_answered": gettext_lazy("%(who)s answered what %(thing)s asks of a unit"),
    "plan_item_held": gettext_lazy("%(who)s noted that something of %(thing)s waits"),
    "plan_item_goes_on": gettext_lazy("%(who)s noted that something of %(thing)s goes on"),
    "plan_submitted": gettext_lazy("%(who)s sent %(thing)s for approval"),
    "plan_returned": gettext_lazy("%(who)s sent %(thing)s back"),
    "plan_approved": gettext_lazy("%(who)s approved %(thing)s"),
    "plan_issued": gettext_lazy("%(who)s issued %(thing)s"),
    "plan_amended": gettext_lazy("%(who)s replaced %(thing)s by an amendment"),
    "plan_closed": gettext_lazy("%(who)s closed %(thing)s"),
    "plan_opened": gettext_lazy("%(who)s opened %(thing)s, the first of her unit"),
    "plan_signed": gettext_lazy("%(who)s attached the signed original of %(thing)s"),
    "unit_symbol_set": gettext_lazy("%(who)s said by which letters the documents of %(thing)s are known"),
    "calendar_drawn": gettext_lazy("%(who)s drew a secret address for the calendar of %(thing)s"),
    "calendar_ended": gettext_lazy("%(who)s ended the secret address for the calendar of %(thing)s"),
    "plan_items_brought": gettext_lazy("%(who)s brought a work breakdown into %(thing)s"),
    # documents
    "uploaded": gettext_lazy("%(who)s uploaded %(thing)s"),
    "read": gettext_lazy("%(who)s read %(thing)s"),
    "failed_to_read": gettext_lazy("%(who)s could not read %(thing)s"),
    "asked_to_read_again": gettext_lazy("%(who)s had %(thing)s read again after a failure"),
    "queued_again": gettext_lazy("%(who)s put %(thing)s back in the queue"),
    "asked_for_newer_reading": gettext_lazy("%(who)s asked for a newer reading of %(thing)s"),
    "read_again": gettext_lazy("%(who)s read %(thing)s anew"),
    "took_over_reading": gettext_lazy("%(who)s took the newer reading of %(thing)s over"),
    "turned_down_reading": gettext_lazy("%(who)s turned the newer reading of %(thing)s down"),
    "withdrawn": gettext_lazy("%(who)s withdrew %(thing)s"),
    "accepted": gettext_lazy("%(who)s accepted what was read in %(thing)s"),
    "saved_search": gettext_lazy("%(who)s kept %(thing)s"),
    "forgot_search": gettext_lazy("%(who)s forgot %(thing)s"),
    "exported_corrections": gettext_lazy("%(who)s took corrections away as examples"),
    "review_confirmed": gettext_lazy("%(who)s found facts of %(thing)s right"),
    "review_corrected": gettext_lazy("%(who)s corrected facts of %(thing)s"),
    "review_added": gettext_lazy("%(who)s added facts to %(thing)s"),
    "review_removed": gettext_lazy("%(who)s removed facts from %(thing)s"),
    "review_restored": gettext_lazy("%(who)s put facts of %(thing)s back as they were read"),
    "review_split": gettext_lazy("%(who)s split a fact of %(thing)s"),
    "review_merged": gettext_lazy("%(who)s merged facts of %(thing)s"),
    "review_moved": gettext_lazy("%(who)s moved facts of %(thing)s"),
    "review_decided": gettext_lazy("%(who)s decided about a place to check in %(thing)s"),
    "review_undone": gettext_lazy("%(who)s undid a step on %(thing)s"),
    "review_redone": gettext_lazy("%(who)s did a step on %(thing)s again"),
    # organisations
    "unit_added": gettext_lazy("%(who)s added %(thing)s"),
    "unit_renamed": gettext_lazy("%(who)s renamed %(thing)s"),
    "unit_name_added": gettext_lazy("%(who)s noted another name of %(thing)s"),
    "unit_moved": gettext_lazy("%(who)s placed %(thing)s under another superior"),
    "unit_ended": gettext_lazy("%(who)s ended %(thing)s"),
    "units_imported": gettext_lazy("%(who)s brought units from Excel into %(thing)s"),
    "line_built": gettext_lazy("%(who)s built %(thing)s out of the places of a day"),
    "reorganised": gettext_lazy("%(who)s carried a reform of places through %(thing)s"),
    "reorganisation_undone": gettext_lazy("%(who)s undid %(thing)s"),
    "places_changed": gettext_lazy("%(who)s carried changes of places out"),
    "offices_built": gettext_lazy("%(who)s built the offices of %(thing)s"),
    "places_loaded": gettext_lazy("%(who)s loaded the country's places"),
}

FIELDS: dict[str, Promise] = {
    "answer": gettext_lazy("answer"),
    "above": gettext_lazy("plan of the superior"),
    "begun": gettext_lazy("units that begin"),
    "changes": gettext_lazy("changes of places"),
    "corrected": gettext_lazy("corrected"),
    "count": gettext_lazy("how many"),
    "day": gettext_lazy("from the day"),
    "email": gettext_lazy("e-mail"),
    "document": gettext_lazy("document"),
    "ended": gettext_lazy("units that end"),
    "facts": gettext_lazy("facts"),
    "failure": gettext_lazy("reason"),
    "failure_code": gettext_lazy("reason"),
    "file": gettext_lazy("file"),
    "for": gettext_lazy("for"),
    "from": gettext_lazy("former unit"),
    "full_name": gettext_lazy("full name"),
    "gone": gettext_lazy("file deleted"),
    "item": gettext_lazy("item"),
    "items": gettext_lazy("rows"),
    "kind": gettext_lazy("kind"),
    "kinds": gettext_lazy("kinds"),
    "line": gettext_lazy("line"),
    "made_at": gettext_lazy("backup made at"),
    "moved": gettext_lazy("units that move"),
    "name": gettext_lazy("name"),
    "new": gettext_lazy("new units"),
    "number": gettext_lazy("number"),
    "orders": gettext_lazy("orders"),
    "paper": gettext_lazy("paper"),
    "part": gettext_lazy("part"),
    "people": gettext_lazy("people"),
    "person": gettext_lazy("person"),
    "phone": gettext_lazy("phone number"),
    "plan": gettext_lazy("plan"),
    "placed": gettext_lazy("units placed"),
    "places": gettext_lazy("places"),
    "province": gettext_lazy("province"),
    "reading": gettext_lazy("reading"),
    "reason": gettext_lazy("reason"),
    "role": gettext_lazy("role"),
    "roles": gettext_lazy("roles"),
    "sessions": gettext_lazy("devices"),
    "sha256": gettext_lazy("fingerprint of the file"),
    "size": gettext_lazy("size"),
    "since": gettext_lazy("from the day"),
    "step": gettext_lazy("step"),
    "superior": gettext_lazy("superior"),
    "symbol": gettext_lazy("symbol"),
    "to": gettext_lazy("new unit"),
    "unit": gettext_lazy("unit"),
    "units": gettext_lazy("units"),
    "until": gettext_lazy("until before the day"),
    "version": gettext_lazy("version"),
    "words": gettext_lazy("words"),
    "years": gettext_lazy("years"),
    # what a part of a plan says
    "text": gettext_lazy("Words"),
    "label": gettext_lazy("Number of the line"),
    "leads": gettext_lazy("Who leads"),
    "helps": gettext_lazy("Who helps"),
    "period": gettext_lazy("When, in words"),
    "starts": gettext_lazy("From the day"),
    "ends": gettext_lazy("Until the day"),
    "note": gettext_lazy("Note"),
    "quantity": gettext_lazy("Quantity"),
    "measure": gettext_lazy("Counted in"),
    "comparator": gettext_lazy("At least or at most"),
    "per": gettext_lazy("For each"),
    "cycle": gettext_lazy("Cycle"),
    "due": gettext_lazy("Due"),
    "sender": gettext_lazy("Who reports"),
    "receiver": gettext_lazy("To whom"),
    "via": gettext_lazy("Via"),
    "issued_on": gettext_lazy("Issued on"),
    "issuer": gettext_lazy("Issuer"),
    "target": gettext_lazy("target"),
    "programme": gettext_lazy("programme"),
    "parts": gettext_lazy("parts"),
    "shared": gettext_lazy("shared out"),
    "indicator": gettext_lazy("indicator"),
}

SECOND_STEPS: dict[str, Promise] = {
    "totp": gettext_lazy("codes on the telephone"),
    "webauthn": gettext_lazy("security key"),
    "recovery_codes": gettext_lazy("codes on paper"),
}

UNITS = frozenset({"superior", "unit", "from", "to"})
"""What changed is the number of a unit."""
PEOPLE = frozenset({"person", "for"})
"""What changed is the number of a person."""
LISTS = frozenset({"corrected", "kinds", "roles"})
"""What changed is a list, and not what was before and after."""

_SHOWN = 200


def field(key: str) -> str:
    """What a changed field is called; its name in the code where nobody gave it words."""
    return str(FIELDS.get(key, key))


def verbs() -> list[tuple[str, str]]:
    """Each verb with its sentence, in which dots stand for who and what."""
    blanks = {"who": "…", "thing": "…"}
    return sorted(((verb, str(words) % blanks) for verb, words in SENTENCES.items()), key=lambda row: row[1])


def kinds() -> list[tuple[str, str]]:
    """Each kind of thing that the program keeps, with its name."""
    models = [model for model in apps.get_models() if model.__module__.startswith("donghanh.")]
    return sorted(
        ((model._meta.label_lower, str(model._meta.verbose_name)) for model in models),
        key=lambda row: row[1],
    )


def kind(label: str) -> str:
    """The name of a kind of thing; its label where the program keeps no such thing any more."""
    try:
        return str(apps.get_model(label)._meta.verbose_name)
    except LookupError:
        return label


def value(key: str, said: object) -> str:
    """A value of what changed, in words; "" where it was blank."""
    if said is None or said == "":
        return ""
    if isinstance(said, bool):
        return gettext("yes") if said else gettext("no")
    if isinstance(said, dict):
        return str(len(said))
    if isinstance(said, list):
        return ", ".join(value(key, each) for each in said)
    text = str(said)
    if key in {"role", "roles"} and text in Role.values:
        return str(Role(text).label)
    if key == "corrected":
        return field(text)
    if key == "kind" and text in SECOND_STEPS:
        return str(SECOND_STEPS[text])
    if (day := _day(text)) is not None:
        return gettext("without end") if day == OPEN else date_format(day, "d/m/Y")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
