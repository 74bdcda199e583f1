"""The text of what `new` and `new-theme` write, path by path. `{name}` and the like are filled in by the commands."""

from __future__ import annotations

CONFIG = """\
# The settings of the site. Whatever stands here can be used in pages and layouts as {{ site.title }} and so on.

title: My site
email: me@example.org
description: >-
  One or two sentences about the site: search engines show them, and feed readers.
baseurl: "" # the folder of the site on its host, such as /blog
url: "" # the host, such as https://example.org

theme: minima
plugins:
  - jekyll-feed

# Files and folders that do not belong to the site:
# exclude:
#   - notes/
"""

INDEX = """\
---
# The front page: its layout lists the posts. Anything written below appears above them.
layout: home
---
"""

ABOUT = """\
---
layout: page
title: About
permalink: /about/
---

Say here who you are and what the site is about. This page is `about.markdown`; change it as you like.
"""

NOT_FOUND = """\
---
permalink: /404.html
layout: default
---

<h1>404</h1>
<p><strong>There is no page at this address.</strong></p>
<p>Perhaps it has moved: <a href="{{ '/' | relative_url }}">the front page</a> knows where everything is.</p>
"""

POST = """\
---
layout: post
title:  "Welcome to Jekyll!"
date:   {date}
categories: jekyll update
---

This is a post: a file in `_posts`, named after its day and its title. Change it, or write another one beside it, and
build the site again; while `pyjekyll serve` is running, that happens by itself.

Text is Markdown, and code is highlighted:

{{% highlight python %}}
def greet(name):
    print(f"Hello, {{name}}!")

greet("world")
{{% endhighlight %}}
"""

GEMFILE = """\
# Only Ruby's Jekyll needs this file: `bundle install`, then `bundle exec jekyll build`. pyjekyll reads the names of the
# plugins in it and nothing else.
source "https://rubygems.org"

gem "jekyll", "~> {jekyll}"
gem "minima", "~> 2.5"

group :jekyll_plugins do
  gem "jekyll-feed", "~> 0.12"
end
"""

GITIGNORE = """\
_site
.sass-cache
.jekyll-cache
.jekyll-metadata
vendor
"""

BLANK_CONFIG = """\
url: "" # the host, such as https://example.org
baseurl: "" # the folder of the site on its host, such as /blog
title: "" # the name of the site
"""

BLANK_INDEX = """\
---
layout: default
title: Home
---

# {{ page.title }}

The site begins here.
"""

BLANK_LAYOUT = """\
<!DOCTYPE html>
<html lang="{{ site.lang | default: "en" }}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{{ page.title }}{% if site.title != "" %} - {{ site.title }}{% endif %}</title>
  <link rel="stylesheet" href="{{ "/assets/css/main.css" | relative_url }}">
</head>
<body>
{{ content }}
</body>
</html>
"""

BLANK_SASS = """\
$background: #fff;
$text: #222;

body {
  background: $background;
  color: $text;
}
"""

BLANK_STYLESHEET = """\
---
---

@import "main";
"""

BLANK_FOLDERS = ("_data", "_drafts", "_includes", "_posts")


def default_site(date: str, day: str, jekyll: str) -> dict[str, str]:
    """Return the files of a new site. `date` is the welcome post's time, `day` its day."""
    return {
        ".gitignore": GITIGNORE,
        "404.html": NOT_FOUND,
        "Gemfile": GEMFILE.format(jekyll=jekyll),
        "_config.yml": CONFIG,
        f"_posts/{day}-welcome-to-jekyll.markdown": POST.format(date=date),
        "about.markdown": ABOUT,
        "index.markdown": INDEX,
    }


def blank_site() -> dict[str, str]:
    """Return the files of the least site; BLANK_FOLDERS are its empty folders."""
    return {
        "_config.yml": BLANK_CONFIG,
        "_layouts/default.html": BLANK_LAYOUT,
        "_sass/main.scss": BLANK_SASS,
        "assets/css/main.scss": BLANK_STYLESHEET,
        "index.md": BLANK_INDEX,
    }


THEME_FOLDERS = ("assets", "_data", "_layouts", "_includes", "_sass")

THEME_DEFAULT_LAYOUT = """\
<!DOCTYPE html>
<html lang="{{ site.lang | default: "en" }}">
  <head>
    <meta charset="utf-8">
    <title>{{ page.title | default: site.title }}</title>
  </head>
  <body>
    {{ content }}
  </body>
</html>
"""

THEME_PAGE_LAYOUT = """\
---
layout: default
---
<h1>{{ page.title }}</h1>

{{ content }}
"""

THEME_POST_LAYOUT = """\
---
layout: default
---
<article>
  <h1>{{ page.title }}</h1>
  <time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date: "%-d %B %Y" }}</time>

  {{ content }}
</article>
"""

THEME_GEMFILE = """\
source "https://rubygems.org"

gemspec
"""

THEME_GEMSPEC = """\
Gem::Specification.new do |spec|
  spec.name     = {name_literal}
  spec.version  = "0.1.0"
  spec.authors  = [{author}]
  spec.email    = [{email}]
  spec.summary  = "What the theme is for, in one sentence."
  spec.homepage = "https://example.org"
  spec.license  = "MIT"
  spec.files    = Dir["{{assets,_data,_layouts,_includes,_sass}}/**/*", "LICENSE*", "README*", "_config.yml"]

  spec.add_runtime_dependency "jekyll", "~> {minor}"
end
"""

THEME_README = """\
# {name}

A Jekyll theme. Say here what it looks like, and for whom it is made.

## Use

Name it in the site's `_config.yml`:

```yaml
theme: {name}
```

With Ruby, add `gem "{name}"` to the Gemfile too. pyjekyll also finds a theme in a folder beside the site.

## Layouts

- `default`: the frame of every page
- `page`: a title and text
- `post`: a title, a day and text

Pages use a layout by its name; the site's own `_layouts`, `_includes`, `_sass` and `assets` win over the theme's.

## Licence

MIT, see `LICENSE.txt`.
"""

THEME_LICENCE = """\
The MIT License (MIT)

Copyright (c) {year} {author_plain}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.
"""

THEME_CONDUCT = """\
# Code of conduct

Everybody is welcome here, whoever they are and whatever they know. Be kind, assume good faith, argue about the work and
not about people. Harassment of any sort is not accepted; whoever goes on after a warning is asked to leave.

Tell the maintainers of {name} at {email_plain} about anything that breaks these rules. They keep what you say to
themselves and answer every report.
"""

THEME_GITIGNORE = """\
*.gem
.bundle
.jekyll-cache
.sass-cache
_site
Gemfile.lock
"""
