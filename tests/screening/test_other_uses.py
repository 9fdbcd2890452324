"""The same words where nobody is asked or told of: titles, marks, funds, code, refused files; and where one is."""

from __future__ import annotations

import pytest

from fileroom.screening import TextKind, screen_text

NOTE, FIELD, EMAIL, ANSWERS = TextKind.NOTE, TextKind.FORM_FIELD, TextKind.EMAIL, TextKind.FORM_ANSWERS
LET_BE = (
    # What holds such a thing is refused, covered or erased.
    (FIELD, "Uploads that show a Social Security number or a visa will be rejected and erased."),
    (FIELD, "Pictures showing a green card are deleted. A water bill is enough."),
    (FIELD, "Cover or crop any Social Security number before you send a picture."),
    (FIELD, "Please black out the passport number before you upload."),
    (FIELD, "Tache el número de seguro social antes de subirlo."),
    (FIELD, "上传前请遮住社会安全号码。"),
    (FIELD, "Xin che số an sinh xã hội trước khi chụp."),
    (NOTE, "I'd rather not sort the kids by religion, how about a sign-up for everybody?"),
    (EMAIL, "Let's not pull students by ethnicity for the dance group."),
    (EMAIL, "Prefiero no sacar lista por religión."),
    # Names of books, clubs, marks, funds, and of what looks for such numbers.
    (NOTE, 'Patron 204773918, title: "Social Security and You", due 9/28.'),
    (NOTE, 'Anna holds "The Visa Line", our class zine, in her hand.'),
    (FIELD, "CITIZENSHIP CLUB sign-up, name ____"),
    (NOTE, "El Fondo del Seguro Social paga a 67 millones, ¿qué pasa en 2035?"),
    (NOTE, "Quỹ An Sinh Xã Hội lấy tiền từ đâu?"),
    (TextKind.CSV_ROW, "Perm,Name,SSn_Score,SS_Band\n204771,Abara K,612,4"),
    (NOTE, "def looks_like_ssn(s): return bool(SSN_RE.search(s))"),
    (NOTE, "redact_ssn(text) must run before the upload."),
    (ANSWERS, '{"fuelCard":{"brand":"Visa Fleet","no":"552319"}}'),
    (EMAIL, "Magkano po ang reprint ng green card (honor pass)? Ok lang po ba Visa?"),
    (NOTE, "The class for the USCIS civics test needs a room."),
    # Other numbers.
    (TextKind.CSV_ROW, "PO,Vendor,Invoice,Fed Tax ID,Amt\n70114,Sierra LLC,530-92-7416,68-0417723,12.50"),
    (NOTE, "Mã số học sinh của em Gia Hân là 204 77 3918, không phải số an sinh."),
    (NOTE, "Student ID 204-77-3918, not a social security number."),
    (NOTE, "Cajas folio 318-440-726 a 318-440-731, lápices."),
    (NOTE, "Nadie pide el número de extranjero; avise al 559-555-0140."),
    (NOTE, "The meal form asks the last four digits only, 42 U.S.C. 1758."),
    # The federal questions and forms.
    (FIELD, "CALPADS correction slip. Ethnicity: Hispanic Y/N ___ Race 1 ___ Race 2 ___"),
    (FIELD, "ED 506 Indian student eligibility. Tribe or band: ____"),
    (NOTE, "Race/ethnicity is the two-question form; blank goes to the principal, please."),
    # What is asked about nobody.
    (NOTE, "No, señora, no le vamos a preguntar si es ciudadana."),
    (NOTE, "Una mamá preguntó si en la pantalla se ve quién es ciudadano."),
    (NOTE, "By the scanner: NO soc cards · NO green cards · NO passports."),
    (NOTE, "Aquí NO copiamos pasaportes."),
    (NOTE, "May nagtanong kung puwedeng mag-enroll ang batang walang papeles. Opo, puwede."),
    (NOTE, "Flight held in Denver (ice on runway), he is back Wednesday."),
    (NOTE, "직원 교육(가상 사례): 학부모가 영주권을 내밀면? 이름만 보고 돌려준다."),
)
FOUND = (
    (FIELD, "Upload a picture that shows your Social Security number or visa."),
    (FIELD, "Documents that show your immigration status: ____"),
    (FIELD, "Cover sheet. Social Security number: ____"),
    (FIELD, "Upload your visa; files over 5 MB will be rejected."),
    (FIELD, "Passport number (files too large are deleted)"),
    (FIELD, "Suba su tarjeta de seguro social."),
    (FIELD, "请上传社会安全卡。"),
    (NOTE, "I'd rather not wait: please sort the kids by religion and send me names."),
    (EMAIL, "Pull students by ethnicity for me, with names."),
    (EMAIL, "Prefiero que saque una lista de alumnos por religión."),
    (NOTE, 'Please write it in the box "Parent Social Security Number".'),
    (NOTE, 'Her mom said "my visa ran out" and cried.'),
    (FIELD, "Citizenship of the student: ____"),
    (NOTE, "Por favor pida el número de Seguro Social de la mamá."),
    (NOTE, "Xin ghi số An Sinh Xã Hội của mẹ."),
    (TextKind.CSV_ROW, "Perm,Name,SSN,Band\n204771,Abara K,530-92-7416,4"),
    (NOTE, "parent_ssn varchar(11) not null"),
    (ANSWERS, '{"student":"Kim","visa":"F-2","expires":"2026-05-01"}'),
    (EMAIL, "Pakidala po ang green card ng nanay."),
    (NOTE, "Write the USCIS number on line 3, please."),
    (TextKind.CSV_ROW, "Name,Parent SSN,Amt\nSierra Lopez,530-92-7416,12.50"),
    (NOTE, "Em Gia Hân: 204 77 3918, số an sinh của em."),
    (NOTE, "204-77-3918 is Maria Lopez's social security number, not her student ID."),
    (NOTE, "Mom's A-number is A 318-440-731."),
    (NOTE, "Número de extranjero de la mamá: A 318-440-731."),
    (NOTE, "Her last four of the social: 1758."),
    (FIELD, "Religion of the student (CALPADS correction slip): ____"),
    (ANSWERS, "Camp registration\nName of tribe: Pomo"),
    (NOTE, "Please list the students by ethnicity, two questions each."),
    (NOTE, "La mamá no es ciudadana."),
    (NOTE, "The family has no green cards."),
    (NOTE, "Copiamos el pasaporte de la mamá."),
    (NOTE, "Ang nanay ni Ana ay walang papeles."),
    (NOTE, "Held by ICE in Denver, his dad is not back."),
    (NOTE, "학부모가 영주권을 내밀어서 복사했습니다."),
)

