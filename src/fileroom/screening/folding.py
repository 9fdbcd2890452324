"""A text as the engine reads it: small plain letters and digits, with the way back to where each stood."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

# Traditional Chinese letters, and the simplified ones in which the lexicon is written.
TRADITIONAL = (
    "與東個為爲麼烏樂鄉買亞產親億僅從們價優會傳體偽來蘭關養內冊寫況準幾別則劃剛創號歷曆發髮變葉臺聽員問團園圍"
    "國圖聖場塊壞報處備夠頭夾獎婦媽孫學寧實寶審對尋導將爾屆屬歲島師帶幫幹廣莊慶應廟廢開異張彈強歸當錄後徑憶懷"
    "態總惡懇憂戶執掃揚護擔擇據擊擠擺攜攝數斷無舊時曉術機殺雜權條構樣標樹橋歡歐殘氣漢湯溝沒淚潔濟測滯滿灣災點"
    "熱煩爺牽狀猶獨獄獻環現電畫畢療監蓋盤盡縣碼確禮禍種積稱穩窮筆篩簽籤籌籃類糧糾紀約級紅納純紙組細終紹經結給"
    "絕統絲綁綠維網緊線編緣縮績續罰羅職聯聞膚腳臉興舉藝節蘇藍虛補製複襲見規視覽覺觸計訂認討讓訓議訊記講許論設"
    "訪證評識詐訴診詞試詩話誠該詳語誤說説請諾讀課誰調談謀謝譯豐負財責敗貨質販貪購貫貴貸費資賬帳賓賞賠賣賽贈趕"
    "車軍轉輪軟輕載較輔輛輸辦辭辯邊達遷過邁運還這進遠違連遲適選遺遞郵鄰醫釋裡裏鐘針銀鋪錢錯長門閉間閱隊陽陰陣"
    "階際陸陳險隨隱難雙離雞霧靜頁頂項順須領頻顧題顏願額顯風飛飯飲館餘馬驅駐駕驗騙鬆鬧魚鮮鳥麗麥黃齊齒齡龍檢樓"
    "務勵勞動勢華單協區衛廠廳參吳嗎嚴壓聲復夢敘劇兒兩係傷債僱儲黨決凍減戲爭獲眾瞭禦稅緻繫罵聰膽臨薦蟲衝託貓贊"
    "趨迴邏鄭釣鈔鈴銷鍵鏈鏡閣闖隻韓飾騎驚鬥齋偵拋揮捨採掛撥撿擬擾櫃欄滅漲潛澤瑪瑋紐綫緬縫繳繪纖聾誌諮諜遊鎖鎮"
    "閃閒陝隴靈預頒頓頸餅餓饋駁註詢詛訟訖誦贖貼賀賴軌軀轄錫鑰闊隸雖韌響頗顆驟驛鬚鳳鴻鵬麪麵黴龐龔於並併佈佔侖"
    "倫偉側償傑傾僞儀儉儘劉劍勝匯卻厭啟啓喪喬嘆嚇嚮囑圓堅墊墜壽夥奧妝姊娛婭嬰宮寬層嶺巖幣庫彌恆悅惱愛慘慣憐戰"
    "掙揀搶摺撐擁擋損換敵暫曬楊棄棟極榮橫歎毀溫滾漁濕灑煙燈燒爐營牆狹獅瑣畝癢盜睜矯礎祕禪稈穀簡簾籠紋綜綱綿緒"
    "練緩縱織繞繩繼纜罷義習翹肅腦腫腸膠艦艱莖荊蔣蕭薩藥蘋蘿蝦螞蠟衆裝褲訝諒諧謊謹譜讚貧貿賭賺躍軸輝農遜遼鄧鈕"
    "鉛鋼錶鍋鐵鑑鑽閑闆闢頌頰顛飄飼駱騷髒鬍鬱鯨鴨鷹鹽齣"
)
SIMPLIFIED = (
    "与东个为为么乌乐乡买亚产亲亿仅从们价优会传体伪来兰关养内册写况准几别则划刚创号历历发发变叶台听员问团园围"
    "国图圣场块坏报处备够头夹奖妇妈孙学宁实宝审对寻导将尔届属岁岛师带帮干广庄庆应庙废开异张弹强归当录后径忆怀"
    "态总恶恳忧户执扫扬护担择据击挤摆携摄数断无旧时晓术机杀杂权条构样标树桥欢欧残气汉汤沟没泪洁济测滞满湾灾点"
    "热烦爷牵状犹独狱献环现电画毕疗监盖盘尽县码确礼祸种积称稳穷笔筛签签筹篮类粮纠纪约级红纳纯纸组细终绍经结给"
    "绝统丝绑绿维网紧线编缘缩绩续罚罗职联闻肤脚脸兴举艺节苏蓝虚补制复袭见规视览觉触计订认讨让训议讯记讲许论设"
    "访证评识诈诉诊词试诗话诚该详语误说说请诺读课谁调谈谋谢译丰负财责败货质贩贪购贯贵贷费资账账宾赏赔卖赛赠赶"
    "车军转轮软轻载较辅辆输办辞辩边达迁过迈运还这进远违连迟适选遗递邮邻医释里里钟针银铺钱错长门闭间阅队阳阴阵"
    "阶际陆陈险随隐难双离鸡雾静页顶项顺须领频顾题颜愿额显风飞饭饮馆余马驱驻驾验骗松闹鱼鲜鸟丽麦黄齐齿龄龙检楼"
    "务励劳动势华单协区卫厂厅参吴吗严压声复梦叙剧儿两系伤债雇储党决冻减戏争获众了御税致系骂聪胆临荐虫冲托猫赞"
    "趋回逻郑钓钞铃销键链镜阁闯只韩饰骑惊斗斋侦抛挥舍采挂拨捡拟扰柜栏灭涨潜泽玛玮纽线缅缝缴绘纤聋志咨谍游锁镇"
    "闪闲陕陇灵预颁顿颈饼饿馈驳注询诅讼讫诵赎贴贺赖轨躯辖锡钥阔隶虽韧响颇颗骤驿须凤鸿鹏面面霉庞龚于并并布占仑"
    "伦伟侧偿杰倾伪仪俭尽刘剑胜汇却厌启启丧乔叹吓向嘱圆坚垫坠寿伙奥妆姐娱娅婴宫宽层岭岩币库弥恒悦恼爱惨惯怜战"
    "挣拣抢折撑拥挡损换敌暂晒杨弃栋极荣横叹毁温滚渔湿洒烟灯烧炉营墙狭狮琐亩痒盗睁矫础秘禅秆谷简帘笼纹综纲绵绪"
    "练缓纵织绕绳继缆罢义习翘肃脑肿肠胶舰艰茎荆蒋萧萨药苹萝虾蚂蜡众装裤讶谅谐谎谨谱赞贫贸赌赚跃轴辉农逊辽邓钮"
    "铅钢表锅铁鉴钻闲板辟颂颊颠飘饲骆骚脏胡郁鲸鸭鹰盐出"
)
# Letters of other alphabets that look like Latin ones, and marks that no decomposition takes apart.
LOOK_ALIKES = {
    **dict(zip("аеорсхуіјѕһԁԛԝкмтвн", "aeopcxyijshdqwkmtbh", strict=True)),
    **dict(zip("αορνικτε", "aopviktε".replace("ε", "e"), strict=True)),
    **dict(zip(TRADITIONAL, SIMPLIFIED, strict=True)),
    "đ": "d", "ø": "o", "ł": "l", "ı": "i", "ħ": "h", "ʼ": "'", "’": "'", "‘": "'", "“": '"', "”": '"', "†": "t",
    "：": ":", "；": ";", "，": ",", "（": "(", "）": ")", "／": "/", "＃": "#", "、": ",", "·": ".", "・": ".",
    "∙": ".", "⋅": ".", "⁃": "-",
}  # fmt: skip
# Nine figures, no more and no fewer, of which each has a cell or a line of its own.
COMB = re.compile(r"(?<![^\W_])(?<![0-9][\t\n])[0-9](?:(?:\t|\r?\n)[0-9](?![^\W_])){8}(?!(?:\t|\r?\n)[0-9](?![^\W_]))")
NINE_NAMED = re.compile(
    r"ssn|\bss\b|\bsocial(?! (?:stud|sci|emot|skill))|seguro|社会安全|社安|사회보장|an sinh|\bitin\b|\btax"
)
A_LABEL = 60  # characters before figures in which a label for them may stand
BEST_MARK = "5"
LIGATURES = re.compile("[\ufb00-\ufb06]")  # letters written as one: in a PDF's text they are many words' middle


class Folded(NamedTuple):
    """A folded text. `places`: for each of its characters the offset in the original; None where they are the same."""

    text: str
    original: str
    places: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that the folded text's span stands for. 0 <= start < end <= len(text)."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1

    def part(self, start: int, end: int) -> Folded:
        """What stands between two places, as a text of its own. 0 <= start < end <= len(text)."""
        low, high = self.span(start, end)
        places = None if self.places is None else [it - low for it in self.places[start:end]]
        return Folded(self.text[start:end], self.original[low:high], places)


class _Table(dict[int, str | None]):
    """How each character folds: to one, a ligature to its own, or to None where nothing is left. Filled as asked."""

    def __missing__(self, code: int) -> str | None:
        self[code] = folded = _letter(chr(code))
        return folded


def _letter(letter: str) -> str | None:
    if letter in LOOK_ALIKES:
        return LOOK_ALIKES[letter]
    category = unicodedata.category(letter)
    if category in ("Cf", "Mn", "Me") or letter in ("\u3164", "\u115f", "\u1160"):
        return None
    if category == "Nd":
        return str(unicodedata.digit(letter))
    if category == "Pd" or letter in ("\u2212", "\u30fc"):
        return "-"
    if category == "Zs":
        return " "
    return _plainest(letter)


def _plainest(letter: str) -> str:
    """What is left when case, width and accents are taken away, if it is one small letter or a ligature's."""
    taken = unicodedata.normalize("NFKD", letter).lower()
    bare = "".join(it for it in taken if unicodedata.category(it) not in ("Mn", "Me", "Cf"))
    if "\uac00" <= letter <= "\ud7a3":
        return letter
    bare = "-" if bare == "\u2212" else LOOK_ALIKES.get(bare, bare)  # a minus may stand raised or lowered
    return bare if len(bare) == 1 or LIGATURES.match(letter) else letter


