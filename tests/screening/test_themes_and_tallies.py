"""What ends with its sentence, a tally, an old form, a class, a rule: let be, and found where somebody is asked."""

from __future__ import annotations

import pytest

from fileroom.screening import TextKind, screen_text

KINDS = (TextKind.NOTE, TextKind.LETTER, TextKind.EMAIL, TextKind.PROSE)
# A name ends with its sentence: "copies" are the next one's.
BEFORE_A_SENTENCE_ASKED = (
    "Bring your visa. Copies are shredded after a year.",
    "Bring your green card. Copies are shredded after a year.",
    "Show us your visa. Letters will be mailed in June.",
    "Bring your visa. Photos are taken in room 4.",
    "Bring the resident card. Number 12 is the right window.",
    "We need your visa. Approval takes a week.",
    "We need each parent's citizenship. Status letters go out on Friday.",
    "Write the child's nationality. Code words are on the back.",
    "Bring your Social Security card. Numbers are called in order.",
    "Traiga su visa. Papeles en blanco hay en la mesa.",
    "Bring your visa! Copies are made here.",
    "Please write your alien number. Cards are mailed in June.",
    "Attach your green card. Number one reason for delay is a blurry scan.",
    "Upload your visa. Pages that are blurred come back.",
    "Por favor traiga su visa. Copias se hacen aquí.",
    "Each parent shows a visa. Copies go in the folder.",
    "Bring your visa? Copies are free.",
)
BEFORE_A_SENTENCE_LET_BE = (
    "Do not bring your visa. Copies are shredded.",
    "We do not ask for a visa. Copies that families send are shredded unread.",
    "Pay by visa. Copies of the receipt are mailed.",
    "Her essay is about a visa. Copies are on the shelf.",
    "Please bring your library card. Copies are ten cents.",
    "Nobody needs a green card. Copies of old forms are shredded.",
    "Leave your green card at home. Copies are shredded.",
    "Visa is accepted. Photos cost ten dollars.",
    "We never copy a visa. Papers we find are shredded.",
    "No visa. Photos only for the yearbook.",
    "The office does not keep a visa. Copies are never made.",
    "Visa or cash at the gate. Copies of the program cost a dollar.",
    "If a parent offers a visa, hand it back. Copies are not made.",
)
# How many forms ask, and what is to be done with them.
TALLIES_ASKED = (
    "Questions asking immigration status: two. Fill in both.",
    "Questions asking immigration status: two. Answer them both.",
    "Forms asking Social Security number: three. Complete each one.",
    "Questions that ask immigration status: 2. Please answer both by Friday.",
    "Forms that ask for your immigration status: two. Sign and return both.",
    "Preguntas que piden estatus migratorio: dos. Conteste las dos.",
    "Formularios que piden seguro social: dos. Llene ambos.",
    "Questions asking immigration status: one. Do not skip it.",
    "Questions asking immigration status: two. Both must be answered.",
    "Forms asking Social Security number: 1. It is due Monday.",
    "Questions asking country of birth: three, all required.",
    "Forms asking immigration status: two. Please fill them in and return them.",
    "Questions asking Social Security number: one. You must answer it.",
    "Forms asking immigration status: 2. Complete both by Monday.",
    "Preguntas que piden estatus migratorio: dos. Respóndalas.",
    "Formularios que piden seguro social: tres. Todos son obligatorios.",
)
TALLIES_LET_BE = (
    "Forms asking immigration status: none.",
    "Forms asking immigration status: none. Fill in the rest of the audit by Friday.",
    "Questions asking immigration status: two. Both were taken out in May.",
    "Questions asking immigration status: two. We struck both.",
    "Forms asking Social Security number: three. All were recycled.",
    "Forms asking immigration status: 0. Lunch forms: 4.",
    "Forms asking Social Security number: two. The lawyer wants them gone by Friday.",
    "Preguntas que piden estatus migratorio: ninguna. Gracias.",
    "Formularios que piden seguro social: dos. Ya los quitamos.",
    "Questions asking immigration status: two. Delete both.",
    "Forms that ask for a Social Security number: four; each was withdrawn.",
    "Questions asking immigration status: zero. Send the tally to the board.",
    "Forms asking Social Security number: two. Recycle both.",
    "Forms asking immigration status: two. Return both for shredding.",
    "Forms asking immigration status: one. It will be removed.",
    "Questions asking immigration status: two. Fill in the audit log and sign it.",
    "Preguntas que piden estatus migratorio: dos. Ya se borraron.",
)
# Old forms with a line for it, which are pulled; and what is recycled beside a request.
OLD_FORMS_ASKED = (
    "Write the mother's Social Security number on the card; recycle the old envelopes.",
    "Write your Social Security number on the card. Recycle the old envelopes.",
    "Bring your visa. Recycle the envelope.",
    "Collect the passports, recycle the folders.",
    "Please bring me the old cards with a Social Security number line; recycle the paper clips.",
    "Pull the old cards with the Social Security number line and send them to me.",
    "Pull the outdated cards with a Social Security number line and copy the numbers.",
    "Please pull the old cards with the Social Security number line and type them into Aeries.",
    "Use up the old cards with a Social Security number line; recycle the new ones.",
    "Please fill in the old cards with a Social Security number line.",
    "Please write your Social Security number here. Recycle the old form.",
    "Pull the new cards with a Social Security number line.",
    "Pull the old cards with a Social Security number line, then read me the numbers.",
    "Give me the outdated forms with a Social Security number box.",
    "Collect the old sheets that have a Social Security number line from every parent.",
)
OLD_FORMS_LET_BE = (
    "Pull the outdated cards with a Social Security number line.",
    "Pull the outdated cards with a Social Security number line; recycle the paper clips.",
    "Pull the outdated sheets that have a Social Security line before Monday.",
    "Take out the old cards with a Social Security number line; keep the rings.",
    "Pull and recycle the old forms that had a Social Security number box.",
    "Recycle the outdated forms with a Social Security number line.",
    "Saquen las tarjetas viejas con la línea de seguro social; reciclen los clips.",
    "The outdated cards with a Social Security number line were pulled.",
    "Please pull the old forms with a Social Security number line; the new ones have none.",
    "Old cards with a Social Security number line are thrown away.",
    "Kindly pull all outdated forms with a Social Security number box from the counter.",
    "Please remove the old sheets that had a Social Security number column.",
    "Withdraw the outdated cards with a Social Security number line by Friday.",
    "Recycle the old cards with a Social Security number line.",
)
# A class or a workshop that is about it, and what is asked of those who come.
MEETINGS_ASKED = (
    "Deje su nombre y su ciudadanía para el taller.",
    "Para el taller de ciudadanía anote su ciudadanía.",
    "Escriba su ciudadanía.",
    "Deje su nombre y estatus migratorio para el taller de ciudadanía.",
    "Para la clase de ciudadanía traiga su tarjeta verde.",
    "Anote la ciudadanía de cada alumno para el taller.",
    "Escriba aquí la clase de ciudadanía que tiene.",
    "Escriba la clase de ciudadanía que posee",
    "Indique la clase de ciudadanía del alumno.",
    "Anote la clase de ciudadanía.",
    "Marque la clase de ciudadanía de cada padre.",
    "Traiga prueba de ciudadanía al taller",
    "Escriba su ciudadanía, no su dirección",
    "Para el taller de ciudadanía, escriba su estatus migratorio.",
    "Diga si tiene ciudadanía",
)
MEETINGS_LET_BE = (
    "Deje su nombre para el taller de ciudadania",
    "Deje su nombre para el taller de ciudadanía",
    "Apúntese para la clase de ciudadanía en la biblioteca",
    "Si quiere ir al curso de ciudadanía, deje su teléfono",
    "Deje su correo para la feria de ciudadanía",
    "Traiga un lápiz al taller de ciudadanía",
    "Favor de confirmar si viene a la charla sobre ciudadanía",
    "Leave your name for the citizenship workshop",
    "Sign up for the citizenship class",
    "Escriba su nombre para la clínica de ciudadanía del sábado",
    "Please send me the flyer for the citizenship fair",
    "Necesito dos voluntarios para el taller de ciudadanía",
    "La clase de ciudadanía pide lápiz y cuaderno",
    "Apunte la hora de la clase de ciudadanía.",
    "Confirme su lugar en el examen de ciudadanía",
    "Favor de anotar su nombre si quiere clases de ciudadanía",
    "Envíe un mensaje para el curso sobre la ciudadanía",
)
# A rule that is about it, and what is asked under it.
RULES_ASKED = (
    "Families still don't have to answer, but please send me their immigration status.",
    "We still don't have your immigration status",
    "We still don't have answers about your immigration status",
    "Under the new immigration status rule, please write your immigration status here.",
    "We still don't have the parents' immigration status for Luis.",
    "Please tell us your immigration status as a rule.",
    "Rule 4: write your immigration status on the form.",
    "Answer the immigration status question.",
    "I still don't have immigration status for three families",
    "Families must give their immigration status; the rule is new.",
    "Send me the immigration status list by Friday",
    "The immigration status law is new. Tell us your immigration status.",
    "Under the immigration status rule please write it here.",
    "Immigration status rule: ____",
    "Send the parents' immigration status, rules or no rules.",
    "Give us your child's immigration status. Laws require it.",
    "The law wants your immigration status",
)
RULES_LET_BE = (
    "Families still don't have answers about the immigration status rule",
    "Families still don't have answers about the immigration status rule.",
    "Parents want to know about the immigration status law",
    "We still don't have word on the citizenship status bill",
    "Please send me the article on the immigration status policy",
    "Need help understanding the immigration status rule? Call the hotline.",
    "Teachers have questions about the immigration status rule",
    "Tell parents that the immigration status rule was struck down",
    "The board must vote on the immigration status resolution",
    "Families are still missing answers on the new citizenship rule",
    "Do you have questions about the immigration status law?",
    "Please read the citizenship status policy before the meeting.",
    "Can you send me the immigration status resolution from May?",
    "La maestra necesita la ley sobre el estatus migratorio",
    "We would like the lawyer to explain the immigration status rule",
    "Parents need a summary of the immigration status bill in Spanish",
)


def found(text: str) -> list[TextKind]:
    return [kind for kind in KINDS if screen_text(text, kind)]


@pytest.mark.parametrize(
    "text", BEFORE_A_SENTENCE_ASKED + TALLIES_ASKED + OLD_FORMS_ASKED + MEETINGS_ASKED + RULES_ASKED
)
def test_what_asks_is_found(text: str) -> None:
    assert found(text) == [*KINDS]


@pytest.mark.parametrize(
    "text", BEFORE_A_SENTENCE_LET_BE + TALLIES_LET_BE + OLD_FORMS_LET_BE + MEETINGS_LET_BE + RULES_LET_BE
)
def test_what_is_only_spoken_of_is_let_be(text: str) -> None:
    assert found(text) == []
