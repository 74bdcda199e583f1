# frozen_string_literal: true

# Ruby's side of highlight_corpus.py. Reads [[[kind, language, text, linenos], ...], kramdown's options] as JSON and prints
# {html: [...], seconds: [...]}: what kramdown's highlighter or the `highlight` tag gives for each, and the processor time.
require "jekyll"
require "json"

blocks, options = JSON.parse($stdin.read)
document = Kramdown::Document.new("", options)
HIGHLIGHTER = Kramdown::Converter.syntax_highlighter(:rouge)
CONVERTER = Kramdown::Converter::Html.send(:new, document.root, document.options)
SITE = Struct.new(:highlighter).new("rouge")

def kramdown(kind, language, text)
  HIGHLIGHTER.call(CONVERTER, text, language, kind.to_sym, {})
end

def tag(language, text, linenos)
  source = "{% highlight #{language}#{" linenos" if linenos} %}{% raw %}#{text}{% endraw %}{% endhighlight %}"
  Liquid::Template.parse(source).render!({}, registers: { site: SITE })
end

def time = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)

tag("ruby", "warm = :up", false)
seconds = []
html = blocks.map do |kind, language, text, linenos|
  start = time
  kind == "tag" ? tag(language, text, linenos) : kramdown(kind, language, text)
rescue StandardError => e
  "#{e.class}: #{e.message}"
ensure
  seconds << time - start
end
puts JSON.generate({ html: html, seconds: seconds })
