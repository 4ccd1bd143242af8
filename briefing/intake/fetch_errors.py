"""Says in one sentence why a web page could not be fetched, and what can be done."""

import errno
import socket
import ssl

import httpcore
import httpx

from briefing.intake.addresses import Address
from briefing.intake.intake_errors import legible
from briefing.model.message import Message

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

_REFUSALS = (400, 401, 402, 403, 404, 408, 410, 429, 451)
"""Answers that the catalogues have a sentence of their own for."""


def why_refused(address: Address, status: int) -> Message:
    """The sentence for an answer that is no page."""
    host = legible(address.host)
    if status >= 500:
        return Message.of("fetch.server_fault", host=host, status=status)
    if 200 <= status < 300:
        return Message.of("fetch.without_page", host=host, status=status)
    if status in _REFUSALS:
        return Message.of(f"fetch.refused_{status}", host=host)
    return Message.of("fetch.refused", host=host, status=status)


def why_no_answer(address: Address, fault: BaseException) -> Message:
    """The sentence for a fault on the way: no network, no such name, no valid certificate, no answer in time."""
    causes = tuple(_causes(fault))
    host = legible(address.host)
    certificate = next((cause for cause in causes if isinstance(cause, ssl.SSLCertVerificationError)), None)
    if certificate:
        return Message.of("fetch.certificate", host=host, fault=certificate.verify_message)
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Message.of("fetch.no_protection", host=host)
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return Message.of("fetch.not_found", host=host)
    if any(isinstance(cause, OSError) and cause.errno in _OFFLINE for cause in causes):
        return Message.of("fetch.offline", host=host)
    if any(isinstance(cause, httpcore.TimeoutException | httpx.TimeoutException | TimeoutError) for cause in causes):
        return Message.of("fetch.late", host=host)
    if any(isinstance(cause, httpcore.ConnectError) for cause in causes):
        return Message.of("fetch.silent", host=host)
    if any(isinstance(cause, httpcore.NetworkError) for cause in causes):
        return Message.of("fetch.broke_off", host=host)
    return Message.of("fetch.no_http", host=host)


def _causes(fault: BaseException | None) -> list[BaseException]:
    """The fault, what it came from, and what it carries."""
    found: list[BaseException] = []
    while fault is not None and fault not in found and len(found) < 10:
        found.append(fault)
        carried = [argument for argument in fault.args if isinstance(argument, BaseException)]
        fault = fault.__cause__ or (carried[0] if carried else fault.__context__)
    return found
