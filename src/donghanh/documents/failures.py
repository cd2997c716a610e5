"""Why a document could not be read, where the reason lies with us and not with the reader's message."""

from django.utils.translation import gettext, gettext_lazy

MESSAGES = {
    "timeout": gettext_lazy(
        "Reading made no headway for 60 seconds and was stopped. "
        "Split the plan and its annexes into files of their own and upload them again."
    ),
    "memory": gettext_lazy(
        "Reading needed more memory than one file may use. "
        "Leave pictures out, or split the plan and its annexes, and upload them again."
    ),
    "too_much": gettext_lazy(
        "There is more in the file than one document may hold. "
        "Split the plan and its annexes into files of their own and upload them again."
    ),
    "crash": gettext_lazy(
        "Reading broke off without a result. Open the file in Word, save it as .docx and upload that; "
        "if it breaks off again, tell whoever looks after the program."
    ),
    "fault": gettext_lazy(
        "The program has a fault with this file. The file is kept; "
        "try again after the next update, and tell whoever looks after the program."
    ),
    "sealing": gettext_lazy(
        "This server cannot seal off the reading of files, so nothing is read. "
        "Tell whoever looks after the program."
    ),
    "missing": gettext_lazy("The original is no longer on this server. Upload the file again."),
}


def explain(code: str, message: str) -> str:
    """The reason in the words that a person sees: the reader's own, or ours for our codes."""
    ours = MESSAGES.get(code)
    return str(ours) if ours is not None else message or gettext("The file could not be read.")
