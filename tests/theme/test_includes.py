"""Every layout and include of the theme at work: both engines build the same bytes, and the elements are those of the AcademicPages layout."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from theme.theme_files import ENVIRONMENTS, ROOT, Builder, files

PAGES = {
    "_pages/gallery.md": """---
layout: single
title: "Pictures"
permalink: /gallery/
excerpt: "An *excerpt*"
header: { image: head.png, caption: "By [her](https://her.example)" }
gallery:
  - { url: a.jpg, image_path: a-small.jpg, alt: A, title: "The first" }
  - { url: "https://e.example/b.jpg", image_path: "https://e.example/b-small.jpg", alt: B }
  - { image_path: c.jpg, alt: C }
two:
  - { url: a.jpg, image_path: a-small.jpg, alt: A }
  - { url: b.jpg, image_path: b-small.jpg, alt: B }
---
{% include toc icon="gears" title="Contents here" %}

# One

{% include gallery caption="A *caption*" %}

## Two

{% include gallery id="two" class="wide" %}
""",
    "_pages/splash.md": """---
layout: splash
title: "Splash"
permalink: /splash/
excerpt: "The lead"
header: { overlay_color: "#333", overlay_image: over.jpg, overlay_filter: 0.5, cta_label: "Go", cta_url: "/talks/", caption: "cap" }
feature_row:
  - { image_path: f.jpg, alt: f, title: "F", excerpt: "Some *text*", url: "/x/", btn_label: "More", btn_class: "btn--inverse" }
  - { title: "G" }
left:
  - { image_path: "https://e.example/l.jpg", title: L, excerpt: l, url: "https://e.example/" }
---
{% include feature_row %}
{% include feature_row id="left" type="left" %}
""",
    "_pages/side.md": """---
layout: single
title: "Side"
permalink: /deep/er/side/
author: bill
author_profile: true
read_time: true
share: true
comments: true
link: https://l.example
modified: 2020-02-03
date: 2019-01-02
tags: [b, A, c d]
categories: [Z, y]
sidebar:
  - { title: "T", image: s.jpg, image_alt: "logo", text: "Some **text**" }
---
Words.
""",
    "_pages/nav.md": '---\nlayout: single\ntitle: "Nav"\npermalink: /nav/\nsidebar: { nav: docs, title: "Chapters" }\n---\nx\n',
    "_pages/quiet.md": "---\nlayout: single\ntitle: Quiet\npermalink: /quiet/\nanalytics: false\n---\nx\n",
    "_pages/lists.md": """---
layout: archive
title: "Lists"
permalink: /lists/
---
{% for post in site.posts %}{% include archive-single.html type="grid" %}{% endfor %}
{% for post in site.talks %}{% include archive-single-talk.html %}{% include archive-single-talk-cv.html %}{% endfor %}
{% for post in site.publications %}{% include archive-single.html %}{% include archive-single-cv.html %}{% endfor %}
{% for post in site.teaching %}{% include archive-single.html %}{% endfor %}
""",
    "_pages/cv.html": "---\nlayout: cv-layout\ntitle: CV\npermalink: /cv/\n---\n{% include cv-template.html %}\n",
    "_pages/tags.html": """---
layout: archive
title: Tags
permalink: /tags/
---
{% include group-by-array collection=site.posts field="tags" %}
{% for tag in group_names %}<h2 id="{{ tag | slugify }}">{{ tag }}</h2>{% assign posts = group_items[forloop.index0] %}
{% for post in posts %}{% include archive-single.html %}{% endfor %}{% endfor %}
""",
    "index.html": "---\nlayout: archive\n---\n{% for post in paginator.posts %}{% include archive-single.html %}{% endfor %}\n"
    "{% include paginator.html %}\n",
    "_posts/2020-02-01-first.md": "---\ntitle: First\ntags: [x]\n---\nshort\n",
    "_posts/2020-02-02-linked.md": '---\ntitle: "A *linked* post"\nlink: https://ext.example/\ntags: [x, Y]\ncategories: [one]\n'
    + "header: { teaser: t.jpg }\n---\n"
    + "word " * 500,
    "_posts/2020-02-03-mid.md": "---\ntitle: Mid\n---\n" + "word " * 200,
    "_talks/2021-03-01-talk.md": "---\ntitle: A talk\ncollection: talks\ntype: Talk\ntalk_type: Talk\nvenue: Hall\nlocation: Lund\n"
    "date: 2021-03-01\n---\nAbout.\n",
    "_publications/2021-04-01-paper.md": """---
