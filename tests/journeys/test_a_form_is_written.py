"""A form that asks for a Social Security number is refused as it is typed, in Spanish; the register keeps watch."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph

pytestmark = pytest.mark.browser
SPANISH = "Número de Seguro Social (opcional)"
PACKET = b"Enrollment packet\nStudent name: ____\nSocial Security number (optional): ____\nImmigration status: ____\n"
READ_IN = 120_000  # milliseconds: the first document waits until its process has started


def test_an_optional_number_is_refused_in_spanish_and_the_register_keeps_watch(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("registrar")
    desk.set_default_timeout(READ_IN)
    desk.get_by_role("link", name="Coming in", exact=True).first.click()
    desk.get_by_role("link", name="Forms", exact=True).click()
    expect(desk.get_by_role("listitem").filter(has_text="school meals")).to_contain_text("In order")
    desk.get_by_role("link", name="Write a form").click()
    desk.get_by_role("button", name="Español").click()
    expect(desk.get_by_role("heading", name="Escribir un formulario")).to_be_visible()

    # Refused as it is typed, before anything is sent to be kept.
    desk.get_by_label("Título, como lo leen las familias").fill("Solicitud de inscripción")
    desk.get_by_label("Idioma del formulario").select_option("Español")
    desk.get_by_label("Etiqueta").press_sequentially(SPANISH, delay=20)
    expect(desk.get_by_text("Esto no se puede preguntar: Un número de Seguro Social")).to_be_visible()
    expect(desk.get_by_text("Un campo marcado como opcional también pregunta.")).to_be_visible()
    expect(desk.get_by_role("link", name="Ed. Code 49076.7")).to_be_visible()
    expect(desk.get_by_text("No pida ningún número en su lugar.")).to_be_visible()
    photograph(desk, "forms-refused-as-typed-es")
    clean(desk)

    # It cannot be put in use, and comes back with what was written.
    desk.get_by_role("button", name="Ponerlo en uso").click()
    expect(desk.get_by_text("No está en uso. No se guardó nada.")).to_be_visible()
    expect(desk.get_by_label("Etiqueta")).to_have_value(SPANISH)
    photograph(desk, "forms-not-in-use-es")
    clean(desk)
    desk.get_by_label("Etiqueta").fill("Nombre del estudiante")
    expect(desk.get_by_text("Ningún campo pide lo que no puede.")).to_be_visible()
    expect(desk.get_by_text("Esto no se puede preguntar")).to_have_count(0)
    desk.get_by_role("button", name="Añadir un campo").click()
    desk.get_by_label("Etiqueta").last.fill("Grado")
    desk.get_by_role("button", name="Ponerlo en uso").click()
    expect(desk.get_by_text("El formulario está en uso.")).to_be_visible()
    photograph(desk, "forms-register-es")
    clean(desk)
    desk.get_by_role("button", name="English").click()

    # A packet that families are given already is read, and asks.
    desk.get_by_role("link", name="Screen a paper form").click()
    desk.get_by_label("Title, as families read it").fill("Enrollment packet")
    desk.locator("input[type=file]").set_input_files(
        FilePayload(name="packet.txt", mimeType="text/plain", buffer=PACKET)
    )
    photograph(desk, "forms-paper")
    clean(desk)
    desk.get_by_role("button", name="Screen it").click()
    expect(desk.get_by_text("It asks for what it may not. Places found: 2.")).to_be_visible()
    photograph(desk, "forms-paper-screened")
    clean(desk)
    desk.get_by_role("link", name="To the register").click()
    expect(desk.get_by_text("Want attention: 1 of 3")).to_be_visible()
    expect(desk.get_by_role("listitem").filter(has_text="Found asking").first).to_contain_text("Enrollment packet")
    photograph(desk, "forms-register")
    clean(desk)
    desk.get_by_role("link", name="Coming in", exact=True).first.click()
    photograph(desk, "forms-coming-in")
