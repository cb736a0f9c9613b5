#!/usr/bin/python3
"""An SMTP server for tests (aiosmtpd). Prints "listening PORT", then one line of JSON for every message that it took."""

import argparse
import asyncio
import base64
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

REPLIES = {
    "rcpt550": ("RCPT", "550 5.1.1 no such user here"),
    "rcpt451": ("RCPT", "451 4.7.1 greylisted, come back later"),
    "data451": ("DATA", "451 4.3.0 local error in processing"),
    "data550": ("DATA", "550 5.7.1 message refused"),
    "data452": ("DATA", "452 4.2.2 mailbox full"),
}


class Handler:
    def __init__(self, mode):
        self.mode = mode

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.mode == "dropBefore":
            server.transport.abort()
            return "421 gone"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        stage, reply = REPLIES.get(self.mode, ("", ""))
        if stage == "RCPT":
            return reply
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        stage, reply = REPLIES.get(self.mode, ("", ""))
        if stage == "DATA":
            return reply
        print(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None or server.transport.get_extra_info("sslcontext") is not None,
            "login": session.auth_data.decode() if session.auth_data else "",
            "content": base64.b64encode(envelope.content).decode(),
        }), flush=True)
        if self.mode == "dropAfter":
            server.transport.abort()
        elif self.mode == "silentAfter":
            await asyncio.sleep(3600)
        return "250 2.0.0 taken"


def authenticate_with(expected):
    def authenticate(server, session, envelope, mechanism, data):
        given = f"{data.login.decode()}:{data.password.decode()}"
        if given != expected:
            return AuthResult(success=False, handled=False)
        return AuthResult(success=True, auth_data=data.login)
    return authenticate


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--security", choices=["none", "starttls", "tls"], default="none")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--login", help="USER:PASSWORD that is asked for")
    parser.add_argument("--mode", default="take")
    arguments = parser.parse_args()

    context = None
    if arguments.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(arguments.certificate, arguments.key)
    options = {"hostname": "test.invalid", "enable_SMTPUTF8": True}
    if arguments.security == "starttls":
        options.update(tls_context=context, require_starttls=True)
    if arguments.login:
        options.update(authenticator=authenticate_with(arguments.login), auth_required=True,
                       auth_require_tls=arguments.security == "starttls")
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Handler(arguments.mode), **options), "127.0.0.1", 0,
        ssl=context if arguments.security == "tls" else None)
    print("listening", server.sockets[0].getsockname()[1], flush=True)
    # Ends with the test that started it.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