TABLE = _Table()


def fold(text: str) -> Folded:
    """Fold a text: case, accents, widths, digits, dashes and blanks of every script; a ligature becomes its letters."""
    if text.isascii():
        return Folded(text.lower(), text)
    folded = text.translate(TABLE)
    if LIGATURES.search(text):
        each = (place for place, letter in enumerate(text) for _ in TABLE[ord(letter)] or "")
        return Folded(folded, text, array("I", each))
    if len(folded) == len(text):
        return Folded(folded, text)
    return Folded(folded, text, array("I", (at for at, letter in enumerate(text) if TABLE[ord(letter)] is not None)))


def squeezed(folded: Folded) -> Folded:
    """The folded text with letters joined that stand one by one: in boxes, or spaced apart."""
    text = folded.text
    lines = [0, *(it.end() for it in re.finditer("\n", text))]
    heads: dict[int, tuple[int, bool]] = {}
    combs = {
        at
        for it in COMB.finditer(text)
        if not _are_marks(text, it, lines, heads)
        for at in range(*it.span())
        if not text[at].isdigit()
    }
    places = array("I", (it for it in range(len(text)) if it not in combs and not _is_between(text, it)))
    origin = folded.places
    return Folded(
        "".join(text[it] for it in places),
        folded.original,
        places if origin is None else array("I", (origin[it] for it in places)),
    )


