"""jekyll-sitemap 1.4: `/sitemap.xml` and a `/robots.txt` that names it."""

from __future__ import annotations

from typing import Any

from pyjekyll.plugins import Page, generator

_EXTENSIONS = (".htm", ".html", ".xhtml", ".pdf")
_HEAD = (
    '<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 '
    'http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
)
# The page is a template, so that pages and hooks that come after this generator are still listed.
_TEMPLATE = f"""\
<?xml version="1.0" encoding="UTF-8"?>
{{% if page.xsl %}}<?xml-stylesheet type="text/xsl" href="{{{{ "/sitemap.xsl" | absolute_url }}}}"?>
{{% endif %}}{_HEAD}
{{% assign collections = site.collections | where_exp: "collection", "collection.output != false" -%}}
{{%- for collection in collections -%}}
{{%- assign docs = collection.docs | where_exp: "doc", "doc.sitemap != false" -%}}
{{%- for doc in docs -%}}
<url>
<loc>{{{{ doc.url | replace: "/index.html", "/" | absolute_url | xml_escape }}}}</loc>
{{% if doc.last_modified_at or doc.date %}}<lastmod>{{{{ doc.last_modified_at | default: doc.date | date_to_xmlschema }}}}</lastmod>
{{% endif %}}</url>
{{% endfor %}}{{% endfor -%}}
{{%- assign pages = site.html_pages | where_exp: "doc", "doc.sitemap != false" | where_exp: "doc", "doc.url != '/404.html'" -%}}
{{%- for page in pages -%}}
<url>
<loc>{{{{ page.url | replace: "/index.html", "/" | absolute_url | xml_escape }}}}</loc>
{{% if page.last_modified_at %}}<lastmod>{{{{ page.last_modified_at | date_to_xmlschema }}}}</lastmod>
{{% endif %}}</url>
{{% endfor -%}}
{{%- assign files = page.static_files | where_exp: "file", "file.sitemap != false" | where_exp: "file", "file.name != '404.html'" -%}}
{{%- for file in files -%}}
<url>
<loc>{{{{ file.path | replace: "/index.html", "/" | absolute_url | xml_escape }}}}</loc>
<lastmod>{{{{ file.modified_time | date_to_xmlschema }}}}</lastmod>
</url>
{{% endfor %}}</urlset>
"""


@generator(priority="lowest")
def sitemap(site: Any) -> None:
    """Add both pages unless the site has its own."""
    urls = {item.url for item in (*site.pages, *site.static_files)}
    files = [file.to_liquid() for file in site.static_files if file.ext in _EXTENSIONS]
    if "/sitemap.xml" not in urls:
        data = {"layout": None, "static_files": files, "xsl": "/sitemap.xsl" in urls}
        site.pages.append(Page(site, name="sitemap.xml", data=data, content=_TEMPLATE))
    if "/robots.txt" not in urls:
        site.pages.append(Page(site, name="robots.txt", data={"layout": None}, content='Sitemap: {{ "sitemap.xml" | absolute_url }}\n'))
