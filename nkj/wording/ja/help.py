"""Japanese: the help texts of the commands and options."""

HELP = {
    "nkj": (
        "ある国等が他国に対して採った措置について、実施中の措置、その時期と根拠となる資料、"
        "変化を示す。"
    ),
    "version": "版を表示して終わる。",
    "show-completion": (
        "語を補完するシェルのスクリプトと置き場所を示す（bash、zsh、fish、powershell）。"
        "省けば使用中のシェル。"
    ),
    "status": """今日又は指定した日に実施中の措置を示す。

\b
例：
  nkj status
  nkj status --on 2014-07-05
  nkj status --on before:nuclear-test-2016 --measure remittances --explain
""",
    "history": """措置の経過を、根拠となる資料とともに示す。

\b
例：
  nkj history --measure remittances
  nkj history --measure 'port-ban-*'
""",
    "diff": """二つの日の違いを示す。

\b
例：
  nkj diff 2006 2014
  nkj diff before:package-2016-02-19 package-2016-02-19
""",
    "timeline": """出来事とそれへの対応、合意等を時系列で示す。

\b
例：
  nkj timeline 2016
  nkj timeline 2014-07 2016
  nkj timeline before:nuclear-test-2006 2006 --measure trade
""",
    "exchanges": """「行動対行動」の合意等を示す。誰が何の見返りに何を約束し、守ったか。\
全体の一覧、又は一件を二列で示す。

\b
例：
  nkj exchanges
  nkj exchanges stockholm-2014
  nkj exchanges --measure 'port-ban-*'
""",
    "parties": """指定された者と、その日に資産凍結の対象であったかを、いずれの名称からも示す。

\b
例：
  nkj parties "office 39" --on 2014-01-01
  nkj parties 貿易銀行
  nkj parties --on 2009-12-31 --type individual
  nkj parties --list port-ban-un-designated
""",
    "show": """一つのIDについて全てを示す。IDは措置、動き、決定、契機、合意等とその項目、指標、\
検証点、法令、出典のいずれか。

\b
例：
  nkj show package-2016-02-19
  nkj show nuclear-test-2016
""",
    "sources": """出典と、それぞれに基づくものを示す。

\b
例：
  nkj sources
  nkj sources --measure payment-ban --kind primary
  nkj sources 'kantei-*'
""",
    "chart": """登録簿の図（ファイル名の末尾によりsvg、png、pdf、html）。

\b
例:
  nkj chart timeline -o timeline.svg
  nkj chart timeline -o timeline.svg --from 2013 --to 2016 --measure ports --data timeline.csv
""",
    "page": """通信を要せず単独で答える1つのHTMLファイル（任意の日、任意の2つの日、各措置の経過、\
各合意。日英両言語）。

\b
例:
  nkj page -o measures.html
  nkj page -o - > measures.html
""",
    "format": """登録簿のファイルを定まった形（キーの順序、1行1キー）に整える。注釈は失われない。

\b
例：
  nkj format my-registry/
  nkj format my-registry/ --check
""",
    "schema": """登録簿のファイルのJSON Schemaを示す。YAMLを補完し検査する編集ソフトのためのもの。

\b
例：
  nkj schema > registry.schema.json
""",
    "validate": """登録簿に誤りがないかを確かめ、問題があれば全てその場所とともに示す。

\b
例：
  nkj validate
  nkj validate my-registry/ --strict
""",
    "on": "基準日。2006、2014-07はその末日をいう。2014-07-05、today、ID、before:IDも使える。",
    "day": "日。2006（12月31日）、2014-07、2014-07-05、today、ID、before:ID、ID^のいずれか。",
    "from-day": "最初の日。書き方はdiffと同じだが、2006と2014-07はその最初の日を指す。"
    "これだけならその日、月又は年の全体。省けば記録の最初の日。",
    "to-day": "最後の日。省けば記録の最後の日。",
    "measure": "この分野、措置のID又はglobに当たるものに限る。繰り返し指定できる。",
    "name": "名称又はその一部（文字の種類を問わない）、又は番号。省くと全てを示す。",
    "list": "この分野、措置のID又はglobに当たる一覧にある者に限る。繰り返し指定できる。",
    "type": "entity（団体）、individual（個人）、vessel（船舶）のいずれかに限る。",
    "origin": "unilateral（独自の措置）、un（安保理決議の履行のみ）又はall。",
    "registry": "同梱の登録簿の代わりに使うファイル又はフォルダー。",
    "lang": "言語。en又はja。",
    "output": "{formats}のいずれか。",
    "chart-name": "図の名前（timeline、thresholds、freezes、effect、ladder）。",
    "one-exchange": "ladderを一つの合意等に限り、その全ての段階を示す。",
    "title": "別の表題。",
    "subtitle": "表題の下の別の一行（''で省略）。",
    "width": "幅（860から4000ピクセル）。",
    "data-file": "描いた内容そのものを、このCSVファイルにも書き出す。",
    "output-file": "書き出すファイル（-は標準出力）。",
    "force": "既にあるファイルを置き換える。",
    "explain": "各行の決め手となる動きと出典を示す。",
    "all": "変化のない措置も示す。",
    "strict": "警告も問題として扱う。",
    "id": "示すID。",
    "exchange": "合意等のID又は'*-2008'のようなglob。省けば全てを比べる。",
    "source": "出典のID又は'mof-*'のようなglob。省けば全てを並べる。",
    "kind": "この種別の出典に限る。primary、reproduction又はsecondary。",
    "evidence": "分野ごとに、動きの裏付けの程度も示す。",
    "path-to-format": "登録簿のファイル又はフォルダー。",
    "check": "何も変えず、定まった形でないファイルを示すにとどめる。",
    "path": "登録簿のファイル又はフォルダー。省けば同梱のもの。",
}
