"""Drives the emulator by Twilio's own Python library and prints what it saw as JSON.

Usage: drive_emulator.py URL ACCOUNT_SID AUTH_TOKEN FROM TO CALLBACK
"""

import json
import sys
from urllib.parse import urlsplit

from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

PREFIXES = {"api.twilio.com": "", "messaging.twilio.com": "/messaging"}


class ToTheEmulator(TwilioHttpClient):
    """Sends what is meant for Twilio's hosts to the emulator."""

    def __init__(self, url):
        super().__init__()
        self.url = url

    def request(self, method, url, *args, **kwargs):
        asked = urlsplit(url)
        if asked.hostname in PREFIXES:
            query = "?" + asked.query if asked.query else ""
            url = self.url + PREFIXES[asked.hostname] + asked.path + query
        return super().request(method, url, *args, **kwargs)


def code_of(work):
    try:
        work()
        return None
    except TwilioRestException as error:
        return [error.status, error.code]


def main(url, account_sid, auth_token, own, other, callback):
    client = Client(account_sid, auth_token, http_client=ToTheEmulator(url))
    texts = [client.messages.create(from_=own, to=other, body=f"Text {n}", status_callback=callback) for n in range(3)]
    call = client.calls.create(from_=own, to=other, twiml="<Response><Say>Hello</Say></Response>")
    service = client.messaging.services.create(friendly_name="News")
    number = client.incoming_phone_numbers.list(phone_number=own)[0]
    service.phone_numbers.create(phone_number_sid=number.sid)
    accepted = client.messages.create(messaging_service_sid=service.sid, to=other, body="By service")
    print(
        json.dumps(
            {
                "text": [texts[0].status, texts[0].direction, texts[0].num_segments],
                "sids": [text.sid for text in texts],
                "listed": [text.sid for text in client.messages.list(to=other, page_size=2)],
                "call": [call.status, call.direction],
                "accepted": [accepted.status, accepted.messaging_service_sid == service.sid],
                "pool": [entry.phone_number for entry in service.phone_numbers.list()],
                "services": [each.friendly_name for each in client.messaging.services.list(page_size=1)],
                "blank": code_of(lambda: client.messages.create(from_=own, to=other, body="")),
                "unknown": code_of(lambda: client.messages("SM" + "0" * 32).fetch()),
                "currency": client.balance.fetch().currency,
                "usage": [record.category for record in client.usage.records.list(category="sms")],
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
