#!/usr/bin/python3
"""An SMTP server for tests (aiosmtpd). Prints "listening PORT", then one line of JSON for every message that it took."""

import argparse
import asyncio
import base64
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

# What the server answers where, beside what it would; "drop" ends the connection instead.
REPLIES = {
    "greet421": ("GREETING", "421 4.3.2 too busy"),
    "greet554": ("GREETING", "554 no mail service here"),
    "tls454": ("STARTTLS", "454 4.7.0 TLS not available now"),
    "tls554": ("STARTTLS", "554 5.7.0 no"),
    "mail451": ("MAIL", "451 4.3.0 try later"),
    "mail550": ("MAIL", "550 5.1.8 bad sender"),
    "mail550plain": ("MAIL", "550 who are you"),
    "dropRcpt": ("RCPT", "drop"),
    "rcpt550plain": ("RCPT", "550 no such user here"),
    "rcpt550policy": ("RCPT", "550 5.7.1 relaying denied"),
    "rcpt554": ("RCPT", "554 5.7.1 listed as a source of spam"),
    "rcptLines": ("RCPT", "550-5.1.1 The account does not exist.\r\n550-5.1.1 Look for typing errors.\r\n550 5.1.1 Bye"),
    "start451": ("TEXT", "451 4.3.0 no room now"),
    "start554": ("TEXT", "554 5.6.0 no valid recipients"),
    "dropStart": ("TEXT", "drop"),
    "rcpt550": ("RCPT", "550 5.1.1 no such user here"),
    "rcpt451": ("RCPT", "451 4.7.1 greylisted, come back later"),
    "data451": ("DATA", "451 4.3.0 local error in processing"),
    "data550": ("DATA", "550 5.7.1 message refused"),
    "data452": ("DATA", "452 4.2.2 mailbox full"),
}


class Handler:
    def __init__(self, mode):
        self.mode = mode

    def reply(self, server, here):
        stage, reply = REPLIES.get(self.mode, ("", ""))
        if stage == here and reply == "drop":
            server.transport.abort()
            return "421 gone"
        return reply if stage == here else None

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.mode == "dropBefore":
            server.transport.abort()
            return "421 gone"
        if reply := self.reply(server, "MAIL"):
            return reply
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if reply := self.reply(server, "RCPT"):
            return reply
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if reply := self.reply(server, "DATA"):
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


class Server(SMTP):
    """Can also refuse where no handler is asked."""

    async def push(self, status):
        reply = None
        if isinstance(status, str) and status.startswith("220 test.invalid"):
            reply = self.event_handler.reply(self, "GREETING")
        await super().push(reply or status)

    async def smtp_STARTTLS(self, arg):
        if reply := self.event_handler.reply(self, "STARTTLS"):
            await self.push(reply)
        else:
            await super().smtp_STARTTLS(arg)

    async def smtp_DATA(self, arg):
        if reply := self.event_handler.reply(self, "TEXT"):
            await self.push(reply)
        else:
            await super().smtp_DATA(arg)


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
        lambda: Server(Handler(arguments.mode), **options), "127.0.0.1", 0,
        ssl=context if arguments.security == "tls" else None)
    print("listening", server.sockets[0].getsockname()[1], flush=True)
    # Ends with the test that started it.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
