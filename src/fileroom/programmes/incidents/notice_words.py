"""The words of a breach notice in both languages: what was in reach, when, and what the law wants said beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from fileroom.law.facts import NoticeItem, Taken
from fileroom.law.figures import FIGURES
from fileroom.letters.kinds import Words
from fileroom.letters.setting import NOTICE_POINTS, Letterhead, spoken_on
from fileroom.programmes.incidents.known import Known

LANGUAGES = ("en", "es")
NUMBERS = (Taken.SSN, Taken.GOVERNMENT_ID_NUMBER)
LEAST_POINTS = FIGURES["breach_notice_type_size"].value
KINDS = {
    "en": {
        Taken.FULL_NAME: "name", Taken.SSN: "Social Security number",
        Taken.GOVERNMENT_ID_NUMBER: "driver’s license, state identification or other government number",
        Taken.ACCOUNT_NUMBER_WITH_CODE: "account or card number with its code",
        Taken.MEDICAL: "medical information", Taken.HEALTH_INSURANCE: "health insurance information",
        Taken.BIOMETRIC: "biometric data", Taken.LICENSE_PLATE_READER: "data of a license-plate reader",
        Taken.GENETIC: "genetic data", Taken.LOGIN_WITH_PASSWORD: "user name or e-mail with its password",
        Taken.ADDRESS: "address", Taken.BIRTH_DATE: "birth date", Taken.DISCIPLINE: "discipline",
        Taken.GRADES: "grades", Taken.OTHER: "other information of the school",
    },
    "es": {
        Taken.FULL_NAME: "nombre", Taken.SSN: "número de Seguro Social",
        Taken.GOVERNMENT_ID_NUMBER: "licencia de conducir, identificación estatal u otro número oficial",
        Taken.ACCOUNT_NUMBER_WITH_CODE: "número de cuenta o tarjeta con su código",
        Taken.MEDICAL: "información médica", Taken.HEALTH_INSURANCE: "información del seguro médico",
        Taken.BIOMETRIC: "datos biométricos", Taken.LICENSE_PLATE_READER: "datos de un lector de placas",
        Taken.GENETIC: "datos genéticos", Taken.LOGIN_WITH_PASSWORD: "usuario o correo electrónico con su contraseña",
        Taken.ADDRESS: "domicilio", Taken.BIRTH_DATE: "fecha de nacimiento", Taken.DISCIPLINE: "disciplina",
        Taken.GRADES: "calificaciones", Taken.OTHER: "otra información de la escuela",
    },
}  # fmt: skip
# Whose letter it is: of a child, where the law asks the district for it or where the district has chosen to send it.
WHOSE = {
    "en": {
        "child": "This letter is about information of {name}. It goes to you because the law has us tell the parents.",
        "chosen": "This letter is about information of {name}. No law asks for it: the district chose to tell you.",
        "self": "This letter is about your own information, {name}.",
        "sample": "This is a sample. Each letter names whom it is about, and nobody else.",
        "substitute": "This notice stands in place of a letter. It is for everybody whose information may have been"
        " among what was taken, students, their parents and staff, and who has no letter of the district about it.",
    },
    "es": {
        "child": "Esta carta trata de información de {name}. La ley nos pide avisar a los padres.",
        "chosen": "Esta carta trata de información de {name}. Ninguna ley la pide: el distrito ha decidido avisarle.",
        "self": "Esta carta trata de su propia información, {name}.",
        "sample": "Esta es una muestra. Cada carta nombra a la persona de quien trata, y a nadie más.",
        "substitute": "Este aviso va en lugar de una carta. Es para toda persona cuya información pudo estar entre lo"
        " que se tomó, estudiantes, sus padres y personal, y que no tiene carta del distrito sobre ello.",
    },
}
DATES = {
    "en": (
        "It happened on {first}.",
        "It happened between {first} and {last}.",
        "We do not know yet when it happened.",
    ),
    "es": ("Sucedió el {first}.", "Sucedió entre el {first} y el {last}.", "Todavía no sabemos cuándo sucedió."),
}
POLICE = {
    "en": ("Police did not ask us to wait with this letter.", "Police asked us to wait with this letter, and we did."),
    "es": (
        "La policía no pidió esperar con esta carta.",
        "La policía pidió esperar con esta carta, y esperamos.",
    ),
}
IN_REACH = {
    "en": "What was, or may have been, taken: {kinds}.",
    "es": "Lo que se tomó, o pudo haberse tomado: {kinds}.",
}
PASSWORD = {
    "en": "Change the password of that account now, and wherever else you use it, with the answers to its questions.",
    "es": "Cambie ahora la contraseña de esa cuenta, y en todo lugar donde la use, con las respuestas a sus preguntas.",
}
ASK_BUREAUS = {
    "en": "You can ask each credit reporting agency to freeze credit, which is free, also for a child: {those}.",
    "es": "Puede pedir a cada agencia de crédito que congele el crédito, gratis, también el de un menor: {those}.",
}
CONTACT = {
    "en": "Call {district} at {telephone}, or ask at the office of any of its schools.",
    "es": "Llame a {district} al {telephone}, o pregunte en la oficina de cualquiera de sus escuelas.",
}


def facts_of(
    known: Known,
    texts: Mapping[str, str],
    whose: str,
    *,
    waited: bool,
    bureaus: str,
    head: Letterhead,
    signer: str,
    language: str,
) -> dict[str, str]:
    """What goes to the places of the letter. `texts`: the district's own words, `happened_en` and its like; `waited`:
    police had asked for it; `bureaus`: the credit reporting agencies, as the district names them."""
    data = known.data or ()
    return {
        "whose": whose,
        "happened": texts.get(f"happened_{language}", ""),
        "dates": dates(known.from_on, known.to_on, language),
        "police": POLICE[language][waited],
        "kinds": IN_REACH[language].format(kinds=kinds(data, language)) if data else "",
        "doing": texts.get(f"doing_{language}", ""),
        "password": PASSWORD[language] if Taken.LOGIN_WITH_PASSWORD in data else "",
        "bureaus": ASK_BUREAUS[language].format(those=bureaus) if set(data) & set(NUMBERS) else "",
        "contact": CONTACT[language].format(district=head.district, telephone=head.telephone) if head.telephone else "",
        "signer": signer,
    }


def kinds(data: Iterable[Taken], language: str) -> str:
    """The kinds of information, as people say them."""
    return ", ".join(KINDS[language][it] for it in data)


def dates(first: date | None, last: date | None, language: str) -> str:
    """When it happened, as far as it is known."""
    one, between, unknown = DATES[language]
    if first is None:
        return unknown
    said = {"first": spoken_on(first, language), "last": spoken_on(last or first, language)}
    return (between if last and last != first else one).format(**said)


# What the statute wants in the notice, and the fact or the heading that brings it; read in the English letter.
HEADINGS = {
    "What Happened": NoticeItem.WHAT_HAPPENED,
    "What Information Was Involved": NoticeItem.WHAT_INFORMATION,
    "What We Are Doing": NoticeItem.WHAT_WE_ARE_DOING,
    "What You Can Do": NoticeItem.WHAT_YOU_CAN_DO,
    "For More Information": NoticeItem.FOR_MORE_INFORMATION,
}
FROM_FACTS = {
    "contact": NoticeItem.SENDER_AND_CONTACT,
    "kinds": NoticeItem.KINDS_OF_INFORMATION,
    "dates": NoticeItem.DATES,
    "police": NoticeItem.DELAY_BY_POLICE,
    "bureaus": NoticeItem.CREDIT_BUREAUS,
}


def items_in(letter: Words, facts: Mapping[str, str], *, plain: bool) -> tuple[NoticeItem, ...]:
    """What of the checklist this letter truly has. `plain`: a person has said that their words are plain."""
    has = {HEADINGS[heading] for heading, told in letter.sections if heading in HEADINGS and told}
    has |= {item for name, item in FROM_FACTS.items() if facts[name]}
    if letter.title == "Notice of Data Breach":
        has.add(NoticeItem.TITLE)
    if plain:
        has.add(NoticeItem.PLAIN_LANGUAGE)
    if NOTICE_POINTS >= LEAST_POINTS:
        has.add(NoticeItem.TYPE_SIZE)
    return tuple(sorted(has))
