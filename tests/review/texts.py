"""Invented bulletins that the tests of the review read."""

NOTICE = (
    "林河县疫情防控情况\n来源：林河日报\n发布时间：2021-03-05\n\n"
    "截至3月4日，排查外来人员320人，其中东村150人、西村98人、南村72人。"
    "储备口罩1.5万只、大米12吨（240袋），收梨10至20筐，志愿者数十名，第一时间送到。\n"
    "去年5月修路三百米，近期清扫街道约4条。林河县设卡点24处。\n"
)
"""Figures of most kinds: a sum that holds, a range, a vague count, a hedge, dates whole and not."""

SHORT = "山前村有住户60户180人，捐款8500元。\n收苹果30箱。\n"
