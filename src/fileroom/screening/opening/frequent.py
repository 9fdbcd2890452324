"""The letters that most of any writing in East Asia consists of, by which it is told from gibberish."""

from __future__ import annotations

import re
from itertools import islice

HAN = (
    "的一是不了在人有我他这这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日"
    "军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相"
    "见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名"
    "真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市"
    "直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路"
    "记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运母亲父移签证份号码护照"
    "请填写姓名校班级居留绿卡籍贯族裔怕抓"
    "這個們來為國說時會對發後過著種還經麼學現當沒動開從實軍無與長機關點業將兩間問應戰頭體見產給門東聲員論處"
    "義幾認條係題爾變總電數報結務場計資統區隊決馬書則聽達強難權設類據邊張該規萬覺術領確傳師觀讓識導爭運親簽"
    "證號碼護請填寫級綠籍貫帶許記話語處頭歲戶聯絡電話監護學區"
)
HANGUL = (
    "이다는을의에가하고지를한로은사도어자서기들아나리시그인정대있보수것라장해게만주구일여전부과스조비으원니상면"
    "위제안소국성공오적유신생관무요세동연내경야때없단화치교말계했방용당거중러속모음선발중문회학물식년마분양회재"
    "와려우진체행히심미통간민반법서입영출각될됩현복평등천습및록류번호권외실점명목김이박최사름않습까직접하십"
    "됐었았였된할함께울산역능태건바차두파린트초불후결매업님려"
)
KANA = "のにはをたがでてとしれさあるいなもこらりまかきくすせそちつっどばんょゃュョーインスルトラクリアレドシフ"
HIGH = re.compile(r"[^\x00-\x7f]")
ENOUGH = 20_000
FREQUENT = frozenset(HAN + HANGUL + KANA)


def likeness(text: str) -> float:
    """How much of what is no ASCII in a text are letters of the most frequent: 0 to 1."""
    high = [it[0] for it in islice(HIGH.finditer(text), ENOUGH) if it[0].isalpha()]
    return sum(letter in FREQUENT for letter in high) / len(high) if high else 0.0
