#!/usr/bin/env bash
# Install the reference: the Ruby Jekyll 4.3.1 of Debian 12, the plugins that Debian packages, and faketime.
# Needs root; does nothing if all is there.
set -eu
packages="
  faketime
  jekyll
  jekyll-theme-minima
  ruby-jekyll-archives
  ruby-jekyll-avatar
  ruby-jekyll-commonmark
  ruby-jekyll-data
  ruby-jekyll-default-layout
  ruby-jekyll-feed
  ruby-jekyll-gist
  ruby-jekyll-github-metadata
  ruby-jekyll-include-cache
  ruby-jekyll-last-modified-at
  ruby-jekyll-mentions
  ruby-jekyll-optional-front-matter
  ruby-jekyll-paginate
  ruby-jekyll-paginate-v2
  ruby-jekyll-polyglot
  ruby-jekyll-readme-index
  ruby-jekyll-redirect-from
  ruby-jekyll-relative-links
  ruby-jekyll-sass-converter
  ruby-jekyll-seo-tag
  ruby-jekyll-sitemap
  ruby-jekyll-titles-from-headings
  ruby-jekyll-toc
  ruby-jekyll-watch
"
# The list is meant to be split into words.
# shellcheck disable=SC2086
if ! dpkg -s $packages >/dev/null 2>&1; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends $packages >/dev/null
fi
jekyll --version