title: A paper
collection: publications
date: 2021-04-01
venue: Journal
citation: "Me (2021)."
paperurl: https://p.example/p.pdf
slidesurl: https://p.example/s.pdf
doi: https://doi.org/10.1000/X
---
Abstract.
""",
    "_teaching/t.md": "---\ntitle: A course\ncollection: teaching\ntype: Course\nvenue: University\ndate: 2020-09-01\n---\nx\n",
    "_data/authors.yml": 'bill: { name: Bill, bio: b, avatar: "https://av.example/x.png", github: billg }\n',
    "_data/navigation.yml": "main:\n  - { title: Talks, url: /lists/ }\n  - { title: Away, url: https://away.example }\n"
    "docs:\n  - { title: G, url: /g/, children: [{ title: N, url: /nav/ }, { title: E, url: https://e.example }] }\n",
    "_data/comments/side/c1.yml": 'message: "Hello *x*"\nname: N\nemail: abc\nurl: https://n.example\ndate: 2020-03-03T10:00:00Z\n',
    "_data/gs_data.json": json.dumps({"citedby": 9, "publications": {"10.1000/x": {"num_citations": 7}}}),
    "_data/cv.json": json.dumps(
        {
            "basics": {"name": "Me", "email": "me@e.example", "profiles": [{"network": "GitHub", "url": "https://github.com/me"}]},
            "education": [{"institution": "U", "area": "PhD", "studyType": "", "endDate": "2018", "gpa": None, "courses": ["A", "B"]}],
            "work": [{"company": "C", "position": "P", "startDate": "2019", "highlights": ["H"]}],
            "references": [{"name": "R", "reference": "Good."}],
        }
    ),
}
CONFIG: dict[str, Any] = {
    "locale": "en", "title": "T", "title_separator": "-", "name": "N", "description": "D", "url": "https://t.example", "baseurl": "/b",
    "repository": "u/r", "breadcrumbs": True, "words_per_minute": 160, "teaser": "teaser.png", "og_image": "og.png", "future": True,
    "google_site_verification": "g", "bing_site_verification": "b", "alexa_site_verification": "a", "yandex_site_verification": "y",
    "twitter": {"username": "tw"}, "facebook": {"username": "fb", "app_id": "9", "publisher": "pub"}, "paginate": 2,
    "social": {"type": "Person", "name": "S", "links": ["https://a.example"]}, "author": {"name": "N", "avatar": "me.png", "github": "me"},
    "include": ["_pages"], "timezone": "UTC", "plugins": ["jekyll-paginate", "jekyll-archives"], "staticman": {"branch": "main"},
    "category_archive": {"type": "jekyll-archives", "path": "/categories/"}, "tag_archive": {"type": "liquid", "path": "/tags/"},
    "jekyll-archives": {"enabled": ["categories"], "layouts": {"category": "archive-taxonomy"}, "permalinks": {"category": "/categories/:name/"}},
    "collections": {label: {"output": True, "permalink": "/:collection/:path/"} for label in ("talks", "publications", "teaching")},
    "defaults": [
        {"scope": {"path": "", "type": "posts"}, "values": {"layout": "single", "read_time": True, "related": True, "author_profile": True}},
        {"scope": {"path": "", "type": "talks"}, "values": {"layout": "talk"}},
        {"scope": {"path": "", "type": "publications"}, "values": {"layout": "single"}},
        {"scope": {"path": "", "type": "teaching"}, "values": {"layout": "single"}},
    ],
}  # fmt: skip


def write_site(folder: Path, **settings: Any) -> Path:
    """Write a site that uses everything the theme has."""
    for part in ("_includes", "_layouts", "_sass", "assets"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copytree(ROOT / "_data", folder / "_data", ignore=lambda *_: ["docs", "navigation.yml", "authors.yml", "cv.json"])
    for path, text in PAGES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    (folder / "_config.yml").write_text(json.dumps({**CONFIG, **settings}), "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, by_pyjekyll: Builder) -> Path:
    """Build that site once."""
    folder = tmp_path_factory.mktemp("includes")
    return by_pyjekyll(write_site(folder / "site"), folder / "out", ENVIRONMENTS[0])


@pytest.mark.parametrize(
    ("comments", "analytics"),
    [
        ("staticman", "google"), ("disqus", "google-universal"), ("discourse", "google-analytics-4"), ("facebook", "goatcounter"),
        ("giscus", "custom"), ("utterances", False), ("google-plus", "google-gtag"), ("custom", "google-ga4"),
    ],
)  # fmt: skip
def test_both_engines_build_the_same_bytes(tmp_path: Path, by_pyjekyll: Builder, by_ruby: Builder, comments: str, analytics: Any) -> None:
    providers = {
        "provider": comments, "disqus": {"shortname": "short"}, "discourse": {"server": "d.example"}, "facebook": {"appid": "1"},
        "giscus": {"repo_id": "1", "category_name": "c", "category_id": "2"}, "utterances": {"theme": "github-light"},
    }  # fmt: skip
    counters = {"provider": analytics, "google": {"tracking_id": "G-1"}, "goatcounter": {"code": "me"}}
    site = write_site(tmp_path / "site", comments=providers, analytics=counters)
    theirs = files(by_ruby(site, tmp_path / "theirs", ENVIRONMENTS[0]))
    assert files(by_pyjekyll(site, tmp_path / "ours", ENVIRONMENTS[0])) == theirs
    page = theirs["deep/er/side/index.html"].decode()
    sign = {
        "staticman": 'action="https://api.staticman.net/v1/entry/u/r/main"', "disqus": "short.disqus.com/embed.js",
        "discourse": "d.example/javascripts/embed.js", "facebook": "appId=1", "giscus": 'data-category="c"', "utterances": "utteranc.es/client.js",
        "google-plus": "page__comments-title", "custom": '<section id="comments">',
    }[comments]  # fmt: skip
    assert sign in page
    counter = {
        "google": "ga.js", "google-universal": "analytics.js", "google-analytics-4": "gtag/js?id=G-1", "goatcounter": "me.goatcounter.com/count",
        "google-gtag": "gtag/js?id=G-1", "google-ga4": "gtag/js?id=G-1",
    }.get(analytics)  # fmt: skip
    assert counter is None or (counter in page and counter not in theirs["quiet/index.html"].decode())


SIGNS = {
    "gallery/index.html": [
        '<figure class="third', '<figure class="half wide', '<a href="https://t.example/b/images/a.jpg" title="The first">',
        "<figcaption>A <em>caption</em>",
        '<ul class="toc__menu"', "Contents here", '<img src="https://t.example/b/images/head.png"', 'class="page__hero-caption"',
        '<meta itemprop="description" content="An excerpt">',
    ],
    "splash/index.html": [
        '<div class="page__hero--overlay"', "linear-gradient(rgba(0, 0, 0, 0.5)", 'class="feature__item--left"', 'class="feature__item"',
        'class="btn btn--inverse">More', '<article class="splash"', 'href="https://t.example/b/talks/" class="btn btn--light-outline',
    ],
    "deep/er/side/index.html": [
        '<nav class="breadcrumbs"', 'itemtype="http://schema.org/BreadcrumbList"', '<h3 class="author__name">Bill</h3>', 'src="https://av.example/x.png"',
        'class="page__taxonomy-item" rel="tag">A</a>', 'href="https://t.example/b/tags/#c-d"', 'href="https://t.example/b/categories/y"',
        'class="btn btn--linkedin"', '<a href="https://l.example" class="btn">Direct Link</a>',
        '<img src="https://t.example/b/images/s.jpg" alt="logo">',
        "less than 1 minute read", '<time datetime="2020-02-03">',
    ],
    "nav/index.html": ['<nav class="nav__list"', 'class="nav__sub-title"', 'href="https://t.example/b/nav/" class="active"', 'href="https://e.example"'],
    "lists/index.html": [
        '<div class="grid__item">', 'src="https://t.example/b/images/t.jpg"', 'src="https://t.example/b/images/teaser.png"', '<a href="https://ext.example/">',
        "Talk, Hall, Lund", "Talk at Hall, Lund", "Published in <i>Journal</i>, 2021", "Course, <i>University</i>, 2020",
        "Download Slides", "Citations: 7",
        "3 minute read", "1 minute read",
    ],
    "index.html": ['<nav class="pagination"', 'href="https://t.example/b/page2/"', 'aria-current="page"'],
    "page2/index.html": ['<link rel="prev"'],
    "categories/one/index.html": ['<h1 class="page__title">one</h1>', "linked"],
    "tags/index.html": ['<h2 id="x">x</h2>', '<h2 id="y">Y</h2>'],
    "one/2020/02/02/linked.html": ['class="pagination--pager"', '<div class="page__related">', '"@type": "Organization"', '"sameAs": ["https://a.example"]'],
    "talks/2021-03-01-talk/index.html": ["Talk at Hall, Lund", "Date:"],
    "cv/index.html": [
        '<body class="cv-layout">', '<div class="cv-container">', '<div class="cv-item-title">PhD</div>', '<div class="cv-item-date">2018</div>',
        "2019 – Present", "<strong>Courses:</strong> A, B", '<ul class="cv-highlights">',
    ],
}  # fmt: skip


@pytest.mark.parametrize("page", SIGNS)
def test_the_elements_are_there(built: Path, page: str) -> None:
    html = re.sub(r"\s+", " ", (built / page).read_text("utf-8"))
    assert [sign for sign in SIGNS[page] if sign not in html] == []


FIELDS = [
    "academia", "arxiv", "artstation", "bitbucket", "bluesky", "codepen", "dblp", "dribbble", "email", "facebook", "flickr", "foursquare",
    "github", "goodreads", "google_plus", "googlescholar", "impactstory", "inspire-hep", "instagram", "kaggle", "keybase", "lastfm",
    "linkedin", "mastodon", "medium", "orcid", "pinterest", "pubmed", "researchgate", "scopus", "semantic", "soundcloud", "stackoverflow",
    "steam", "telegram", "tumblr", "twitter", "uri", "vine", "weibo", "wikipedia", "xing", "youtube", "zhihu",
]  # fmt: skip


@pytest.mark.parametrize("modern", [False, True])
def test_every_field_of_the_person_is_shown(tmp_path: Path, by_pyjekyll: Builder, modern: bool) -> None:
    person = {**{field: f"x-{field}" for field in FIELDS}, "name": "N", "bio": "B", "location": "L", "employer": "E", "avatar": "a.png"}
    site = write_site(tmp_path / "site", author={**person, "pronouns": "they"} if modern else person)
    html = (by_pyjekyll(site, tmp_path / "out", ENVIRONMENTS[0]) / "one/2020/02/02/linked.html").read_text("utf-8")
    links = html.split('<ul class="author__urls')[1].split("</ul>")[0]
    shown = re.findall(r'href="[^"]*x-([\w-]+?)(?:\.tumblr\.com)?"', links)
    assert sorted(shown) == sorted(FIELDS)
    assert (shown.index("github") < shown.index("googlescholar")) is not modern
    assert 'src="https://t.example/b/images/a.png"' in html
