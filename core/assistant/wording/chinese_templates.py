"""Chinese of the templates: first tasks, as those who speak it would write them."""

TEMPLATES: dict[str, str] = {
    "template price-guess": "估价",
    "template price-guess task": "房价",
    "template price-guess fields": "面积: number m²; 室: number; 区域: category; 楼层: number",
    "template price-guess target": "价格",
    "template price-guess unit": "¥",
    "template price-guess about": "一套房子能卖多少钱",
    "template price-guess lesson": "三室 90平 区域: 浦东 楼层: 2 -> 420万",
    "template triage": "分流",
    "template triage task": "分流",
    "template triage fields": "帖子: text; 系统: linux | mac | windows",
    "template triage target": "主题",
    "template triage labels": "渲染, 字体, 安装, 配置, 错误",
    "template triage about": "求助的帖子属于哪个主题",
    "template triage lesson": "帖子: 调整窗口时光标闪烁, 系统: mac -> 渲染",
    "template film-night": "电影之夜",
    "template film-night task": "电影",
    "template film-night fields": (
        "片名: item; 类型: category; 年份: number; 片长: number min; 导演: category"
    ),
    "template film-night target": "星级",
    "template film-night about": "大家会多喜欢一部电影，1 到 5 星",
    "template film-night lesson": (
        "片名: 异形, 类型: 科幻, 年份: 1979, 片长: 117 min, 导演: 斯科特 -> 5"
    ),
    "template turnout": "到场人数",
    "template turnout task": "到场",
    "template turnout fields": "活动: category; 星期: category; 报名: number",
    "template turnout target": "人数",
    "template turnout about": "会来多少人",
    "template turnout lesson": "活动: 桌游, 星期: 周五, 报名: 20 -> 15",
}
