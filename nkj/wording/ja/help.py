"""Japanese: the help texts of the commands and options."""

HELP = {
    "nkj": (
        "ある国等が他国に対して採った措置について、実施中の措置、その時期と根拠となる資料、"
        "変化を示す。"
    ),
    "version": "プログラムと登録簿の版、確認した資料の期間を示す。",
    "show-completion": (
        "語を補完するシェルのスクリプトと置き場所を示す（bash、zsh、fish、powershell）。"
        "省けば使用中のシェル。"
    ),
    "group.ask": "問う",
    "group.show": "探す・見る",
    "group.take": "書き出す",
    "group.data": "登録簿と使い方",
    "help": """使い方を、コマンドごとにも示す。

\b
例：
  nkj help
  nkj help status
""",
    "man": "全ての使い方をmanページとして示す（nkj help --man | man -l -）。",
    "command": "コマンド。省けば全てを並べる。",
    "status": """今日又は指定した日に実施中の措置を示す。

\b
例：
  nkj status
  nkj status 2014-07-05
  nkj status before:nuclear-test-2016 remittances --explain
""",
    "history": """措置の経過を、根拠となる資料とともに示す。

\b
例：
  nkj history remittances
  nkj history payment-ban 'port-ban-*'
""",
    "diff": """二つの日の違いを示す。

\b
例：
  nkj diff 2006 2014
  nkj diff 2006 2014 remittances
  nkj diff before:package-2016-02-19 package-2016-02-19
""",
    "timeline": """出来事とそれへの対応、合意等を時系列で示す。

\b
例：
  nkj timeline 2016
  nkj timeline 2014-07 2016
  nkj timeline before:nuclear-test-2006 2006 trade
  nkj timeline --from 2016 trade
  nkj timeline --bars
  nkj timeline --bars 2013 2016 ports
""",
    "exchanges": """「行動対行動」の合意等を示す。誰が何の見返りに何を約束し、守ったか。\
全体の一覧、又は一件を二列で示す。

\b
例：
  nkj exchanges
  nkj exchanges stockholm-2014
  nkj exchanges --measure 'port-ban-*'
""",
    "ask": """ある日の規定によれば、その行為はできるか、報告などが必要か、それはなぜか。

\b
例：
  nkj ask
  nkj ask remit
  nkj ask remit payer=resident purpose=other --on 2012-03-03
  nkj ask call ship=foreign called=2016-02-19 --on 2016-03-01 --explain
  nkj ask --rows payments.csv --conduct remit -o answered.csv
""",
    "ask-conduct": "行為。nkj ask だけで一覧を示す。",
    "ask-facts": (
        "分かっている事実。purpose=humanitarian など。"
        "金額は 5000000、5,000,000、500万 のように書く。"
    ),
    "parties": """指定された者と、その日に資産凍結の対象であったかを、いずれの名称からも示す。

\b
例：
  nkj parties "office 39" --on 2014-01-01
  nkj parties 貿易銀行
  nkj parties --on 2009-12-31 --type individual
  nkj parties --list port-ban-un-designated
""",
    "ask-explain": "規定ごとに条件の該当・非該当を示す。",
    "ask-rows": "表にした多数の行為に答える。列は on、conduct と事実。",
    "ask-of": "行為を示さない行に用いる行為。",
    "show": """一つのIDについて全てを示す。IDは措置、動き、決定、契機、合意等とその項目、指標、\
検証点、法令、出典のいずれか。

\b
例：
  nkj show package-2016-02-19
  nkj show nuclear-test-2016
""",
    "deadlines": """いつ何の期限が来るか、何回延長されたか、直近の決定は何かを示す。

\b
例：
  nkj deadlines
  nkj deadlines 2010-01-01 trade
""",
    "search": """語のある箇所を、名称、注記、対象者、出典、指標から探す。

\b
例：
  nkj search 大連
  nkj search 送金 --kind measures
  nkj search 貨物 --from 2016
""",
    "list": """ある種類の記録の一覧、又は種類ごとの件数を示す。

\b
例：
  nkj list
  nkj list occasions
  nkj list figures --format csv
""",
    "cite": """一つの事実を、出典、版、基準日とともに、引用できる文で示す。

\b
例：
  nkj cite payment-ban
  nkj cite package-2016-02-19 --bibtex
  nkj cite payment-reporting --on 2012-03-03
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
各合意、指定された者の状態、行為の可否。日英両言語）。

\b
例:
  nkj page -o measures.html
  nkj page -o - > measures.html
""",
    "site": """ウェブサーバーの有無を問わず見られるファイルの一式（任意の日のページ、\
各記録と各変更日のページ・Markdown・JSON、図、ダウンロード、フィード、カレンダー）。

--forceを付けると以前のサイトを置き換え、今回ないものを取り除く。公開の仕方はdocs/site.md。

\b
例:
  nkj site public
  nkj site public --base https://example.org/sanctions/ --force
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
    "export": """登録簿を他のツールの形式で書き出す。同じ登録簿からは常に同じ内容となる。

\b
フォルダ：csv（表計算用）、datapackage、parquet
ファイル：sqlite、xlsx、ics（カレンダー）、atom（フィード）、ftm（FollowTheMoney）、bibtex、
csl-json、json、panel（各月又は各日の全措置、CSV）

\b
例：
  nkj export sqlite -o nkj.sqlite
  nkj export -o nkj.xlsx
  nkj export panel --by month -o panel.csv
""",
    "receipt": """回答の証明：どの登録簿に何を尋ね、何と答えたか。また、今も同じ答えかを確かめる。

\b
例：
  nkj receipt -- status --on 2014-07-05 > receipt.json
  nkj receipt --check receipt.json
""",
    "mcp": """質問をアシスタントの道具として提供する（Model Context Protocol、標準入出力）。

\b
例：
  nkj mcp
  nkj mcp --lang ja --registry my-registry/
""",
    "notes": "記録だけの動きと、各動きの経緯も示す。",
    "full": "全てを示す。各約束、時系列、動いた措置、出典。",
    "status-all": "終了した措置と未発動の措置も示す。",
    "brief": "引用できる短い文を、出典とともに示す。",
    "day-measures": (
        "日と措置。日は--onと同じ。措置は分野、ID、名称又はglob。省けば今日と全ての措置。"
    ),
    "measures": "分野、措置のID、名称又はglob。省けば全て。",
    "interval-measures": (
        "一つ又は二つの日と措置。2006、2014-07はその年、月の全体を指す。二つなら最初と最後の日。"
        "省けば記録の全て。"
    ),
    "word": "探す語。複数の語は、全てを含む箇所を探す。",
    "search-kind": "この種類の記録に限る。{kinds}のいずれか。",
    "list-kind": "{kinds}のいずれか。省けば種類ごとの件数。",
    "cited-id": "引用するもののID又は名称。",
    "cited-on": "引用の基準日。措置はその日の状態を示す。",
    "bibtex": "出典をBibTeXで示す。文は注記となる。",
    "csl": "出典をCSL-JSONで示す（Zotero、pandocなど）。",
    "on": (
        "基準日。2006、2014-07はその末日をいう。2014-07-05、2014年7月5日、平成26年7月5日、"
        "today、ID、before:IDも使える。"
    ),
    "day": (
        "二つの日と措置。日は2006（12月31日）、2014-07、2014-07-05、today、ID、before:ID、ID^の"
        "いずれか。"
    ),
    "from-day": "最初の日。書き方はdiffと同じだが、2006と2014-07はその最初の日を指す。"
    "これだけならその日、月又は年の全体。省けば記録の最初の日。",
    "to-day": "最後の日。省けば記録の最後の日。",
    "measure": "この分野、措置又はglobに当たるものに限る。繰り返し指定できる。",
    "name": "名称又はその一部（文字の種類を問わない）、又は番号。省くと全てを示す。",
    "of-list": "この分野、措置のID又はglobに当たる一覧にある者に限る。繰り返し指定できる。",
    "type": "entity（団体）、individual（個人）、vessel（船舶）のいずれかに限る。",
    "origin": "unilateral（独自の措置）、un（安保理決議の履行のみ）又はall。",
    "registry": "同梱の登録簿の代わりに使うファイル又はフォルダー。",
    "lang": "言語。en又はja。",
    "output": "{formats}のいずれか。",
    "bars": "措置ごとの帯を文字で示す。日を省けば対象とする全期間。",
    "chart-name": "図の名前（timeline、thresholds、freezes、effect、ladder）。",
    "one-exchange": "ladderを一つの合意等に限り、その全ての段階を示す。",
    "title": "別の表題。",
    "subtitle": "表題の下の別の一行（''で省略）。",
    "width": "幅（860から4000ピクセル）。",
    "data-file": "描いた内容そのものを、このCSVファイルにも書き出す。",
    "site-folder": "書き出すフォルダー。",
    "base": "サイトを公開する完全なアドレス（フィード、カレンダー、サイトマップ用）。",
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
    "to": "次のいずれか：{formats}。省略時はファイルの拡張子による。",
    "into": "書き出すファイル又はフォルダ。- は標準出力。",
    "by": "一覧の単位：month（月）又は day（日）。",
    "from": "一覧の初日。2006 や 2014-07 はその最初の日を指す。",
    "until": "一覧の末日。2006 や 2014-07 はその最後の日を指す。",
    "panel-origin": "一覧に含める措置：all（既定）、unilateral、un。",
    "question": "質問。二つのハイフンの後に、コマンドと語を書く。--check では証明のファイル。",
    "check-receipt": ("登録簿が証明の答えを今も返すか、返さないなら何が変わったか（コード1）。"),
    "due": (
        "今日確認すべきもの：根拠の確認が及ばないもの（終了コード1）、"
        "90日以内に期限が来るもの（--strictなら終了コード1）。"
    ),
}