def _are_marks(text: str, comb: re.Match[str], lines: list[int], heads: dict[int, tuple[int, bool]]) -> bool:
    """Whether nine figures are the marks of nine subjects: heads stand over them, or none is more than the best mark.

    Behind a label for a number of nine figures they are that number. `lines`: where each begins; `heads`: of those
    asked about, what the line above has.
    """
    if NINE_NAMED.search(text, max(0, comb.start() - A_LABEL), comb.start()):
        return False
    line = bisect_right(lines, comb.start()) - 1
    if line not in heads:
        above = text[lines[line - 1] : lines[line] - 1] if line else ""
        heads[line] = above.count("\t"), any(map(str.isdigit, above))
    tabs, figures = heads[line]
    if "\n" not in comb[0] and tabs >= comb[0].count("\t") and not figures:
        return True
    return max(comb[0]) <= BEST_MARK


def _is_between(text: str, place: int) -> bool:
    if text[place] == "|":
        return True
    if text[place] != " " or not 0 < place < len(text) - 1:
        return False
    if text[place - 1] == " ":  # of a wide gap between words spelled so, one blank is left
        return True
    if text[place + 1] in ".:#" and text[place - 1].isalnum() and (place < 2 or not text[place - 2].isalnum()):
        return True
    alone_before = place < 2 or not text[place - 2].isalnum()
    alone_after = place + 2 >= len(text) or not text[place + 2].isalnum()
    return text[place - 1].isalnum() and text[place + 1].isalnum() and alone_before and alone_after
