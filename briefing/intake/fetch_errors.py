"""Says in one sentence why a web page could not be fetched, and what can be done."""

import errno
import socket
import ssl

import httpcore
import httpx

from briefing.intake.addresses import Address
from briefing.intake.intake_errors import quoted

NETWORK_FAULTS = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    OSError,
)
"""What may be raised when a server does not answer, or not in HTTP."""

_OFFLINE = (errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH)

_REFUSALS = {
    400: "does not understand the address",
    401: "shows this page only to those who sign in",
    402: "shows this page only to subscribers",
    403: "does not give this page to programs like this one",
    404: "has no page at this address (404); it may have been moved or taken down",
    408: "gave up waiting",
    410: "has taken this page down for good (410)",
    429: "asks to wait before more pages are fetched",
    451: "may not show this page for legal reasons (451)",
}

_IN_BROWSER = "Open it in the browser, save the page, and open the file."

_ADVICE = {
    400: "Check the address.",
    404: "Check the address.",
    408: "Try again later.",
    410: "Look for a copy in a web archive.",
    429: "Try again later.",
}


def why_refused(address: Address, status: int) -> str:
    """The sentence for an answer that is no page."""
    if status >= 500:
        return f"{quoted(address.host)} has a fault of its own ({status}) and did not give the page. Try again later."
    if 200 <= status < 300:
        return f"{quoted(address.host)} answered without a page ({status}). {_IN_BROWSER}"
    words = _REFUSALS.get(status, f"did not give the page ({status})")
    return f"{quoted(address.host)} {words}. {_ADVICE.get(status, _IN_BROWSER)}"


def why_no_answer(address: Address, fault: BaseException) -> str:
    """The sentence for a fault on the way: no network, no such name, no valid certificate, no answer in time."""
    causes = tuple(_causes(fault))
    host = quoted(address.host)
    certificate = next((cause for cause in causes if isinstance(cause, ssl.SSLCertVerificationError)), None)
    if certificate:
        return (
            f"{host} could not prove that it is who it says it is ({certificate.verify_message}). "
            "The page was not opened."
        )
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return f"No protected connection to {host} could be made. The page was not opened."
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return f"{host} was not found. Check the address, and whether this computer is online."
    if any(isinstance(cause, OSError) and cause.errno in _OFFLINE for cause in causes):
        return f"{host} cannot be reached. Check whether this computer is online."
    if any(isinstance(cause, httpcore.TimeoutException | httpx.TimeoutException | TimeoutError) for cause in causes):
        return f"{host} did not give the page in time. Try again later."
    if any(isinstance(cause, httpcore.ConnectError) for cause in causes):
        return f"{host} does not answer. Check the address, or try again later."
    if any(isinstance(cause, httpcore.NetworkError) for cause in causes):
        return f"{host} broke off before the whole page had come. Try again."
    return f"{host} answered with something that is not a web page. {_IN_BROWSER}"


def _causes(fault: BaseException | None) -> list[BaseException]:
    """The fault, what it came from, and what it carries."""
    found: list[BaseException] = []
    while fault is not None and fault not in found and len(found) < 10:
        found.append(fault)
        carried = [argument for argument in fault.args if isinstance(argument, BaseException)]
        fault = fault.__cause__ or (carried[0] if carried else fault.__context__)
    return found