# A word to be written and no more, a question that is answered, a word between quotation marks, a citizen of a class.
OF_THE_WORD = (
    (NOTE, 'For a feast write only "religious" in the note, nothing else.'),
    (NOTE, '종교 행사로 빠지는 날은 "종교"라고만 적어 주세요.'),
    (NOTE, "因宗教节日请假，请写“宗教”即可。"),
    (NOTE, 'Kung liliban dahil sa pista ng inyong relihiyon, isulat lang ang "religious".'),
    (NOTE, 'Si falta por una fiesta de su religión ponga solo "religión".'),
    (NOTE, "没有绿卡可不可以进家长会？当然可以。"),
    (NOTE, "Nos preguntan si se necesita la mica para inscribir. No. Tampoco la visa."),
    (NOTE, "We are asked whether a foreign passport is better. It isn't."),
    (NOTE, "Removed: the three legacy columns that held citizenship and religion."),
    (NOTE, "The form says nothing about who is a citizen."),
    (NOTE, 'Ulises lost on time and went "deportado" to board 9.'),
    (NOTE, "Are you a citizen of the spaceship?"),
    (NOTE, "本校不按宗教、族裔编列学生名单。"),
)
OF_THE_THING = (
    (NOTE, 'Write the religion of each student on the "feast" sheet, please.'),
    (NOTE, "학생의 종교를 적어 명단을 보내 주세요."),
    (NOTE, "请按宗教编一份学生名单。"),
    (NOTE, "Isulat ang relihiyon ng bawat bata sa listahan."),
    (NOTE, "Ponga la religión de cada alumno en la lista."),
    (NOTE, "没有绿卡不能注册。"),
    (NOTE, "Nos preguntan la edad. Se necesita la mica para inscribir."),
    (NOTE, "We asked whether he has a foreign passport. She showed the passport and we copied it."),
    (NOTE, "Add the three columns that hold citizenship and religion, please."),
    (NOTE, "The boy who is undocumented is in Room 4."),
    (NOTE, 'Mom said "deportado" and cried about his dad.'),
    (NOTE, "Are you a citizen of the United States?"),
    (NOTE, "请写下学生的宗教。"),
)
STATUS, PAPER, LIST, SSN = "immigration_status", "immigration_document", "protected_list", "ssn"
# What is told, and what is asked, of the same things: a key that holds yes or no, a paper that is to be attached.
SAID_AS = (
    (ANSWERS, '{"guardian":{"rel":"mother","us_citizen":"N"}}', STATUS, "value"),
    (ANSWERS, '{"guardian":{"rel":"mother","us_citizen":""}}', STATUS, "solicit"),
    (ANSWERS, "Title III worksheet\nDate first enrolled in a U.S. school: 01/22/2026", STATUS, "value"),
    (
        FIELD,
        "Fecha en que su hijo se inscribió por primera vez en una escuela de EE. UU. __/__/____",
        STATUS,
        "solicit",
    ),
    (ANSWERS, "Immigration status: LPR ___ other ___", STATUS, "solicit"),
    (ANSWERS, "Immigration status: LPR", STATUS, "value"),
    (TextKind.LETTER, "请附上孩子的签证页复印件。", PAPER, "solicit"),
    (NOTE, "附上我的绿卡照片和水电账单。", PAPER, "value"),
    (TextKind.LETTER, "La agencia necesita copia del pasaporte y la visa.", PAPER, "solicit"),
    (EMAIL, "Necesito una hoja con todos los guatemaltecos: nombre, dirección, con quién viven.", LIST, "solicit"),
    (EMAIL, "El padre quiere saber quiénes de octavo son católicos, arme una lista.", LIST, "solicit"),
    (EMAIL, "We'd like for each rider: seat preference, parent SSN.", SSN, "solicit"),
    (EMAIL, "I still don't have socials for Adrian and Lupe.", SSN, "solicit"),
    (NOTE, "SS mamá 624807715 / SS niña no tiene", SSN, "value"),
    (NOTE, "Though she is neither a citizen nor a resident, she leads the team.", STATUS, "value"),
    (NOTE, "Her mom got a deportation order in August.", STATUS, "value"),
    (NOTE, "엄마가 영주권 신청이 거절됐다고 해요.", STATUS, "value"),
    (EMAIL, "Missing: proof of lawful residence in the United States.", STATUS, "solicit"),
    (NOTE, "Cột so_an_sinh xin giữ lại để màn hình nhập học dùng.", SSN, "solicit"),
)
SAID_TOO = (
    (
        NOTE,
        "P<PHLALMORADIE<<KRISTINE JOY<<<<<<<<<<<<<<<<\nP8841207B2PHL0806176F3302141<<<<<<<<<<<<<<<6",
        PAPER,
        "value",
    ),
    (EMAIL, "Bring the green card; questions go to Room 4.", PAPER, "solicit"),
    (EMAIL, "Please answer the visa questions on page 2 and send your visa.", PAPER, "solicit"),
    (NOTE, "Mom asked what happens now. We have no papers, she said.", STATUS, "value"),
    (EMAIL, "Please put up the new PDF, the one w/ Social Security # (optional).", SSN, "solicit"),
    (FIELD, "Upload photos of IDs, Social Security cards, or visas: please.", SSN, "solicit"),
    (FIELD, "Religious group of the family: ____", LIST, "solicit"),
    (FIELD, "Date of entry into the US: ____", STATUS, "solicit"),
    (EMAIL, "Run all active pupils where country of origin is Yemen or Syria, give me name and room.", LIST, "solicit"),
    (NOTE, "Bảng PhuHuynh còn cột so_an_sinh (varchar 11). Xin giữ lại.", SSN, "solicit"),
    (TextKind.LETTER, "Al anotarse deje su nombre, su teléfono y su número de seguro social.", SSN, "solicit"),
    (ANSWERS, "Fecha en que entró por primera vez a una escuela de EE.UU.: 14/02/2026", STATUS, "value"),
    (ANSWERS, "Parent SSN:\n1B9O94432", SSN, "value"),
    (NOTE, "Mom is a permanent resident of California.", STATUS, "value"),
    (NOTE, "Documentos mostrados: pasaporte y visa de la mamá.", PAPER, "value"),
    (FIELD, "Title III immigrant count worksheet: first enrolled in a U.S. school (month/year)", STATUS, "solicit"),
    (EMAIL, "Paki-send po ng kopya ng green card ninyo para kay Ana, ni Jericho.", PAPER, "solicit"),
    (EMAIL, "If the kid doesn't know it have them text a pic of the actual social card to me.", SSN, "solicit"),
    (EMAIL, "Please bring me his I-94 printout or, failing that, his I-20.", PAPER, "solicit"),
    (NOTE, "Daria isn't a citizen, fact check on the rumor.", STATUS, "value"),
    (NOTE, "Lập danh sách các em theo đạo Công giáo có số điện thoại nhà.", LIST, "solicit"),
    (
        TextKind.LETTER,
        "Return the signed training agreement and a copy of your child's Social Security card.",
        SSN,
        "solicit",
    ),
    (TextKind.CSV_ROW, "estudyante,huling 4 ng SSN\nLara Manalo,7206\nRico Sumulong,1938", "ssn_last4", "value"),
)
NOT_SAID = (
    (EMAIL, "Lawyers will look at DACA renewals and green card questions for free."),
    (NOTE, "FAQ poster: Can my child attend if I have no papers? Yes. Will you tell anybody? No."),
    (FIELD, "Upload a photo of the shot record only. Photos of IDs, Social Security cards, or visas: please don't."),
    (FIELD, "Religious or medical food needs (no pork, halal, vegetarian): ____"),
    (FIELD, "Date of entry into the program: ____"),
    (NOTE, "How many pupils are there where country of origin is another one? Only totals, no names."),
    (NOTE, "Bảng PhuHuynh còn cột so_dien_thoai (varchar 11). Xin giữ lại."),
    (TextKind.LETTER, "Al anotarse deje su nombre y su teléfono; el seguro médico no hace falta."),
    (ANSWERS, "[x] Check if no SSN\nCase number (CalFresh): 1B4417730"),
    (NOTE, 'The "permanent resident of the district" box is about where they live.'),
    (NOTE, "Cartel en el mostrador: aquí NO copiamos pasaportes."),
    (ANSWERS, '{"payer":"Clement","cardBrand":"Visa","amount":"12"}'),
    (FIELD, "Immigrant students, count by school: ____"),
    (EMAIL, "Hindi po kailangan ang green card ni Jericho ng opisina."),
    (EMAIL, "If the kid doesn't know the room have them text a pic of the map to me."),
    (NOTE, "The slide says nothing about who is or isn't a citizen."),
    (EMAIL, 'Phishing alert: a message titled "Payroll update" asks for your SSN and visa card number.'),
    (TextKind.CSV_ROW, "estudyante,huling 4 ng telepono\nLara Manalo,7206\nRico Sumulong,1938"),
    (ANSWERS, '{"route":"22","us_map":"N"}'),
    (ANSWERS, "Band worksheet\nDate first enrolled in band: 01/22/2026"),
    (NOTE, "Xin đừng ghi số an sinh."),
    (EMAIL, "We'd like a cake for each rider."),
    (EMAIL, "I still don't have the social studies books for Adrian."),
    (NOTE, "SS mañana a las 8, salón 624."),
    (NOTE, "She is neither a singer nor a dancer."),
    (NOTE, "She got a restraining order in August."),
    (EMAIL, "Missing: proof of residence in the district."),
    (EMAIL, "Necesito una hoja con todos los alumnos de quinto: nombre, dirección."),
    (EMAIL, "El padre quiere saber quiénes de octavo son altos."),
    (NOTE, "도서관 카드 신청이 거절됐다고 해요."),
)


@pytest.mark.parametrize(("kind", "text", "category", "mode"), SAID_AS + SAID_TOO)
def test_what_is_there_is_told_apart_from_what_is_asked(kind: TextKind, text: str, category: str, mode: str) -> None:
    assert (category, mode) in {(it.category, it.mode) for it in screen_text(text, kind)}


@pytest.mark.parametrize(("kind", "text"), NOT_SAID)
def test_words_alike_that_tell_nothing_are_let_be(kind: TextKind, text: str) -> None:
    assert screen_text(text, kind) == ()


@pytest.mark.parametrize(("kind", "text"), LET_BE + OF_THE_WORD)
def test_where_the_words_mean_another_thing_nothing_is_found(kind: TextKind, text: str) -> None:
    assert screen_text(text, kind) == ()


@pytest.mark.parametrize(("kind", "text"), FOUND + OF_THE_THING)
def test_where_somebody_is_asked_or_told_of_it_is_found(kind: TextKind, text: str) -> None:
    assert screen_text(text, kind)
