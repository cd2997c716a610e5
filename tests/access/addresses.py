"""Every address of the program: about what it is, and which permission each of its methods asks for.

An address that stands here wrongly or not at all fails the tests.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from donghanh.accounts.permissions import Permission


class Who(Enum):
    """Whom an address lets in who needs no permission for it."""

    EVERYBODY = auto()
    """Without signing in, too."""
    SIGNED_IN = auto()
    """Everybody who is signed in: it shows what is her own, or what is public among them."""
    ITS_GIVER = auto()
    """Only whoever handed the document over."""
    TOP = auto()
    """Only whoever looks after the whole country."""


Asked = Permission | Who


@dataclass(frozen=True)
class Address:
    """about: the kind of thing whose number stands in it, blank for none. args: what it takes besides, braces as in data.

    data: what is posted; braces stand for the thing's own values, bytes for a file.
    is_absent: answers 404 even to those who may, for what the things of the tests do not have.
    """

    about: str = ""
    get: Asked | None = None
    post: Asked | None = None
    args: tuple[Any, ...] = ()
    data: Mapping[str, str | bytes] = field(default_factory=dict)
    is_absent: bool = False

    @property
    def does(self) -> bool:
        """Whether what is posted is enough to change something: else a refusal would not show in what is there."""
        decides = self.post in (MANAGE, CHANGE, WRITE)
        return decides and bool(self.data) and self.about != "managed"


SEE, REVIEW, ADD = Permission.VIEW_DOCUMENTS, Permission.REVIEW_DOCUMENTS, Permission.ADD_DOCUMENTS
CHANGE = Permission.REORGANISE_UNITS
WRITE, APPROVE = Permission.WRITE_PLANS, Permission.APPROVE_PLANS
PEOPLE, MANAGE = Permission.VIEW_PEOPLE, Permission.MANAGE_PEOPLE
AUDIT, ERASE = Permission.VIEW_AUDIT, Permission.ERASE_AUDIT
ALL, IN = Who.EVERYBODY, Who.SIGNED_IN


def document(get: Asked | None = SEE, post: Asked | None = None, *args: Any, **more: Any) -> Address:
    return Address("document", get, post, args, **more)


def plan(
    get: Asked | None = Permission.VIEW_PLANS, post: Asked | None = None, *args: Any, **more: Any
) -> Address:
    return Address("plan", get, post, args, **more)


def person(get: Asked | None = None, post: Asked | None = MANAGE, **more: Any) -> Address:
    return Address("person", get, post, **more)


NEW_ROLE = {"unit": "{unit.name}", "role": "viewer", "line": "union"}
PEOPLE_LIST = "Họ và tên,Đơn vị,Vai trò\nLê Thị Mới,own,Nhập liệu\n".encode()
BREAKDOWN = "TT,Nội dung,Chủ trì\n1,Truyền thông,Hội LHPN xã\n".encode()
BRANCHES_LIST = "Hội cấp trên,Tên chi hội\nown,Chi hội bản Mới\n".encode()

ADDRESSES: dict[str, Address] = {
    "web:home": Address(get=IN),
    "web:help": Address(get=ALL),
    "set_language": Address(post=ALL),
    # Signing in, and what is one's own
    "account_login": Address(get=ALL, post=ALL),
    "account_logout": Address(post=IN),
    # Only where there is mail, which tests/accounts has
    "account_reset_password": Address(get=ALL, post=ALL, is_absent=True),
    "account_reset_password_done": Address(get=ALL, is_absent=True),
    "account_reset_password_from_key": Address(get=ALL, post=ALL, args=("1", "key"), is_absent=True),
    "account_inactive": Address(get=ALL),
    "account_change_password": Address(get=IN, post=IN),
    "account_reauthenticate": Address(get=IN, post=IN),
    "mfa_authenticate": Address(get=ALL, post=ALL),
    "mfa_login_webauthn": Address(get=ALL, post=ALL),
    "mfa_reauthenticate": Address(get=IN, post=IN),
    "mfa_reauthenticate_webauthn": Address(get=IN, post=IN),
    "mfa_index": Address(get=IN),
    "mfa_activate_totp": Address(get=IN, post=IN),
    "mfa_deactivate_totp": Address(get=IN, post=IN, is_absent=True),
    "mfa_view_recovery_codes": Address(get=IN, is_absent=True),
    "mfa_generate_recovery_codes": Address(get=IN, post=IN),
    "mfa_list_webauthn": Address(get=IN),
    "mfa_add_webauthn": Address(get=IN, post=IN),
    "mfa_remove_webauthn": Address("factor", get=IN, post=IN, is_absent=True),
    "accounts:own": Address(get=IN),
    "accounts:contact": Address(get=IN, post=IN),
    "accounts:end_session": Address("session", post=IN, is_absent=True),
    "accounts:end_other_sessions": Address(post=IN),
    # People
    "accounts:people": Address(get=PEOPLE),
    "accounts:new": Address(get=MANAGE, post=MANAGE, data={**NEW_ROLE, "full_name": "Lê Thị Mới"}),
    "accounts:import": Address(get=MANAGE, post=MANAGE, data={"file": PEOPLE_LIST}),
    "accounts:template": Address(get=MANAGE),
    "accounts:person": person(PEOPLE, None),
    "accounts:correct": person(),
    "accounts:grant": person(data=NEW_ROLE),
    "accounts:move": person(data={"old": "{unit.pk}", "unit": "child"}),
    "accounts:password": person(),
    "accounts:remove_factors": person(),
    "accounts:close": person(),
    "accounts:reopen": person(),
    "accounts:end": Address("grant", post=MANAGE),
    "accounts:end_substitution": Address("lent", post=MANAGE),
    "accounts:substitute": Address("grant", post=MANAGE, data={"person": "{person}", "until": "01/01/2099"}),
    # Units
    "organisations:list": Address(get=IN),
    "organisations:unit": Address("unit", get=IN),
    "organisations:picture": Address("unit", get=IN),
    "organisations:excel": Address("unit", get=IN, args=("union",)),
    # The machine
    "backup:list": Address(get=Permission.RUN_MACHINE),
    # The audit trail
    "trail:search": Address(get=AUDIT),
    "trail:excel": Address(post=AUDIT),
    # What is within an auditor's reach, tests/trail asks.
    "trail:thing": Address(get=AUDIT, args=("organisations.orgunit", "1000000"), is_absent=True),
    "trail:erase": Address(get=ERASE, post=ERASE, args=("organisations.orgunit", "1000000"), is_absent=True),
    "administration:build": Address(get=Who.TOP, post=Who.TOP),
    "administration:branches": Address(get=CHANGE, post=CHANGE, data={"file": BRANCHES_LIST}),
    "administration:branches_template": Address(get=CHANGE),
    "administration:places": Address(get=Who.TOP, post=Who.TOP),
    "administration:places_template": Address(get=Who.TOP),
    "administration:place": Address(get=Who.TOP, post=Who.TOP, args=("rename",)),
    "administration:list": Address(get=CHANGE),
    "administration:reorganisation": Address("reorganisation", get=CHANGE),
    "administration:undo": Address("reorganisation", post=CHANGE),
    "administration:choose": Address("managed", get=CHANGE),
    "administration:note_name": Address("managed", post=CHANGE, data={"name": "Hội Một"}),
    "administration:change": Address(
        "managed", get=CHANGE, post=CHANGE, args=("rename",), data={"name": "Tên khác"}
    ),
    # Plans
    "plans:list": Address(get=IN),
    "plans:take_in": document(WRITE, WRITE, 1, data={"unit": "#{unit.pk}", "keeper": "{unit.pk}-{line.pk}"}),
    "plans:own_work": Address(get=IN),
    "plans:work": Address("work", get=Permission.VIEW_PLANS),
    "plans:answer": Address("work", WRITE, WRITE, ("{assignment.pk}",), data={"said": "accepted"}),
    "plans:answers": plan(),
    # Of another plan than the one that is tested; tests/plans asks
    "plans:answers_to": plan(Permission.VIEW_PLANS, None, 1, is_absent=True),
    "plans:calendar": Address("work", get=Permission.VIEW_PLANS),
    "plans:draw_feed": Address("work", post=Permission.VIEW_PLANS),
    "plans:end_feed": Address("work", post=Permission.VIEW_PLANS),
    # Whoever has the secret; nobody has this one, tests/plans has others
    "plans:feed": Address(get=ALL, args=("khong-ai-co",), is_absent=True),
    "plans:waiting": Address(get=IN),
    "plans:waiting_of": plan(),
    "plans:suspend": plan(WRITE, WRITE, "{hold.item_id}", data={"of": "norm", "reason": "chờ"}),
    "plans:lift": plan(None, WRITE, "{hold.pk}", data={"lift": "1"}),
    "plans:plan": plan(),
    "plans:parties": plan(),
    "plans:paper": plan(),
    "plans:new": Address(get=WRITE, post=WRITE, data={"title": "Mới", "keeper": "{unit.pk}-{line.pk}"}),
    "plans:again": plan(WRITE, WRITE, data={"years": "1"}),
    "plans:amend": plan(None, WRITE),
    "plans:changes": plan(),
    "plans:higher": plan(Permission.VIEW_PLANS, WRITE),
    "plans:edit": plan(WRITE),
    "plans:breakdown_template": Address(get=IN),
    "plans:bring": plan(WRITE, WRITE, data={"file": BREAKDOWN}),
    "plans:add_part": plan(WRITE, WRITE, "basis", data={"number": "05/CTPH"}),
    "plans:change_part": plan(WRITE, WRITE, "heading", 1, is_absent=True),
    "plans:remove_part": plan(WRITE, WRITE, "heading", 1, is_absent=True),
    "plans:move_part": plan(None, WRITE, "heading", 1, is_absent=True),
    "plans:below": plan(),
    "plans:drafts": plan(),
    "plans:derived": plan(Permission.VIEW_PLANS, WRITE, "{unit.pk}"),
    "plans:derived_paper": plan(Permission.VIEW_PLANS, None, "{unit.pk}"),
    "plans:settle": plan(None, WRITE, "{party.pk}", data={"outside": "1"}),
    "plans:target": plan(
        Permission.VIEW_PLANS, WRITE, "{target.pk}", data={"share-{unit.pk}": "3", "seen-{unit.pk}": "1"}
    ),
    "plans:share_out": plan(None, WRITE, "{target.pk}", data={"party": "{party.pk}"}),
    "plans:target_sheet": plan(Permission.VIEW_PLANS, None, "{target.pk}"),
    "plans:take_shares": plan(None, WRITE, "{target.pk}"),
    "plans:indicator": plan(None, WRITE, "{target.pk}", data={"name": "Suất quà"}),
    "plans:programmes": Address(get=IN),
    "plans:new_programme": Address(
        get=WRITE, post=WRITE, data={"name": "Chương trình thử", "unit": "{unit.pk}"}
    ),
    "plans:programme": Address("programme", get=IN),
    "plans:write_programme": Address(
        "programme", get=WRITE, post=WRITE, data={"name": "Tên khác", "unit": "{unit.pk}"}
    ),
    "plans:join_programme": plan(None, WRITE, data={"programme": "{programme.pk}"}),
    "plans:submit": plan(None, WRITE),
    "plans:return": plan(None, APPROVE),
    "plans:approve": plan(None, APPROVE),
    "plans:issue": plan(WRITE, WRITE),
    "plans:symbol": plan(None, WRITE, data={"symbol": "BTV"}),
    "plans:signed": plan(Permission.VIEW_PLANS, WRITE, is_absent=True),
    "plans:close": plan(None, WRITE),
    "plans:openings": plan(),
    "plans:openings_excel": plan(),
    "plans:numbers": Address(get=Permission.VIEW_PLANS),
    "plans:numbers_excel": Address(get=Permission.VIEW_PLANS),
    # Documents
    "documents:list": Address(get=IN),
    "documents:upload": Address(get=ADD, post=ADD),
    "documents:places": Address(get=IN),
    "documents:save_search": Address(post=IN),
    "documents:forget_search": Address("search", post=IN, is_absent=True),
    "documents:detail": document(),
    "documents:facts": document(SEE, None, "activities"),
    "documents:original": document(),
    "documents:plan": document(),
    "documents:text": document(),
    "documents:retry": document(None, Who.ITS_GIVER),
    "documents:withdraw": document(Who.ITS_GIVER, Who.ITS_GIVER),
    "documents:searchable": document(is_absent=True),
    "documents:again": document(SEE, Who.ITS_GIVER),
    "documents:decide": document(None, Who.ITS_GIVER),
    "documents:act": document(
        None, REVIEW, 1, data={"act": "right:activities-0@0", "reading": "{document.reading_id}"}
    ),
    "documents:news": document(SEE, None, 1, is_absent=True),
    "documents:next": document(SEE, None, 1),
    "documents:several": document(REVIEW, REVIEW, 1),
    "documents:accept": document(None, REVIEW, 1, data={"reading": "{document.reading_id}"}),
    "documents:new_fact": document(REVIEW, REVIEW, 1, "targets"),
    "documents:fact": document(REVIEW, REVIEW, 1, "activities-0"),
    "documents:fact_row": document(SEE, None, 1, "activities-0"),
    "documents:split_fact": document(REVIEW, REVIEW, 1, "activities-0"),
    "documents:steps": document(SEE, None, 1),
    "documents:versions": document(),
    "documents:summary_word": document(SEE, None, 1),
    "documents:summary_excel": document(SEE, None, 1),
    "documents:letter": document(SEE, None, 1),
    "documents:picture": document(SEE, None, 1, is_absent=True),
    "documents:page_picture": document(SEE, None, 1, 1, is_absent=True),
}


def names(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    """Every address that the program answers, by its name; one without a name comes as its pattern."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from names(entry, space)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}" if entry.name else str(entry.pattern)
