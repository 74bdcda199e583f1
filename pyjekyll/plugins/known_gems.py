"""What the gems bring that pyjekyll has no port of: their tags, their filters, and what else a site has from them."""

from __future__ import annotations

from typing import NamedTuple


class Brings(NamedTuple):
    """The tags and filters of a gem, and in words what else it does."""

    tags: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


KNOWN = {
    "jekyll-3rd-party-libraries": Brings(others=("the local copies of libraries",)),
    "jekyll-admin": Brings(others=("the page /admin while serving",)),
    "jekyll-algolia": Brings(others=("the command algolia",)),
    "jekyll-archives-v2": Brings(others=("the archive pages of collections",)),
    "jekyll-asciidoc": Brings(filters=("asciidocify", "tocify_asciidoc"), others=("the pages written in AsciiDoc",)),
    "jekyll-assets": Brings(tags=("asset",)),
    "jekyll-auto-image": Brings(others=("the image of a page that names none",)),
    "jekyll-cache-bust": Brings(filters=("bust_file_cache", "bust_css_cache")),
    "jekyll-cloudinary": Brings(tags=("cloudinary",)),
    "jekyll-compose": Brings(others=("the commands draft, post, page, publish, unpublish, rename and compose",)),
    "jekyll-data": Brings(others=("the data files and settings of a theme",)),
    "jekyll-diagrams": Brings(
        tags=("blockdiag", "erd", "graphviz", "mermaid", "nomnoml", "plantuml", "svgbob", "syntrax", "vega", "vegalite", "wavedrom")
    ),
    "jekyll-email-protect": Brings(filters=("protect_email", "encode_email")),
    "jekyll-external-links": Brings(others=("the attributes of links to other sites",)),
    "jekyll-favicon": Brings(tags=("favicon",), others=("the icons in all sizes",)),
    "jekyll-figure": Brings(tags=("figure",)),
    "jekyll-get-json": Brings(others=("the data that it fetches",)),
    "jekyll-image-size": Brings(tags=("imagesize",), filters=("imagesize",)),
    "jekyll-imagemagick": Brings(others=("the pictures in other sizes and formats",)),
    "jekyll-jupyter-notebook": Brings(tags=("jupyter_notebook",)),
    "jekyll-katex": Brings(tags=("katex",), filters=("latexify",)),
    "jekyll-link-attributes": Brings(others=("the attributes of links to other sites",)),
    "jekyll-loading-lazy": Brings(others=("loading=lazy on pictures",)),
    "jekyll-lunr-js-search": Brings(others=("the search index",)),
    "jekyll-maps": Brings(tags=("google_map",)),
    "jekyll-mermaid": Brings(tags=("mermaid",)),
    "jekyll-minifier": Brings(others=("smaller HTML, CSS and JavaScript",)),
    "jekyll-multiple-languages-plugin": Brings(
        tags=("t", "tf", "translate", "translate_file"), others=("the copies of the site in other languages",)
    ),
    "jekyll-octicons": Brings(tags=("octicon",)),
    "jekyll-pandoc": Brings(others=("Markdown as Pandoc reads it",)),
    "jekyll-plantuml": Brings(tags=("plantuml",)),
    "jekyll-polyglot": Brings(tags=("static_href", "I18n_Headers"), others=("the copies of the site in other languages",)),
    "jekyll-postcss": Brings(others=("what PostCSS makes of the style sheets",)),
    "jekyll-pwa-plugin": Brings(others=("the service worker",)),
    "jekyll-regex-replace": Brings(filters=("regex_replace", "regex_replace_once")),
    "jekyll-remote-include": Brings(tags=("remote_include",)),
    "jekyll-responsive-image": Brings(tags=("responsive_image", "responsive_image_block"), others=("the pictures in other sizes",)),
    "jekyll-scholar": Brings(
        tags=("bibliography", "bibliography_count", "cite", "cite_details", "details", "details_link", "nocite", "quote", "reference"),
        filters=("bibtex",),
        others=("the page of each entry",),
    ),
    "jekyll-socials": Brings(tags=("social_links",)),
    "jekyll-spaceship": Brings(others=("its tables, formulas, diagrams, videos and emoji",)),
    "jekyll-tabs": Brings(tags=("tab", "tabs")),
    "jekyll-tagging": Brings(tags=("tag_cloud",), filters=("tag_cloud", "tag_link", "tags", "keywords"), others=("the page of each tag",)),
    "jekyll-target-blank": Brings(others=("the attributes of links to other sites",)),
    "jekyll-terser": Brings(others=("smaller JavaScript",)),
    "jekyll-textile-converter": Brings(filters=("textilize",), others=("the pages written in Textile",)),
    "jekyll-twitter-plugin": Brings(tags=("twitter",)),
    "jekyll-video-embed": Brings(tags=("video", "youtube", "vimeo")),
    "jekyll-webp": Brings(others=("the pictures as WebP",)),
    "jekyll-youtube": Brings(tags=("youtube",)),
    "jekyll_picture_tag": Brings(tags=("picture",), others=("the pictures in other sizes and formats",)),
}  # fmt: skip
# Names under which a gem is required, where they are not its own.
REQUIRED_AS = {"jekyll/scholar": "jekyll-scholar", "jekyll/tagging": "jekyll-tagging", "jekyll/archives": "jekyll-archives"}
