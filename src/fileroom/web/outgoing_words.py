"""Entries about links and mails in words: all under seal, so that the open list never shows what did not go."""

from __future__ import annotations

SEALED = {
    "duty:moved": ("record", "Owed by the custodian of another school from now on: the student is there"),
    "duty:noted": ("record", "Owed from now on, or no longer, by the program’s own look at court orders"),
    "link:entered": ("saw", "A secure link was opened with its code"),
    "link:made": ("record", "A secure link was made"),
    "link:refused": ("no", "A secure link: nothing was shown"),
    "link:withdrawn": ("record", "A secure link was taken back"),
    "mail:addressed": ("saw", "An e-mail address was read, to send to it"),
    "mail:given_up": ("no", "A mail could not be delivered"),
    "mail:lost": ("no", "A mail: whether it went is not known"),
    "mail:queued": ("record", "Mails wait to be sent"),
    "mail:released": ("record", "A mail is to be sent again"),
    "mail:sent": ("saw", "A mail was sent: that something waits"),
    "mail:settled": ("record", "A mail has arrived, as somebody said"),
    "mail:withdrawn": ("record", "A mail was taken back"),
    "mail:withheld": ("no", "A mail was not sent, as the law or the file stood that day"),
}
