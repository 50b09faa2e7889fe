"""TLS: what it is verified against, always, and what is known of it afterwards. Source: RFC 8446 and RFC 5246."""

import hashlib
import os
import ssl
from functools import cache
from typing import Any

from selon.errors import UsageError
from selon.read.fetch.exchange import Tls


def verifying(ca_file: str | None) -> ssl.SSLContext:
    """TLS of version 1.2 or newer that is verified by the certificates in a file, of SSL_CERT_FILE, or of this machine.

    Raises:
        UsageError: there are none.
    """
    return _context(ca_file, os.environ.get("SSL_CERT_FILE"))


def tls_of(connection: Any) -> Tls:
    """What stands behind a connection after its handshake."""
    said = connection.getpeercert()
    return Tls(
        version=connection.version(),
        cipher=connection.cipher()[0],
        subject=_name(said["subject"]),
        issuer=_name(said["issuer"]),
        not_after=said["notAfter"],
        sha256=hashlib.sha256(connection.getpeercert(binary_form=True)).hexdigest(),
    )


def _name(parts: Any) -> str:
    return ", ".join(f"{key}={value}" for part in parts for key, value in part)


@cache
def _context(ca_file: str | None, from_environment: str | None) -> ssl.SSLContext:
    """`from_environment` only tells one environment from another: the library reads it itself."""
    try:
        context = ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        raise UsageError(f"the certificates of authorities cannot be read: {error}", where=str(ca_file), fix="give a PEM file") from error
    paths = ssl.get_default_verify_paths()
    if not ca_file and not context.cert_store_stats()["x509_ca"] and not paths.capath:
        fix = "install the package ca-certificates, or set SSL_CERT_FILE"
        raise UsageError("this machine has no certificates of authorities", where=paths.openssl_cafile, fix=fix)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
